using System.Runtime.InteropServices;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Measures.Comparing;

/// <summary>Compares the task times of two targets.</summary>
internal static class TaskComparer
{
    // Beyond that many tasks, they are dealt into this many groups, which are resampled whole: as exact, and as quick.
    private const int MaxUnits = 1000;
    private const int Figures = 4;

    /// <summary>The comparison; null where either has no completed task.</summary>
    public static Comparison? Compare(TargetMeasures baseline, TargetMeasures candidate, ulong seed)
    {
        if (baseline.TaskRows.Count == 0 || candidate.TaskRows.Count == 0)
        {
            return null;
        }

        var random = new RandomStream(seed);
        var first = Units(baseline.TaskRows, random.Fork(1));
        var second = Units(candidate.TaskRows, random.Fork(2));
        var (before, after) = (Sum(first), Sum(second));
        Span<double> parts = stackalloc double[Figures];
        Split(before, after, parts);
        var intervals = Bootstrap.BiasCorrected(
            [first.Length, second.Length],
            Figures,
            (drawn, figures) => SplitDrawn(first, second, drawn, figures),
            random.Fork(3));
        return Of(baseline, candidate, before, after, parts, intervals);
    }

    /// <summary>
    /// The comparison of two targets of which each was measured in several runs. The runs are the sample: each figure's
    /// interval is Student's, over what the figure comes to with one run in the place of its side. Where the two sides
    /// shared their runs, the runs are pairs, and the interval is of the pairs' differences; else it is Welch's
    /// (B. L. Welch, Biometrika 34, 1947).
    /// </summary>
    /// <param name="baseline">The same target in two runs or more, each with a completed task.</param>
    /// <param name="candidate">Another, likewise.</param>
    /// <param name="paired">Run i of one is run i of the other.</param>
    public static Comparison CompareRuns(
        IReadOnlyList<TargetMeasures> baseline, IReadOnlyList<TargetMeasures> candidate, bool paired)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline.Count, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(candidate.Count, 2);
        var (first, second) = (Runs(baseline), Runs(candidate));
        var (before, after) = (Sum(first), Sum(second));
        Span<double> parts = stackalloc double[Figures];
        Split(before, after, parts);
        var intervals = new Interval[Figures];
        for (var figure = 0; figure < Figures; figure++)
        {
            var half = paired
                ? HalfWidthOfPairs(first, second, figure)
                : HalfWidth(
                    [.. first.Select(run => Figure(run, after, figure))],
                    [.. second.Select(run => Figure(before, run, figure))]);
            intervals[figure] = new Interval(parts[figure] - half, parts[figure] + half);
        }

        return Of(baseline[0], candidate[0], before, after, parts, intervals) with
        {
            Basis = ComparisonBasis.SeveralRuns,
        };
    }

    private static Comparison Of(
        TargetMeasures baseline, TargetMeasures candidate, in TaskSums before, in TaskSums after,
        ReadOnlySpan<double> parts, IReadOnlyList<Interval> intervals)
    {
        var (firstToken, rate, tokens, difference) = AddingUp(parts[0], parts[1], parts[3]);
        return new Comparison
        {
            Baseline = baseline.Target.Name,
            Candidate = candidate.Target.Name,
            BaselineMeanMs = before.MeanMs,
            CandidateMeanMs = after.MeanMs,
            TaskMsDifference = difference,
            TaskMsDifferenceInterval = intervals[3],
            FirstTokenMs = firstToken,
            FirstTokenInterval = intervals[0],
            RateMs = rate,
            RateInterval = intervals[1],
            TokensMs = tokens,
            TokensInterval = intervals[2],
        };
    }

    private static TaskSums[] Runs(IReadOnlyList<TargetMeasures> runs) =>
        [.. runs.Select(run => Sum([.. run.TaskRows.Select(TaskSums.Of)]))];

    private static double Figure(in TaskSums before, in TaskSums after, int figure)
    {
        Span<double> parts = stackalloc double[Figures];
        Split(before, after, parts);
        return parts[figure];
    }

    private static double HalfWidthOfPairs(TaskSums[] first, TaskSums[] second, int figure)
    {
        double[] differences = [.. first.Zip(second, (before, after) => Figure(before, after, figure))];
        return Means.Of(differences).Interval is { Lower: { } lower, Upper: { } upper }
            ? (upper - lower) / 2
            : double.PositiveInfinity;
    }

    private static double HalfWidth(double[] first, double[] second)
    {
        var (a, b) = (SquaredError(first), SquaredError(second));
        if (a + b == 0)
        {
            return 0;
        }

        var degrees = (a + b) * (a + b) / ((a * a / (first.Length - 1)) + (b * b / (second.Length - 1)));
        return Means.StudentQuantile(degrees) * Math.Sqrt(a + b);
    }

    private static double SquaredError(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }

    /// <summary>
    /// Rounds to the nanosecond, and leaves to the number of tokens what makes (first token + rate) + tokens come out
    /// as the difference in doubles, to the last bit.
    /// </summary>
    private static (double FirstToken, double Rate, double Tokens, double Difference) AddingUp(
        double firstTokenMs, double rateMs, double differenceMs)
    {
        var (first, rate, difference) = (Rounded(firstTokenMs), Rounded(rateMs), Rounded(differenceMs));
        var tokens = difference - (first + rate);
        if (first + rate + Rounded(tokens) == difference)
        {
            return (first, rate, Rounded(tokens), difference);
        }

        // Rounding a sum to nearest is monotone, so a neighbour of the difference of two doubles hits, or nothing does;
        // then the difference is what the parts say.
        foreach (var tried in (ReadOnlySpan<double>)[tokens, Math.BitIncrement(tokens), Math.BitDecrement(tokens)])
        {
            if (first + rate + tried == difference)
            {
                return (first, rate, tried, difference);
            }
        }

        return (first, rate, tokens, first + rate + tokens);
    }

    private static double Rounded(double ms) => Math.Round(ms, 6);

    // Each round is dealt in a new order, so that a period in the load cannot line up with the groups.
    private static TaskSums[] Units(IReadOnlyList<TaskRow> rows, RandomStream random)
    {
        var units = new TaskSums[Math.Min(rows.Count, MaxUnits)];
        int[] deal = [.. Enumerable.Range(0, units.Length)];
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % units.Length == 0 && i > 0)
            {
                random.Shuffle(deal);
            }

            units[deal[i % units.Length]] += TaskSums.Of(rows[i]);
        }

        return units;
    }

    private static TaskSums Sum(ReadOnlySpan<TaskSums> units)
    {
        var sum = default(TaskSums);
        foreach (var unit in units)
        {
            sum += unit;
        }

        return sum;
    }

    private static void SplitDrawn(TaskSums[] first, TaskSums[] second, ReadOnlySpan<int> drawn, Span<double> figures)
    {
        TaskSums before = default, after = default;
        foreach (var i in drawn)
        {
            if (i < first.Length)
            {
                before += first[i];
            }
            else
            {
                after += second[i - first.Length];
            }
        }

        Split(before, after, figures);
    }

    // Writes the first token's part, the rate's, the tokens' and the whole difference.
    private static void Split(in TaskSums before, in TaskSums after, Span<double> parts)
    {
        parts[0] = after.MeanFirstMs - before.MeanFirstMs;
        parts[3] = after.MeanMs - before.MeanMs;
        if (before.Tokens > 0 && after.Tokens > 0)
        {
            parts[1] = (after.MsPerToken - before.MsPerToken) * (before.MeanTokens + after.MeanTokens) / 2;
            parts[2] = (after.MeanTokens - before.MeanTokens) * (before.MsPerToken + after.MsPerToken) / 2;
        }
        else
        {
            // Without a token after the first there is no rate to speak of: all of it is the tokens'.
            parts[1] = 0;
            parts[2] = parts[3] - parts[0];
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct TaskSums(long Tasks, double FirstMs, double StreamMs, double Tokens)
    {
        public double MeanFirstMs => FirstMs / Tasks;

        public double MeanTokens => Tokens / Tasks;

        public double MsPerToken => StreamMs / Tokens;

        public double MeanMs => (FirstMs + StreamMs) / Tasks;

        public static TaskSums Of(TaskRow row) => new(1, row.FirstMs, row.StreamMs, row.Tokens);

        public static TaskSums operator +(TaskSums a, TaskSums b) => new(
            a.Tasks + b.Tasks, a.FirstMs + b.FirstMs, a.StreamMs + b.StreamMs, a.Tokens + b.Tokens);
    }
}
