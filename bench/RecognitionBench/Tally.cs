using Tollgate.Sessions.Recognition;

namespace Tollgate.RecognitionBench;

/// <summary>Counts of one or more aligned utterances; they add up, with weights.</summary>
internal sealed class Tally
{
    /// <summary>The figures' names, in the order of <see cref="Figures"/>; the first ones are what the model is held to.</summary>
    public static readonly string[] Names =
    [
        "word error rate", "substitutions, share of errors", "deletions, share", "insertions, share", "clean utterances",
        "runs of 1", "runs of 2", "runs of 3", "runs of 4", "runs of 5 and more",
        "entity words against others, ratio",
        "error after an error", "error after a right word", "utterances half wrong or more",
    ];

    public const int Held = 11;

    private const int Classes = 7;

    // words, S, D, I, utterances, clean, runs 1 to 5, entity words, entity errors, other words, other errors,
    // wrong after wrong, after wrong, wrong after right, after right, half wrong
    private readonly double[] counts = new double[20];
    private readonly double[] classWords = new double[Classes];
    private readonly double[] classErrors = new double[Classes];

    /// <summary>The runs of errors of one utterance: words said and words heard in each.</summary>
    public List<(int Said, int Heard)> Runs { get; } = [];

    public double Errors => counts[1] + counts[2] + counts[3];

    public double Words => counts[0];

    public double Clean => counts[5];

    public static Tally Of(string said, string heard, IReadOnlyList<string> entities)
    {
        var tally = new Tally();
        var steps = WordAlignment.Of(said, heard).Steps;
        var words = SaidUtterance.Parse(said, entities).Words;
        var counts = tally.counts;
        var (at, run, lost, added) = (0, 0, 0, 0);
        bool? before = null;
        foreach (var step in steps + "=")
        {
            if (step == '=')
            {
                if (run > 0)
                {
                    counts[5 + Math.Min(run, 5)]++;
                    tally.Runs.Add((run - added, run - lost));
                }

                (run, lost, added) = (0, 0, 0);
            }
            else
            {
                run++;
                lost += step == 'D' ? 1 : 0;
                added += step == 'I' ? 1 : 0;
                counts["SDI".IndexOf(step) + 1]++;
            }

            if (step == 'I' || at >= words.Count)
            {
                continue;
            }

            var wrong = step != '=';
            counts[words[at].IsEntity ? 11 : 13]++;
            counts[words[at].IsEntity ? 12 : 14] += wrong ? 1 : 0;
            if (before is { } last)
            {
                counts[last ? 16 : 18]++;
                counts[last ? 15 : 17] += wrong ? 1 : 0;
            }

            tally.classWords[(int)words[at].Class]++;
            tally.classErrors[(int)words[at].Class] += wrong ? 1 : 0;
            before = wrong;
            at++;
        }

        counts[0] = words.Count;
        counts[4] = 1;
        counts[5] = tally.Errors == 0 ? 1 : 0;
        counts[19] = tally.Errors > 0 && 2 * tally.Errors >= words.Count ? 1 : 0;
        return tally;
    }

    public void Add(Tally other, double weight = 1)
    {
        Sum(counts, other.counts, weight);
        Sum(classWords, other.classWords, weight);
        Sum(classErrors, other.classErrors, weight);
    }

    public double ClassRate(WordClass kind) => classErrors[(int)kind] / classWords[(int)kind];

    public double[] Figures()
    {
        var runs = counts[6] + counts[7] + counts[8] + counts[9] + counts[10];
        return
        [
            Errors / counts[0], counts[1] / Errors, counts[2] / Errors, counts[3] / Errors, counts[5] / counts[4],
            counts[6] / runs, counts[7] / runs, counts[8] / runs, counts[9] / runs, counts[10] / runs,
            counts[12] / counts[11] / (counts[14] / counts[13]),
            counts[15] / counts[16], counts[17] / counts[18], counts[19] / counts[4],
        ];
    }

    private static void Sum(double[] into, double[] from, double weight)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += weight * from[i];
        }
    }
}
