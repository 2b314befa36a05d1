namespace Tollgate.RecognitionBench;

/// <summary>A word error rate and the microphone whose pairs, reweighted, are its model.</summary>
internal sealed record Tier(double Rate, string Mic)
{
    /// <summary>Headset speech is 15 % as it is; far speech is nearest to 25 %, headset speech nearest to 5 %.</summary>
    public static readonly Tier[] All = [new(0.05, "headset"), new(0.15, "headset"), new(0.25, "far")];

    /// <summary>
    /// The pairs of the microphone with weights under which their word error rate is the tier's. The weight of a pair is
    /// exp(t e): e the error rate of its sentence over all its recordings, at most 1.5, and t the one number that gives
    /// the rate. Of all weightings by sentence with that rate this one is nearest to none (least Kullback-Leibler
    /// divergence).
    /// </summary>
    public Sample Weigh(IEnumerable<Pair> pairs)
    {
        var own = pairs.Where(pair => pair.Mic == Mic).ToList();
        var errors = own.GroupBy(pair => pair.Id).ToDictionary(
            group => group.Key,
            group => Math.Min(1.5, group.Sum(pair => pair.Tally.Errors) / group.Sum(pair => pair.Tally.Words)));
        var (low, high) = (-80.0, 80.0);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Rated(middle) < Rate ? (middle, high) : (low, middle);
        }

        var weights = own.ConvertAll(pair => Math.Exp(low * errors[pair.Id]));
        return new Sample(own, weights, low);

        double Rated(double tilt)
        {
            var (wrong, words) = (0.0, 0.0);
            foreach (var pair in own)
            {
                var weight = Math.Exp(tilt * errors[pair.Id]);
                wrong += weight * pair.Tally.Errors;
                words += weight * pair.Tally.Words;
            }

            return wrong / words;
        }
    }
}
