using MathNet.Numerics.Distributions;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>How much more evidence would probably settle what is inconclusive.</summary>
internal static class SampleSizeEstimate
{
    // Beyond a hundred times as much nobody would go.
    private const double Furthest = 100;
    private const double Step = 1.05;

    // Repeats cost no writing. So they are preferred to further scripts, but not at more than that many times as many.
    private const double MaxRepeats = 4;

    /// <summary>
    /// The least further evidence with which the verdict would be settled four times in five, if the figures stay as
    /// they are: each half of an interval becomes h sqrt(v) (z' + z(0.8)) / z, which leaves room for the estimate to
    /// move, with z' the bound of the next look and z that of this one. v is what becomes of the variance: n / m for m
    /// / n times the scripts; p + (1 - p) n / m for as many times the repeats, with p the part that is between scripts.
    /// Null for none within reach; with less than the rubric or an interval wants, at least what is missing, whatever
    /// can be foreseen beyond it.
    /// </summary>
    /// <param name="rubric">The rule.</param>
    /// <param name="rows">What it came to.</param>
    /// <param name="size">What it came from.</param>
    /// <param name="earlier">Pairs at each look so far, this one last.</param>
    public static FurtherEvidence? Estimate(
        Rubric rubric, IReadOnlyList<VerdictRow> rows, SampleSize size, IReadOnlyList<int> earlier)
    {
        var wanted = Wanted(rubric, rows, size);

        // What is planned is to come anyway, however many times as many that are.
        var planned = 1.1 * wanted.Pairs / size.Pairs;
        var repeats = Search(rubric, rows, size, wanted, earlier, Math.Max(MaxRepeats, planned), static (row, times) =>
            row.ScriptPart + ((1 - row.ScriptPart) / times));
        if (wanted.Scripts <= size.Scripts && repeats is { } more)
        {
            return new FurtherEvidence(more - size.Pairs, 0);
        }

        if (Search(rubric, rows, size, wanted, earlier, Furthest, static (_, times) => 1 / times) is not { } all)
        {
            return Missing(size, wanted);
        }

        if (rubric.Claim == RubricClaim.TheseScripts)
        {
            return new FurtherEvidence(all - size.Pairs, 0);
        }

        var scripts = Math.Max(wanted.Scripts, (int)Math.Ceiling(all / size.Repeats));
        var pairs = Math.Max(wanted.Pairs, size.WithScripts(scripts).Pairs);
        return new FurtherEvidence(pairs - size.Pairs, scripts - size.Scripts);
    }

    private static FurtherEvidence? Missing(SampleSize size, SampleSize wanted) =>
        wanted.Pairs > size.Pairs || wanted.Scripts > size.Scripts
            ? new FurtherEvidence(Math.Max(0, wanted.Pairs - size.Pairs), Math.Max(0, wanted.Scripts - size.Scripts))
            : null;

    // What the rubric and the intervals want before anything is decided.
    private static SampleSize Wanted(Rubric rubric, IReadOnlyList<VerdictRow> rows, SampleSize size)
    {
        var least = rubric.InterimLooks == LookDesign.Once ? rubric.PlannedSessions : rubric.MinSessions;
        var pairs = Math.Max(least, rows.Max(static row => row.Needed?.Pairs) ?? 0);
        var scripts = Math.Max(rubric.PlannedScripts, rows.Max(static row => row.Needed?.Scripts) ?? 0);
        return size with { Pairs = Math.Max(pairs, size.Pairs), Scripts = Math.Max(scripts, size.Scripts) };
    }

    private static int? Search(
        Rubric rubric, IReadOnlyList<VerdictRow> rows, SampleSize size, SampleSize wanted, IReadOnlyList<int> earlier,
        double furthest, Func<VerdictRow, double, double> variance)
    {
        for (var times = 1.0; times <= furthest; times *= Step)
        {
            var more = (int)Math.Ceiling(size.Pairs * times);
            if (more < wanted.Pairs || more == size.Pairs)
            {
                continue;
            }

            var next = InterimLooks.Take(rubric, earlier, more);
            var (win, loss) = (
                Factor(rubric, earlier, size.Pairs, next.Confidence, wins: true),
                Factor(rubric, earlier, size.Pairs, next.LossConfidence, wins: false));
            List<VerdictRow> then = [.. rows.Select(row => Shrunk(
                row, next, win * Math.Sqrt(variance(row, times)), loss * Math.Sqrt(variance(row, times))))];
            if (VerdictRule.Decide(rubric, then, size with { Pairs = more, Scripts = wanted.Scripts })
                != VerdictOutcome.Inconclusive)
            {
                return more;
            }
        }

        return null;
    }

    private static double Factor(
        Rubric rubric, IReadOnlyList<int> earlier, int pairs, double nextConfidence, bool wins)
    {
        var now = InterimLooks.Take(rubric, [.. earlier.SkipLast(1)], pairs);
        var z = Bound(wins ? now.Confidence : now.LossConfidence);
        return (Bound(nextConfidence) + Normal.InvCDF(0, 1, 0.8)) / z;
    }

    private static double Bound(double confidence) => -Normal.InvCDF(0, 1, (1 - confidence) / 2);

    // More sessions shrink what chance leaves open: neither what is undecided, nor what the score's own error does.
    private static VerdictRow Shrunk(VerdictRow row, LookTaken next, double win, double loss)
    {
        if (row.Uncorrected is { } uncorrected)
        {
            return CorrectedRow.Correct(Shrunk(uncorrected, next, win, loss), next);
        }

        if (row.Ends.Count > 0)
        {
            return UndecidedRow.Joined(row, [.. row.Ends.Select(end => Shrunk(end, next, win, loss))]);
        }

        if (row.Outcome == RowOutcome.LeftOut || row.Difference is not { } difference)
        {
            return row;
        }

        return RowJudge.Stand(row with
        {
            Difference = difference with { Interval = Shrunk(difference.Value, difference.Interval, win) },
            LossDifference = Shrunk(difference.Value, row.LossDifference, loss),
            Change = row.Change is { } change
                ? change with { Interval = Shrunk(change.Value, change.Interval, win) }
                : null,
            LossChange = Shrunk(row.Change?.Value ?? 0, row.LossChange, loss),
            Candidate = row.Candidate is { Value: { } value } side
                ? side with { Interval = Shrunk(value, side.Interval, win) }
                : row.Candidate,
        });
    }

    private static Interval Shrunk(double value, Interval interval, double factor) =>
        new(value - ((value - interval.Lower) * factor), value + ((interval.Upper - value) * factor));
}
