using Tollgate.Advice;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.OfExchanges;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;
using Tollgate.Tests.Measures;

namespace Tollgate.Tests.Advice;

public class AdvisorTests
{
    [Fact]
    public void Recommend_OneIsFasterInAll_SaysThatItIsShown()
    {
        var advice = Advisor.Recommend([Target("slow", 900, 40, 60_000), Target("fast", 500, 100, 18_000)]);
        advice.Select(each => each.Workload).ShouldBe([Workload.VoiceAgent, Workload.Chat, Workload.LongJob]);
        advice.ShouldAllBe(each => each.Target == "fast" && each.Shown && each.NotDistinguished.Count == 0);
        advice[0].Sentence.ShouldBe(
            "fast: 95% of callers wait at most 500 ms [490, 510] for the first answer, within the limit of 800 ms. "
            + "No answer stalled for more than 250 ms. Next comes slow (900 ms [882, 918]).");
    }

    [Fact]
    public void Recommend_IntervalsOverlap_SaysThatNoDifferenceIsShown()
    {
        var advice = Advisor.Recommend([Target("a", 500, 100, 18_000), Target("b", 505, 99, 18_100)]);
        advice.ShouldAllBe(each => !each.Shown && each.Sentence.Contains("No difference shown"));
    }

    [Fact]
    public void Recommend_VoiceTie_TakesTheOneThatStallsLess()
    {
        var stalls = new Stalls(250, 50, 0, 40, Proportions.Wilson(40, 200));
        Advisor.Recommend([Target("a", 500, 100, 18_000) with { Stalls = stalls }, Target("b", 505, 99, 18_100)])[0]
            .Target.ShouldBe("b");
    }

    [Fact]
    public void Recommend_LongJobTie_TakesTheCheaper()
    {
        var dear = Target("a", 500, 100, 18_000) with { Cost = new Cost("USD", 2, 0.02m, 0) };
        var cheap = Target("b", 505, 99, 18_100) with { Cost = new Cost("USD", 1, 0.01m, 0) };
        Advisor.Recommend([dear, cheap])[2].Target.ShouldBe("b");
    }

    [Fact]
    public void Recommend_OverTheLimit_SaysSo() =>
        Advisor.Recommend([Target("a", 1500, 100, 18_000)])[0].Sentence.ShouldContain("over the limit of 800 ms");

    [Fact]
    public void Recommend_OneThatFailsOften_IsLeftOutAndNamed()
    {
        var advice = Advisor.Recommend(
            [Target("fast", 300, 100, 9_000) with { Failed = 60 }, Target("sound", 500, 100, 18_000)]);
        advice.ShouldAllBe(each => each.Target == "sound" && each.Sentence.Contains("Left out for its failures: fast"));
    }

    [Fact]
    public void Recommend_NothingCompleted_RecommendsNothing() =>
        Advisor.Recommend([Target("a", 1, 1, 1) with { Completed = 0 }]).ShouldBeEmpty();

    private static TargetMeasures Target(string name, double firstMs, double rate, double taskMs) => new()
    {
        Target = Recorded.Target(name),
        Issued = 200,
        Completed = 200,
        Stalls = new Stalls(250, 0, 0, 0, Proportions.Wilson(0, 200)),
        Values = new Dictionary<Measure, QuantileSummary>
        {
            [FirstToken.Measure] = Figures(firstMs),
            [Wait.Measure] = Figures(firstMs),
            [Gap.Measure] = Figures(10),
            [TokensPerSecond.Measure] = Figures(rate),
            [TaskTime.Measure] = Figures(taskMs),
        },
    };

    private static QuantileSummary Figures(double value) => new()
    {
        N = 200,
        P50 = value,
        P95 = value,
        P50Interval = new Interval(value * 0.98, value * 1.02),
        P95Interval = new Interval(value * 0.98, value * 1.02),
    };
}
