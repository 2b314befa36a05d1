using System.Globalization;
using System.Text;
using Tollgate.Sessions.Recognition;
using Tollgate.Suites;

namespace Tollgate.RecognitionBench;

/// <summary>
/// Finds the parameters under which the model's figures are those of the real pairs. Each parameter moves one figure
/// above all, so each is scaled by how far its figure is off, over and over (iterative proportional fitting).
/// </summary>
internal static class Fitting
{
    private const int Rounds = 40;
    private const int Polished = 3;
    private const int MaxRunLength = 8;
    private static readonly double HighestRate = SuiteSession.NoiseBounds.Max;

    public static FittedModel Fit(IReadOnlyList<Pair> pairs, Action<string> tell)
    {
        var runs = RunTable(pairs);
        return new FittedModel(
            [.. Tier.All.Select(tier => FitTier(tier.Rate, tier.Weigh(pairs), runs, tell))], runs);
    }

    /// <summary>The model as the product's code, with a last shape for the highest rate.</summary>
    public static string Code(FittedModel model, IReadOnlyList<Pair> pairs)
    {
        var highest = FitOnset(model.Shapes[^1], Tier.All[^1].Weigh(pairs), model.Runs);
        return Code([.. Tier.All.Zip(model.Shapes, (tier, shape) => (tier.Rate, shape)), (HighestRate, highest)], model.Runs);
    }

    // Where words are right on both sides, so many said became so many heard. A run holds no deletion beside an insertion.
    private static List<(int Said, int Heard, double Weight)> RunTable(IReadOnlyList<Pair> pairs)
    {
        var counts = new Dictionary<(int Said, int Heard), int>();
        foreach (var run in pairs.SelectMany(pair => pair.Tally.Runs))
        {
            if (Math.Max(run.Said, run.Heard) <= MaxRunLength)
            {
                counts[run] = counts.GetValueOrDefault(run) + 1;
            }
        }

        return [.. counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key)
            .Select(one => (one.Key.Said, one.Key.Heard, (double)one.Value))];
    }

    private static ErrorShape FitTier(
        double rate, Sample sample, List<(int Said, int Heard, double Weight)> runs, Action<string> tell)
    {
        var goal = sample.Real().Figures();
        var shape = new ErrorShape(rate * 0.7, 2, 1.2, 1, 1, [1, 1, 1, 1, 1]);
        for (var round = 0; round < Rounds + Polished; round++)
        {
            // Large steps first, then small ones over more draws, the more the rarer errors are; at last a few over very
            // many, which leave nothing to chance.
            var late = round >= Rounds / 2;
            var polish = round >= Rounds;
            var draws = polish ? (int)(8 / rate) : late ? Math.Max(6, (int)(1 / rate)) : 3;
            var found = Try(shape, rate, sample, runs, draws, (ulong)round);
            var step = polish ? 0.7 : late ? 0.35 : 0.8;
            shape = new ErrorShape(
                shape.Onset * Off(0, step),
                Math.Clamp(shape.Evenness * Math.Pow(found[4] / goal[4], 6 * step), 0.2, 40),
                shape.EntityFactor * Off(10, 1.2 * step),
                shape.DeletionTilt * Off(2, step),
                shape.InsertionTilt * Off(3, step),
                [1, .. Enumerable.Range(1, 4).Select(k => shape.Lengths[k] * Off(5 + k, step) / Off(5, step))]);

            double Off(int figure, double power) => Math.Pow(goal[figure] / found[figure], power);
            if (round % 10 == 9 || polish)
            {
                tell($"{rate:0.00} round {round + 1}: "
                    + string.Join(' ', found.Take(Tally.Held).Zip(goal, (a, b) => (a / b).ToString("0.000"))));
            }
        }

        return shape;
    }

    private static ErrorShape FitOnset(ErrorShape shape, Sample sample, List<(int Said, int Heard, double Weight)> runs)
    {
        for (var round = 0; round < 25; round++)
        {
            var found = Try(shape, HighestRate, sample, runs, 3, (ulong)round);
            shape = shape with { Onset = shape.Onset * Math.Pow(HighestRate / found[0], 1.2) };
        }

        return shape;
    }

    private static double[] Try(
        ErrorShape shape, double rate, Sample sample, List<(int Said, int Heard, double Weight)> runs, int seeds, ulong seed) =>
        sample.Generated(
            new Recogniser(
                new RecogniserSettings { WordErrorRate = rate, InterimWords = 1_000 }, new ErrorPlan(shape, runs)),
            seeds, seed).Figures();

    private static string Code(
        List<(double Rate, ErrorShape Shape)> knots, List<(int Said, int Heard, double Weight)> runs)
    {
        var text = new StringBuilder("""
            namespace Tollgate.Sessions.Recognition;

            /// <summary>What the calibration found. Written by `bench/recognition --fit`: do not change by hand.</summary>
            internal static class FittedShapes
            {
                /// <summary>By tier; the last is the one before it with an onset that gives its rate.</summary>
                public static readonly IReadOnlyList<(double Rate, ErrorShape Shape)> ByRate =
                [

            """.ReplaceLineEndings("\n"));
        foreach (var (rate, shape) in knots)
        {
            var lengths = string.Join(", ", shape.Lengths.Select(Number));
            text.Append($"        ({Number(rate)}, new ErrorShape(\n            {Number(shape.Onset)}, {Number(shape.Evenness)}, ")
                .Append($"{Number(shape.EntityFactor)}, {Number(shape.DeletionTilt)}, {Number(shape.InsertionTilt)},\n")
                .Append($"            [{lengths}])),\n");
        }

        text.Append("""
                ];

                /// <summary>How often so many words said were heard as so many others, errors on both sides of none.</summary>
                public static readonly IReadOnlyList<(int Said, int Heard, double Weight)> Runs =
                [

            """.ReplaceLineEndings("\n"));
        foreach (var row in runs.Select(run => $"({run.Said}, {run.Heard}, {Number(run.Weight)}),").Chunk(7))
        {
            text.Append("        ").AppendJoin(' ', row).Append('\n');
        }

        return text.Append("    ];\n}\n").ToString();
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
