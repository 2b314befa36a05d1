using Tollgate.Scores.Definitions;
using Tollgate.Scores.Kinds;

namespace Tollgate.Scores.Catalog;

/// <summary>
/// Every score. Whoever adds one writes its file and its line here; documents, tables, rubrics and exports take it from
/// this list, and UPDATE_GOLDEN=1 with the tests writes it into the schema and the documentation.
/// </summary>
internal static class ScoreCatalog
{
    private static readonly Dictionary<string, ScoreDefinition> ByName;

    static ScoreCatalog() => ByName = All.ToDictionary(static score => score.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScoreDefinition> All { get; } =
    [
        ToolArgumentsScore.Definition,
        ToolCallsScore.Definition,
        RefusalsOnMissingScore.Definition,
        HandoffsScore.Definition,
        GoalsScore.Definition,
        RecordsScore.Definition,
        LabelsScore.Definition,
        AskedAgainScore.Definition,
        DuplicatesScore.Definition,
        TurnsScore.Definition,
        FinishedScore.Definition,
        FabricationsScore.Definition,
        FalseNotFoundScore.Definition,
        AnswersWithoutLookupScore.Definition,
        NeedlessRefusalsScore.Definition,
        ClaimedActionsScore.Definition,
        FormattedRepliesScore.Definition,
    ];

    /// <summary>The score of that name; null where there is none.</summary>
    public static ScoreDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether more of it is better; false of a name that is no score's.</summary>
    public static bool HigherIsBetter(string name) => Find(name) is { HigherIsBetter: true };

    /// <summary>Whether it is a share of trials, 0 to 1; true of a name that is no score's.</summary>
    public static bool IsShare(string name) => Find(name) is not { IsShare: false };
}
