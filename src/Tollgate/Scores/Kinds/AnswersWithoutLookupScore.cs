using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Lookups answered without a call of the tool, of the lookups that were due.</summary>
internal static class AnswersWithoutLookupScore
{
    public const string Name = "unlooked_answers";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Answers without a lookup",
        Meaning = "answers that state something before what it needs was looked up, of the turns in which a lookup was due",
        Better = BetterWhen.Lower,
        Place = 110,
        Usual = new UsualShape(0.02, 4),
        Count = static call => call.Words.GetValueOrDefault(Name),
    };
}
