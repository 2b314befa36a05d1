using Tollgate.Statistics;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// Draws where the errors of an utterance are and of what kind, before any word is chosen. A renewal process: at each
/// word a run of errors may begin; what run it is comes from a table of the runs that a real recogniser made; after it
/// at least one word is right. The utterance as a whole is better or worse by a factor.
/// </summary>
internal sealed class ErrorPlan
{
    // How far an utterance's rate is held to that of the others whatever words it has: 1 would be wholly.
    private const double Levelling = 0.6;
    private const double MaxOnset = 0.95;

    private readonly ErrorShape shape;
    private readonly IReadOnlyList<(int Said, int Heard, double Weight)> table;
    private readonly double[] weights;
    private readonly double insertionShare;

    /// <param name="shape">How errors fall.</param>
    /// <param name="table">The runs there are with their weights.</param>
    public ErrorPlan(ErrorShape shape, IReadOnlyList<(int Said, int Heard, double Weight)> table)
    {
        this.shape = shape;
        this.table = table;
        weights = [.. table.Select(run => run.Weight
            * Math.Pow(shape.DeletionTilt, Math.Max(0, run.Said - run.Heard))
            * Math.Pow(shape.InsertionTilt, Math.Max(0, run.Heard - run.Said))
            * shape.Lengths[Math.Min(shape.Lengths.Count, Math.Max(run.Said, run.Heard)) - 1])];
        insertionShare = weights.Where((_, i) => table[i].Said == 0).Sum() / weights.Sum();
    }

    /// <summary>The runs in order; between two of them at least one word is right.</summary>
    public List<ErrorRun> Draw(IReadOnlyList<SaidWord> words, RandomStream random)
    {
        var runs = new List<ErrorRun>();
        var quality = random.NextGamma(shape.Evenness) / shape.Evenness;
        var onset = shape.Onset * quality / Math.Pow(MeanDifficulty(words), Levelling);
        Span<double> chances = stackalloc double[weights.Length];
        for (var at = 0; at <= words.Count; at++)
        {
            var difficulty = at < words.Count ? Difficulty(words[at]) : insertionShare;
            if (random.NextDouble() >= Math.Min(MaxOnset, onset * difficulty))
            {
                continue;
            }

            var run = DrawRun(words, at, random, chances);
            runs.Add(run);

            // The word after a run is right, and the next run begins behind it.
            at += run.Said;
        }

        return runs;
    }

    private ErrorRun DrawRun(IReadOnlyList<SaidWord> words, int at, RandomStream random, Span<double> chances)
    {
        var total = 0.0;
        for (var i = 0; i < chances.Length; i++)
        {
            var (said, heard, _) = table[i];
            chances[i] = said > words.Count - at ? 0 : weights[i] * (heard == 0 ? Droppable(words[at].Class) : 1);
            total += chances[i];
        }

        var left = random.NextDouble() * total;
        var chosen = 0;
        for (var i = 0; i < chances.Length; i++)
        {
            if (chances[i] <= 0)
            {
                continue;
            }

            chosen = i;
            left -= chances[i];
            if (left < 0)
            {
                break;
            }
        }

        return new ErrorRun(at, table[chosen].Said, table[chosen].Heard);
    }

    private double MeanDifficulty(IReadOnlyList<SaidWord> words)
    {
        var sum = 0.0;
        foreach (var word in words)
        {
            sum += Difficulty(word);
        }

        return words.Count == 0 ? 1 : sum / words.Count;
    }

    private double Difficulty(SaidWord word) => WordClasses.Difficulty(word.Class)
        * (word.IsEntity ? shape.EntityFactor : 1) * (word.IsNamed ? 0.3 : 1);

    // Small words vanish, names and letters come out as something.
    private static double Droppable(WordClass kind) => kind switch
    {
        WordClass.Function => 1.6,
        WordClass.Letter or WordClass.Name => 0.6,
        _ => 0.9,
    };
}
