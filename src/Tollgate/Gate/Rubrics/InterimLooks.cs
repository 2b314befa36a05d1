using MathNet.Numerics.Distributions;
using Tollgate.Statistics;

namespace Tollgate.Gate.Rubrics;

/// <summary>Which confidence each interval has at a look, so that looking early does not raise the error.</summary>
internal static class InterimLooks
{
    // z of 7: what lies beyond is 1e-12, and a confidence nearer to 1 cannot be told from it.
    private const double HighestBound = 7;

    /// <summary>The look at so many pairs of sessions, after earlier looks at fewer.</summary>
    /// <param name="rubric">Whose design it is.</param>
    /// <param name="earlier">How many pairs the earlier looks of this series had, ascending.</param>
    /// <param name="sessions">How many there are now; at least 1; where no more than at an earlier look,
    /// as little can be concluded as after the planned ones.</param>
    public static LookTaken Take(Rubric rubric, IReadOnlyList<int> earlier, int sessions)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sessions);
        var share = (double)sessions / rubric.PlannedSessions;
        var information = rubric.InterimLooks == LookDesign.AlwaysValid ? share : Math.Min(1, share);
        return new LookTaken(
            rubric.InterimLooks, earlier.Count + 1, information, At(rubric, rubric.Confidence, earlier, sessions),
            At(rubric, rubric.LossConfidence, earlier, sessions));
    }

    private static double At(Rubric rubric, double confidence, IReadOnlyList<int> earlier, int sessions)
    {
        switch (rubric.InterimLooks)
        {
            case LookDesign.Once:
                return confidence;
            case LookDesign.AlwaysValid:
                return Confidence(ConfidenceSequence.StandardErrors(sessions, rubric.PlannedSessions, confidence));
            default:
                // The look at what was planned spends all that is left, and a later one has nothing to spend; nor has
                // one at which there is no more than at an earlier one.
                if (earlier.Any(n => n >= rubric.PlannedSessions || n >= sessions))
                {
                    return Confidence(HighestBound);
                }

                double[] information =
                [
                    .. earlier.Select(n => (double)n / rubric.PlannedSessions),
                    Math.Min(1, (double)sessions / rubric.PlannedSessions),
                ];
                var function = rubric.InterimLooks == LookDesign.Pocock
                    ? SpendingFunction.Pocock
                    : SpendingFunction.ObrienFleming;
                return Confidence(GroupSequential.Bounds(information, (1 - confidence) / 2, function)[^1]);
        }
    }

    private static double Confidence(double bound) => 1 - (2 * Normal.CDF(0, 1, -Math.Min(bound, HighestBound)));
}
