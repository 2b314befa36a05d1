using MathNet.Numerics.Distributions;
using Tollgate.Statistics;

namespace Tollgate.Gate;

/// <summary>How many more pairs of sessions would probably settle what is inconclusive.</summary>
internal static class MoreSessions
{
    // Beyond a hundred times as many nobody would go.
    private const double Furthest = 100;
    private const double Step = 1.05;

    /// <summary>
    /// The fewest further pairs with which the verdict would be settled four times in five, if the figures stay as they
    /// are and intervals shrink with the root of the sessions: each half of an interval becomes
    /// h sqrt(n / m) (z + z(0.8)) / z, which leaves room for the estimate to move. Null for none within reach; with
    /// fewer pairs than the rubric or an interval wants, at least those that are missing, whatever can be foreseen
    /// beyond them.
    /// </summary>
    public static int? Estimate(Rubric rubric, IReadOnlyList<VerdictRow> rows, int sessions)
    {
        var room = Normal.InvCDF(0, 1, 0.8) / Normal.InvCDF(0, 1, 0.5 + (rubric.Confidence / 2));
        for (var times = 1.0; times <= Furthest; times *= Step)
        {
            var more = (int)Math.Ceiling(sessions * times);
            if (more < rubric.FewestSessions || more == sessions)
            {
                continue;
            }

            var factor = (1 + room) / Math.Sqrt(times);
            List<VerdictRow> then = [.. rows.Select(row => Shrunk(row, factor))];
            if (VerdictRule.Decide(rubric, then, more) != VerdictOutcome.Inconclusive)
            {
                return more - sessions;
            }
        }

        var wanted = Math.Max(rubric.FewestSessions, rows.Max(static row => row.PairsNeeded) ?? 0);
        return sessions < wanted ? wanted - sessions : null;
    }

    private static VerdictRow Shrunk(VerdictRow row, double factor)
    {
        if (row.Outcome == RowOutcome.LeftOut || row.Difference is not { } difference)
        {
            return row;
        }

        return RowJudge.Stand(row with
        {
            Difference = difference with { Interval = Shrunk(difference.Value, difference.Interval, factor) },
            LossDifference = Shrunk(difference.Value, row.LossDifference, factor),
            Change = row.Change is { } change
                ? change with { Interval = Shrunk(change.Value, change.Interval, factor) }
                : null,
            LossChange = Shrunk(row.Change?.Value ?? 0, row.LossChange, factor),
            Candidate = row.Candidate is { Value: { } value } side
                ? side with { Interval = Shrunk(value, side.Interval, factor) }
                : row.Candidate,
        });
    }

    private static Interval Shrunk(double value, Interval interval, double factor) =>
        new(value - ((value - interval.Lower) * factor), value + ((interval.Upper - value) * factor));
}
