using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

public class MissingNumbersTests
{
    private static readonly Criterion Mean = new()
    {
        Name = "judge's mark",
        Figure = new Figure(FigureSource.Number, "mark", FigureKind.Mean, FigureUnit.Plain) { HasQuantiles = true },
        Better = BetterWhen.Higher,
        Win = new Margin(0.2, Relative: false),
        BadLoss = new Margin(0.3, Relative: false),
    };

    // The marks of both sides by session, a dash for none; the rule; the marks that are judged, and what is said.
    [Theory]
    [InlineData("4 4 4", "5 5 5", MissingNumber.Refuse, "4 4 4", "5 5 5", "")]
    [InlineData("4 4 4", "5 - 5", MissingNumber.Refuse, "4 4 4", "5 - 5", "1 of 3 sessions of new have no mark, the first is s1")]
    [InlineData("- - 4", "5 5 5", MissingNumber.Refuse, "- - 4", "5 5 5", "2 of 3 sessions of old have no mark, the first is s0")]
    [InlineData("4 3 4", "5 - 5", MissingNumber.LeaveOut, "4 - 4", "5 - 5", "mark rests on 2 of 3 pairs: 1 have no value on one side or both")]
    [InlineData("- 3 4", "5 - 5", MissingNumber.LeaveOut, "- - 4", "- - 5", "mark is left with 1 of 3 pairs, since the others have no value; expected at least the 2 that the rubric wants.")]
    [InlineData("4 - 4", "5 5 -", MissingNumber.Worst, "4 1 4", "5 5 1", "1 of 3 sessions of old have no mark, and count as the worst")]
    [InlineData("4 4 4", "5 5 5", MissingNumber.Worst, "4 4 4", "5 5 5", "")]
    public void Apply_SessionsWithoutAMark_GoesByTheRule(
        string own, string other, MissingNumber rule, string judged, string against, string says)
    {
        var criterion = Mean with { Missing = rule, Worst = rule == MissingNumber.Worst ? 1 : null };
        var result = MissingNumbers.Apply(Rubric(criterion), Side("old", own), Side("new", other));
        Marks(result.Baseline).ShouldBe(judged);
        Marks(result.Candidate).ShouldBe(against);
        var said = string.Join("|", result.Refusals.Concat(result.Notes));
        (said.Length == 0).ShouldBe(says.Length == 0, said);
        said.ShouldContain(says);
        (result.Refusals.Count > 0).ShouldBe(says.Contains("first is") || says.Contains("expected"));
    }

    // Withheld: what a side lacks is no better than the worst that it could have.
    [Theory]
    [InlineData(BetterWhen.Higher, double.NegativeInfinity)]
    [InlineData(BetterWhen.Lower, double.PositiveInfinity)]
    public void Apply_TheWorstOfAQuantile_IsWorseThanEveryValue(BetterWhen better, double expected)
    {
        var quantile = Mean with
        {
            Figure = Mean.Figure with { Kind = FigureKind.Quantile, Quantile = 0.1 }, Better = better, Missing = MissingNumber.Worst,
        };
        var result = MissingNumbers.Apply(Rubric(quantile), Side("old", "4 4 4"), Side("new", "5 - 5"));
        result.Candidate.Sessions[1].Values["mark"].ShouldBe([expected]);
        result.Candidate.Sessions[0].Values["mark"].ShouldBe([5]);
    }

    // What is no pair, or is left out by name, needs no mark; a side without the number is the judge's to refuse.
    [Fact]
    public void Apply_SessionsThatAreNotJudged_NeedNoMark()
    {
        var rubric = Rubric(Mean) with { LeaveOut = [new LeaveOut("s1", null, "a test")] };
        MissingNumbers.Apply(rubric, Side("old", "4 - 4 -"), Side("new", "5 5 5")).Refusals.ShouldBeEmpty();
        MissingNumbers.Apply(Rubric(Mean), Side("old", "- - -"), Side("new", "5 5 5")).Refusals.ShouldBeEmpty();
    }

    private static Rubric Rubric(Criterion criterion) => GateSamples.Rubric(1, criterion) with { MinSessions = 2 };

    private static string Marks(SideEvidence side) => string.Join(' ', side.Sessions.Select(session =>
        session.Values.TryGetValue("mark", out var values) ? FormattableString.Invariant($"{values[0]}") : "-"));

    private static SideEvidence Side(string target, string marks) => GateSamples.Side(target, marks.Split(' ').Select((mark, i) =>
        mark == "-" ? GateSamples.Session(i) : GateSamples.Session(i, sums: ("mark", double.Parse(mark), 1)) with
        {
            Values = new Dictionary<string, double[]> { ["mark"] = [double.Parse(mark)] },
        }));
}
