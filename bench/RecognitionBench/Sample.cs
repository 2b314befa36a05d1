using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;

namespace Tollgate.RecognitionBench;

/// <summary>Pairs with weights.</summary>
internal sealed record Sample(IReadOnlyList<Pair> Pairs, IReadOnlyList<double> Weights, double Tilt)
{
    /// <summary>How many equally weighted pairs would tell as much.</summary>
    public double Effective => Math.Pow(Weights.Sum(), 2) / Weights.Sum(weight => weight * weight);

    public Tally Real()
    {
        var sum = new Tally();
        for (var i = 0; i < Pairs.Count; i++)
        {
            sum.Add(Pairs[i].Tally, Weights[i]);
        }

        return sum;
    }

    /// <summary>The model's errors on the same sentences with the same weights.</summary>
    public Tally Generated(Recogniser recogniser, int seeds, ulong seed)
    {
        var sum = new Tally();
        var random = new RandomStream(seed);
        for (var i = 0; i < Pairs.Count; i++)
        {
            for (var one = 0; one < seeds; one++)
            {
                var heard = recogniser.Hear(Pairs[i].Said, Pairs[i].Entities, random);
                sum.Add(Tally.Of(Pairs[i].Said, heard.Final, Pairs[i].Entities), Weights[i]);
            }
        }

        return sum;
    }

    /// <summary>95 % intervals of the real figures: sentences resampled with all their recordings.</summary>
    public Interval[] Intervals(ulong seed)
    {
        var sentences = Enumerable.Range(0, Pairs.Count).GroupBy(i => Pairs[i].Id).Select(group =>
        {
            var sum = new Tally();
            foreach (var i in group)
            {
                sum.Add(Pairs[i].Tally, Weights[i]);
            }

            return sum;
        }).ToList();
        return Bootstrap.Percentile(
            [sentences.Count], Tally.Names.Length,
            (drawn, figures) =>
            {
                var sum = new Tally();
                foreach (var at in drawn)
                {
                    sum.Add(sentences[at]);
                }

                sum.Figures().CopyTo(figures);
            },
            new RandomStream(seed), resamples: 1000);
    }
}
