using MathNet.Numerics.Distributions;
using Tollgate.Statistics;

namespace Tollgate.GateBench;

/// <summary>
/// Draws data sets whose truth is known and looks how often the intervals of the gate hold it. The candidate is 25 %
/// slower, 20 % cheaper, or has 30 % fewer faults; each script is played once, and the sides are correlated by it.
/// </summary>
internal sealed class Coverage(int sets, ulong seed)
{
    private const int Resamples = 1000;

    public static readonly int[] Sizes = [13, 26, 52, 300];
    private static readonly double[] Quantiles = [0.5, 0.95, 0.99];
    private static readonly double[] Shares = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999];
    private static readonly double[] Spreads = [0.5, 1];

    public IEnumerable<CoverageCell> Run(int sessions)
    {
        foreach (var shape in ValueShape.All)
        {
            foreach (var cell in OfQuantiles(shape, sessions))
            {
                yield return cell;
            }
        }

        foreach (var spread in Spreads)
        {
            foreach (var cell in OfMeans(spread, sessions))
            {
                yield return cell;
            }
        }

        foreach (var share in Shares)
        {
            yield return OfShares(share, sessions);
        }
    }

    private List<CoverageCell> OfQuantiles(ValueShape shape, int sessions)
    {
        var cells = Quantiles.SelectMany(p => new[] { "difference", "ratio" }.Select(what =>
            new CoverageCell($"p{p * 100:0} {what}", shape.Name, sessions))).ToList();
        Each($"quantile {shape.Name} {sessions}", random =>
        {
            var (baseline, candidate) = shape.Draw(sessions, random);
            var values = Math.Min(baseline.Sum(one => one.Length), candidate.Sum(one => one.Length));
            for (var q = 0; q < Quantiles.Length; q++)
            {
                var p = Quantiles[q];
                var truth = shape.Quantile(p);
                var resamples = PairedQuantiles.CanBound(values, p)
                    ? PairedQuantiles.Resample(baseline, candidate, p, random, Resamples)
                    : null;
                cells[2 * q].Add(
                    resamples?.DifferenceInterval(0.95) ?? Interval.None, (ValueShape.Factor - 1) * truth);
                cells[(2 * q) + 1].Add(resamples?.RatioInterval(0.95) ?? Interval.None, ValueShape.Factor);
            }
        });
        return cells;
    }

    private List<CoverageCell> OfMeans(double spread, int sessions)
    {
        var shape = FormattableString.Invariant($"log-normal amounts, sigma {spread}");
        List<CoverageCell> cells = [new("mean difference", shape, sessions), new("mean ratio", shape, sessions)];
        Each($"mean {spread} {sessions}", random =>
        {
            var baseline = new (double, double)[sessions];
            var candidate = new (double, double)[sessions];
            for (var i = 0; i < sessions; i++)
            {
                var script = random.NextGaussian();
                baseline[i] = (Amount(), 1);
                candidate[i] = (0.8 * Amount(), 1);

                double Amount() => Math.Exp(
                    (spread * Math.Sqrt(0.5) * (script + random.NextGaussian())) - (spread * spread / 2));
            }

            var resamples = PairedMeans.Resample(baseline, candidate, random, Resamples);
            cells[0].Add(resamples.DifferenceInterval(0.95), -0.2);
            cells[1].Add(resamples.RatioInterval(0.95), 0.8);
        });
        return cells;
    }

    // Sessions of 2 to 8 trials; a quarter of them have up to two and a half times the faults of the mean.
    private CoverageCell OfShares(double share, int sessions)
    {
        var fewer = 1 - (0.7 * (1 - share));
        var cell = new CoverageCell("share difference", FormattableString.Invariant($"share {share}, clustered"), sessions)
        {
            ExpectedFaults = sessions * 5 * (1 - fewer),
        };
        Each($"share {share} {sessions}", random =>
        {
            var baseline = new (double, double)[sessions];
            var candidate = new (double, double)[sessions];
            for (var i = 0; i < sessions; i++)
            {
                var trials = 2 + random.Next(7);
                var script = random.NextGaussian();
                baseline[i] = (Hits(share), trials);
                candidate[i] = (Hits(fewer), trials);

                int Hits(double mean)
                {
                    var high = Math.Min(1, 2.5 * (1 - mean));
                    var hard = Math.Sqrt(0.5) * (script + random.NextGaussian()) > Normal.InvCDF(0, 1, 0.75);
                    var fault = hard ? high : (1 - mean - (0.25 * high)) / 0.75;
                    var hits = 0;
                    for (var t = 0; t < trials; t++)
                    {
                        hits += random.NextDouble() < fault ? 0 : 1;
                    }

                    return hits;
                }
            }

            cell.Add(PairedShares.Difference(baseline, candidate).Interval, fewer - share);
        });
        return cell;
    }

    private void Each(string kind, Action<RandomStream> set)
    {
        var stream = new RandomStream(seed).Fork((ulong)kind.Aggregate(7L, (hash, c) => (hash * 31) + c));
        Parallel.For(0, sets, i => set(stream.Fork((ulong)i)));
    }
}
