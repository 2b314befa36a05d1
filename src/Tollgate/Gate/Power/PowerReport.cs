namespace Tollgate.Gate.Power;

/// <summary>How often a rubric's rule errs, and how often it sees what is there.</summary>
internal sealed record PowerReport
{
    /// <summary>Every kind of candidate at the planned size.</summary>
    public required IReadOnlyList<PowerRate> Rates { get; init; }

    /// <summary>The hoped-for candidate at other sizes, ascending.</summary>
    public required IReadOnlyList<PowerRate> Sizes { get; init; }

    /// <summary>Pairs of sessions with which it is adopted four times in five; null for none within reach.</summary>
    public int? SessionsFor80 { get; init; }

    /// <summary>The same for nine times in ten.</summary>
    public int? SessionsFor90 { get; init; }

    /// <summary>Scripts at the planned size.</summary>
    public int Scripts { get; init; }

    /// <summary>What scripts were taken to differ by; null where they are a run's own.</summary>
    public ScriptSpread? Spread { get; init; }

    /// <summary>What stands in the way of a candidate that is hoped for: whole sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What scores are taken to get wrong, and to leave undecided: whole sentences.</summary>
    public IReadOnlyList<string> Assumed { get; init; } = [];

    /// <summary>Candidates that are no better.</summary>
    public PowerRate Equal => Rates[0];

    /// <summary>
    /// Candidates that are badly worse on one criterion, whichever: all kinds together, since the highest of several
    /// rates is higher than what any of them stands for.
    /// </summary>
    public PowerRate BadlyWorse
    {
        get
        {
            var bad = Rates.Where(static rate => rate.Scenario.StartsWith(PowerStudy.Bad, StringComparison.Ordinal))
                .ToList();
            return new PowerRate(
                "badly_worse", "badly worse on one, better as hoped on the rest", bad[0].Sessions,
                bad.Sum(static rate => rate.Trials), bad.Sum(static rate => rate.Adopted),
                bad.Sum(static rate => rate.Rejected))
            {
                MeanSessions = bad.Average(static rate => rate.MeanSessions),
            };
        }
    }

    /// <summary>
    /// Candidates that win what is hoped on one criterion fewer than needed, and are better by just the margin of a win
    /// on the others: the highest rate of an adoption that is not earned. Of n criteria with k wins needed it is at
    /// most 1 - (1 - a)^(n - k + 1), with a half of what the confidence of a win leaves. Null where no win is needed.
    /// </summary>
    public PowerRate? AlmostAtTheMargin =>
        Rates.FirstOrDefault(static rate => rate.Scenario == PowerStudy.AlmostAtTheMargin);

    /// <summary>Candidates that are as much better as is hoped for.</summary>
    public PowerRate Hoped => Rates.First(static rate => rate.Scenario == PowerStudy.Hoped);
}
