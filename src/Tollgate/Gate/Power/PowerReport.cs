namespace Tollgate.Gate.Power;

/// <summary>How often a rubric's rule errs, and how often it sees what is there.</summary>
public sealed record PowerReport
{
    /// <summary>Every kind of candidate at the planned size.</summary>
    public required IReadOnlyList<PowerRate> Rates { get; init; }

    /// <summary>The hoped-for candidate at other sizes, ascending.</summary>
    public required IReadOnlyList<PowerRate> Sizes { get; init; }

    /// <summary>Pairs of sessions with which it is adopted four times in five; null for none within reach.</summary>
    public int? SessionsFor80 { get; init; }

    /// <summary>The same for nine times in ten.</summary>
    public int? SessionsFor90 { get; init; }

    /// <summary>What stands in the way of a candidate that is hoped for: whole sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

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

    /// <summary>Candidates that are as much better as is hoped for.</summary>
    public PowerRate Hoped => Rates.First(static rate => rate.Scenario == PowerStudy.Hoped);
}
