using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

public class VerdictRuleTests
{
    // W won, H held and a win ruled out, h held and a win open, O open, r open with its win ruled out, B badly lost,
    // X over its limit, L left out; w and k are won and held with a limit that is not shown to be kept.
    [Theory]
    [InlineData("WWWH", 3, VerdictOutcome.Adopt)] // three of four, and the fourth held
    [InlineData("WWWh", 3, VerdictOutcome.Adopt)]
    [InlineData("WWWW", 3, VerdictOutcome.Adopt)]
    [InlineData("WWWO", 3, VerdictOutcome.Inconclusive)] // the fourth may be a bad loss
    [InlineData("WWWr", 3, VerdictOutcome.Inconclusive)]
    [InlineData("WWWB", 3, VerdictOutcome.Reject)] // wins do not buy a bad loss
    [InlineData("WWWWB", 3, VerdictOutcome.Reject)]
    [InlineData("BWWWW", 4, VerdictOutcome.Reject)]
    [InlineData("WWWX", 3, VerdictOutcome.Reject)]
    [InlineData("WWHH", 3, VerdictOutcome.Reject)] // two wins at most
    [InlineData("WWHr", 3, VerdictOutcome.Reject)]
    [InlineData("WWHh", 3, VerdictOutcome.Inconclusive)] // the last can still be won
    [InlineData("WWhh", 3, VerdictOutcome.Inconclusive)]
    [InlineData("HHHH", 1, VerdictOutcome.Reject)]
    [InlineData("OOOO", 4, VerdictOutcome.Inconclusive)]
    [InlineData("OOOr", 4, VerdictOutcome.Reject)]
    [InlineData("WWwH", 3, VerdictOutcome.Inconclusive)] // won, but it may break its limit
    [InlineData("WWWk", 3, VerdictOutcome.Inconclusive)]
    [InlineData("WWWL", 3, VerdictOutcome.Adopt)] // left out is neither won nor lost
    [InlineData("WWHL", 3, VerdictOutcome.Reject)]
    [InlineData("WWOL", 3, VerdictOutcome.Inconclusive)]
    [InlineData("WLLL", 1, VerdictOutcome.Adopt)]
    [InlineData("HHHH", 0, VerdictOutcome.Adopt)] // not to be worse is enough
    [InlineData("HHHO", 0, VerdictOutcome.Inconclusive)]
    [InlineData("HHHB", 0, VerdictOutcome.Reject)]
    [InlineData("HHHk", 0, VerdictOutcome.Inconclusive)]
    public void Decide_RowsOfEveryKind_IsTheRule(string rows, int wins, VerdictOutcome expected)
    {
        var all = rows.Select(Row).ToList();
        var rubric = GateSamples.Rubric(wins, GateSamples.Arguments);
        VerdictRule.Decide(rubric, all, Size(30)).ShouldBe(expected);

        // Which comes first does not matter.
        all.Reverse();
        VerdictRule.Decide(rubric, all, Size(30)).ShouldBe(expected);
    }

    // One session short of the fewest is no verdict, however clear it looks.
    [Theory]
    [InlineData("WWWW", 29, VerdictOutcome.Inconclusive)]
    [InlineData("BBBB", 29, VerdictOutcome.Inconclusive)]
    [InlineData("HHHH", 1, VerdictOutcome.Inconclusive)]
    [InlineData("WWWW", 30, VerdictOutcome.Adopt)]
    [InlineData("BBBB", 30, VerdictOutcome.Reject)]
    public void Decide_FewerThanTheFewest_IsInconclusive(string rows, int sessions, VerdictOutcome expected) =>
        VerdictRule.Decide(GateSamples.Rubric(3, GateSamples.Arguments), [.. rows.Select(Row)], Size(sessions))
            .ShouldBe(expected);

    // Rows that are not judged yet may all be won: what rejects before is what rejects after.
    [Theory]
    [InlineData("H", 3, 3, false)]
    [InlineData("HH", 2, 3, true)]
    [InlineData("B", 3, 0, true)]
    [InlineData("L", 2, 3, true)]
    [InlineData("", 4, 4, false)]
    public void IsRejected_WithSomeToCome_NeverRejectsWhatTheyCouldSave(string rows, int open, int wins, bool expected)
    {
        var some = rows.Select(Row).ToList();
        var rubric = GateSamples.Rubric(wins, GateSamples.Arguments);
        VerdictRule.IsRejected(rubric, some, open, Size(30)).ShouldBe(expected);
        VerdictRule.IsRejected(rubric, some, open, Size(29)).ShouldBeFalse("too few sessions");
        var whole = some.Concat(Enumerable.Range(0, open).Select(_ => Row('W'))).ToList();
        (VerdictRule.Decide(rubric, whole, Size(30)) == VerdictOutcome.Reject).ShouldBe(expected);
    }

    // What was planned for one look binds it; a design that looks early may conclude from the fewest on.
    [Theory]
    [InlineData(LookDesign.Once, 52, 26, VerdictOutcome.Inconclusive)]
    [InlineData(LookDesign.Once, 312, 26, VerdictOutcome.Adopt)]
    [InlineData(LookDesign.Once, 312, 25, VerdictOutcome.Inconclusive)] // fewer scripts than planned
    [InlineData(LookDesign.ObrienFleming, 52, 26, VerdictOutcome.Adopt)]
    [InlineData(LookDesign.AlwaysValid, 52, 26, VerdictOutcome.Adopt)]
    public void Decide_FewerThanPlanned_BindsWhoLooksOnce(
        LookDesign design, int pairs, int scripts, VerdictOutcome expected)
    {
        var rubric = GateSamples.Rubric(3, GateSamples.Arguments) with
        {
            InterimLooks = design, PlannedSessions = 312, PlannedScripts = 26,
        };
        VerdictRule.Decide(rubric, [.. "WWWW".Select(Row)], new SampleSize(scripts, pairs, 2)).ShouldBe(expected);
    }

    private static SampleSize Size(int pairs) => new(pairs, pairs, 1);

    private static VerdictRow Row(char kind) => kind switch
    {
        'W' => GateSamples.Row(RowOutcome.Won),
        'w' => GateSamples.Row(RowOutcome.Won, limits: ClaimStatus.Open),
        'H' => GateSamples.Row(RowOutcome.NonInferior, ClaimStatus.Refuted),
        'h' => GateSamples.Row(RowOutcome.NonInferior),
        'k' => GateSamples.Row(RowOutcome.NonInferior, limits: ClaimStatus.Open),
        'O' => GateSamples.Row(RowOutcome.Open),
        'r' => GateSamples.Row(RowOutcome.Open, ClaimStatus.Refuted),
        'B' => GateSamples.Row(RowOutcome.Inferior, ClaimStatus.Refuted),
        'X' => GateSamples.Row(RowOutcome.OverTheLimit),
        _ => GateSamples.Row(RowOutcome.LeftOut),
    };
}
