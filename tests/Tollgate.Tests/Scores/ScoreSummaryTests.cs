using Tollgate.Scores.Catalog;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;

namespace Tollgate.Tests.Scores;

public class ScoreSummaryTests
{
    [Fact]
    public void Of_OneTrialASession_IsWilson()
    {
        var line = Line(Enumerable.Range(0, 20).Select(static i => ScoreCount.Trial(i < 15)));
        line.Estimate.ShouldBe(Proportions.Wilson(15, 20));
    }

    [Fact]
    public void Of_SeveralTrialsASession_IsTheRatioOfSumsWithItsSpread()
    {
        var line = Line(Enumerable.Range(0, 40).Select(static i => new ScoreCount(i % 4, 4)));
        line.Estimate.Value.ShouldBe(60 / 160.0);
        line.Estimate.Interval.Lower!.Value.ShouldBeInRange(0.2, 0.375);
        line.Estimate.Interval.Upper!.Value.ShouldBeInRange(0.375, 0.55);
    }

    // Resampling sees no spread where there is none: the interval must not be a point.
    [Theory]
    [InlineData(0, 5, 40)]
    [InlineData(5, 5, 40)]
    [InlineData(2, 4, 40)]
    [InlineData(0, 1, 1)]
    [InlineData(3, 4, 3)]
    public void Of_NoSpread_IsStillAnInterval(double sum, double count, int sessions)
    {
        var line = Line(Enumerable.Repeat(new ScoreCount(sum, count), sessions));
        var (lower, upper) = (line.Estimate.Interval.Lower!.Value, line.Estimate.Interval.Upper!.Value);
        (upper - lower).ShouldBeGreaterThan(0.01);
        line.Estimate.Value.ShouldBeInRange(lower, upper);
    }

    [Fact]
    public void Of_ScoreWithoutTrials_IsNotThere() =>
        ScoreSummary.Of([Score(default)], new RandomStream(1)).ShouldBeEmpty();

    // A score that comes later must not move what was reported before it: neither first nor last by name.
    [Theory]
    [InlineData("a_new_score")]
    [InlineData("zz_new_score")]
    public void Of_OneScoreMore_LeavesEveryOtherLineAsItWas(string added)
    {
        var sessions = Enumerable.Range(0, 40).Select(static i => new Dictionary<string, ScoreCount>
        {
            [GoalsScore.Name] = new(i % 3, 3), [RecordsScore.Name] = new((i + 1) % 4, 4),
        }).ToList();
        var before = ScoreSummary.Of(sessions, new RandomStream(1));
        sessions.ForEach(counts => counts[added] = new ScoreCount(1, 2));
        var after = ScoreSummary.Of(sessions, new RandomStream(1));
        after.Where(line => line.Name != added).ShouldBe(before);
        after.Count.ShouldBe(before.Count + 1);
    }

    private static ScoreLine Line(IEnumerable<ScoreCount> counts) =>
        ScoreSummary.Of(counts.Select(Score), new RandomStream(1)).ShouldHaveSingleItem();

    private static SessionScore Score(ScoreCount count) => new()
    {
        Suite = "s",
        Session = "a",
        Calls = [],
        Items = [],
        Counts = new Dictionary<string, ScoreCount> { [ToolArgumentsScore.Name] = count },
    };
}
