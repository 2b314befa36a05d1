using System.Globalization;
using System.Text;
using Tollgate.Acts;

namespace Tollgate.CallsBench;

/// <summary>
/// Trains the ear's linear model. The labels name a turn's acts in order but not their phrases, so that training and
/// aligning take turns: the first alignment follows the rules, the later ones the model. Softmax regression by AdaGrad with
/// a fixed seed.
/// </summary>
internal sealed class Trainer
{
    private const int Rounds = 3;
    private const int Epochs = 12;
    private const int FewestTimes = 3;
    private const double Rate = 0.1;
    private const double Shrink = 0.004;
    private const int SmallestWeight = 6;

    private readonly Dictionary<string, double[]> weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> squares = new(StringComparer.Ordinal);

    public static ActModel Train(IReadOnlyList<TrainingTurn> turns) => ActModel.Read(new Trainer().Fit(turns));

    /// <summary>The weights as the program reads them.</summary>
    public string Fit(IReadOnlyList<TrainingTurn> turns)
    {
        var counts = turns.SelectMany(static turn => turn.Phrases).SelectMany(static phrase => phrase.Features.Distinct())
            .GroupBy(static feature => feature).ToDictionary(static group => group.Key, static group => group.Count());
        for (var round = 0; round < Rounds; round++)
        {
            var samples = turns.SelectMany(turn => Align(turn, round == 0)).Select(sample => (
                Features: sample.Features.Where(feature => counts[feature] >= FewestTimes).Distinct().ToArray(), sample.Class)).ToList();
            weights.Clear();
            squares.Clear();
            var random = new Random(20260520);
            for (var epoch = 0; epoch < Epochs; epoch++)
            {
                foreach (var (features, its) in samples.OrderBy(_ => random.Next()).ToList())
                {
                    Step(features, its);
                }
            }
        }

        return Write();
    }

    // The best way of giving the acts, in order, to the phrases; one phrase may take several of one kind.
    private List<(List<string> Features, int Class)> Align(TrainingTurn turn, bool byRules)
    {
        var (n, m) = (turn.Phrases.Count, turn.Acts.Count);
        var best = new double[n + 1, m + 1];
        var from = new (int Taken, int Class)[n + 1, m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                best[i, j] = i == 0 && j == 0 ? 0 : double.NegativeInfinity;
            }
        }

        for (var i = 0; i < n; i++)
        {
            var scores = byRules ? ByRule(turn.Phrases[i].Rule, turn.Phrases[i].Asks) : LogShares(turn.Phrases[i].Features);
            for (var j = 0; j <= m; j++)
            {
                Take(i, j, 0, 0, best[i, j] + scores[0]);
                for (var taken = 1; j + taken <= m && turn.Acts[j + taken - 1] == turn.Acts[j]; taken++)
                {
                    var its = Array.IndexOf(ActModel.Classes, turn.Acts[j]);
                    Take(i, j, taken, its, best[i, j] + scores[its]);
                }

                // An act that no phrase is left for.
                Take(i, j, 0, 0, best[i, j] + scores[0] - 8, skipped: 1);
            }
        }

        var end = Enumerable.Range(0, m + 1).MaxBy(j => best[n, j] - (8 * (m - j)));
        var samples = new List<(List<string>, int)>();
        for (var (i, j) = (n, end); i > 0; i--)
        {
            var (taken, its) = from[i, j];
            samples.Add((turn.Phrases[i - 1].Features, its));
            j -= taken;
        }

        return samples;

        void Take(int i, int j, int taken, int its, double score, int skipped = 0)
        {
            if (j + taken + skipped <= m && score > best[i + 1, j + taken + skipped])
            {
                best[i + 1, j + taken + skipped] = score;
                from[i + 1, j + taken + skipped] = (taken + skipped, its);
            }
        }
    }

    private static double[] ByRule(ActKind rule, bool asks)
    {
        var scores = new double[ActModel.Classes.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var kind = ActModel.Classes[i];
            var statement = kind is ActKind.Goodbye or ActKind.Hold or ActKind.Transfer or ActKind.ReadBack or ActKind.Other;
            scores[i] = (kind == rule ? 3 : 0) + (i > 0 && asks != statement ? 1 : 0) + (i == 0 ? 1 : 0);
        }

        return scores;
    }

    private double[] LogShares(IEnumerable<string> features)
    {
        var shares = Shares(features);
        return Array.ConvertAll(shares, static share => Math.Log(share + 1e-4));
    }

    private double[] Shares(IEnumerable<string> features)
    {
        var sums = new double[ActModel.Classes.Length];
        foreach (var feature in features)
        {
            if (weights.TryGetValue(feature, out var row))
            {
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += row[i];
                }
            }
        }

        var most = sums.Max();
        var shares = Array.ConvertAll(sums, sum => Math.Exp(sum - most));
        var all = shares.Sum();
        return Array.ConvertAll(shares, share => share / all);
    }

    private void Step(string[] features, int its)
    {
        var shares = Shares(features);
        foreach (var feature in features)
        {
            if (!weights.TryGetValue(feature, out var row))
            {
                weights[feature] = row = new double[shares.Length];
                squares[feature] = new double[shares.Length];
            }

            var square = squares[feature];
            for (var i = 0; i < row.Length; i++)
            {
                var slope = shares[i] - (i == its ? 1 : 0) + (Shrink * row[i]);
                square[i] += slope * slope;
                row[i] -= Rate * slope / Math.Sqrt(1e-6 + square[i]);
            }
        }
    }

    private string Write()
    {
        var text = new StringBuilder();
        foreach (var (feature, row) in weights.OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            var cells = row.Select(static (weight, i) => (Class: i, Weight: (int)Math.Round(weight * 100)))
                .Where(static cell => Math.Abs(cell.Weight) >= SmallestWeight)
                .Select(static cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Class}:{cell.Weight}")).ToList();
            if (cells.Count > 0)
            {
                text.Append(feature).Append('\t').AppendJoin(' ', cells).Append('\n');
            }
        }

        return text.ToString();
    }
}
