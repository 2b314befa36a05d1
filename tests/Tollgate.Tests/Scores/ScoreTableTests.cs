using System.Text.RegularExpressions;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Definitions;
using Tollgate.Tests.Gate;

namespace Tollgate.Tests.Scores;

/// <summary>The table of the scores in docs/scores.md is the catalog's.</summary>
public partial class ScoreTableTests
{
    // UPDATE_GOLDEN=1 writes the table anew.
    [Fact]
    public void Docs_Scores_AreTheCatalogs()
    {
        var path = Path.Combine(GateSamples.Root, "docs", "scores.md");
        var text = File.ReadAllText(path);
        var table = string.Concat(ScoreCatalog.All.OrderBy(static score => score.Place).Select(Row));
        var written = Rows().Replace(text, table, 1);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, written);
        }

        written.ShouldContain(table);
        File.ReadAllText(path).ShouldBe(written, "UPDATE_GOLDEN=1 rewrites it.");
    }

    private static string Row(ScoreDefinition score) =>
        $"| `{score.Name}` | {score.Meaning} | {(score.HigherIsBetter ? "higher" : "lower")} | {Error(score)} |\n";

    private static string Error(ScoreDefinition score) => ScoreErrors.TakenIn(score.Name) is null ? "none"
        : ScoreErrors.Of(score.Name) is null ? "not measured" : "measured";

    [GeneratedRegex(@"(?<=\| score \| hits of trials \| better \| its own error \|\n\| --- \| --- \| --- \| --- \|\n)(\|.*\n)*")]
    private static partial Regex Rows();
}
