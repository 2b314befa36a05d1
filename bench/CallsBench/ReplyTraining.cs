using Tollgate.Callers.Lines;
using Tollgate.Callers.Replies;

namespace Tollgate.CallsBench;

/// <summary>
/// Learns <see cref="ReplyModel"/>'s weights from answered turns: a conditional logit in which all answers of a turn
/// together are what should come out, by AdaGrad (Duchi, Hazan and Singer, "Adaptive subgradient methods", 2011). The
/// same turns in the same order give the same weights.
/// </summary>
internal static class ReplyTraining
{
    // How many whole numbers make one natural unit of a score.
    private const double Scale = 24;
    private const double Rate = 0.03;
    private const double Decay = 2e-6;
    private const int Epochs = 6;
    private const int Seed = 17;

    /// <summary>The weights that make the answers likely.</summary>
    public static ReplyModel Learn(IReadOnlyList<AnsweredTurn> turns) => new(LearnWhole(turns));

    /// <summary>The same as whole numbers, in the order of their places.</summary>
    public static sbyte[] LearnWhole(IReadOnlyList<AnsweredTurn> turns)
    {
        var weights = new double[1 << ReplyModel.Bits];
        var squares = new double[weights.Length];
        Array.Fill(squares, 1e-3);
        var order = Enumerable.Range(0, turns.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            new Random(Seed + epoch).Shuffle(order);
            foreach (var i in order)
            {
                Step(turns[i], weights, squares);
            }
        }

        // What weighs next to nothing is left out: the table is mostly zeros then, and packs well.
        return [.. weights.Select(static weight => Math.Abs(weight) * Scale < 1.5 ? (sbyte)0
            : (sbyte)Math.Clamp(Math.Round(weight * Scale), -127, 127))];
    }

    private static void Step(AnsweredTurn turn, double[] weights, double[] squares)
    {
        IReadOnlyList<ReplyOption> options = turn.Case?.Options ?? [];
        var isRight = options.Select(option =>
            turn.Answers.Any(answer => answer.Does.Contains(option.Act))).ToArray();
        if (!isRight.Contains(true))
        {
            return;
        }

        var scores = options.Select(option => option.Places.Sum(place => weights[place])).ToArray();
        var top = scores.Max();
        var shares = scores.Select(score => Math.Exp(score - top)).ToArray();
        var all = shares.Sum();
        var ofRight = shares.Where((_, i) => isRight[i]).Sum();
        for (var i = 0; i < shares.Length; i++)
        {
            var gradient = (shares[i] / all) - (isRight[i] ? shares[i] / ofRight : 0);
            foreach (var place in Math.Abs(gradient) < 1e-4 ? [] : options[i].Places)
            {
                var slope = gradient + (Decay * weights[place]);
                squares[place] += slope * slope;
                weights[place] -= Rate * slope / Math.Sqrt(squares[place]);
            }
        }
    }
}
