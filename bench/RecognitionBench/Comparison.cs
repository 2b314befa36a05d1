using System.Globalization;
using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;

namespace Tollgate.RecognitionBench;

/// <summary>Makes all the figures: the real ones, the model's, classes of words, other corpora, speed.</summary>
internal sealed class Comparison(
    IReadOnlyList<Pair> slurp, IReadOnlyList<FittedModel> halves,
    IReadOnlyList<Pair> telephone, IReadOnlyList<(string Meant, string Heard)> postcodes, int seeds)
{
    private const ulong Seed = 20_261_122;

    // Where errors are rare, the rarest runs need more draws to stand still.
    private const double MaxRate = 0.25;
    private const int SpeedUtterances = 30_000;

    public RecognitionResults Run(Func<long> now, Func<long, double> secondsSince)
    {
        // First, while nothing is kept yet: the first session of a process pays for the neighbours of its words.
        var began = now();
        Noise(SpeedUtterances);
        var cold = secondsSince(began);
        began = now();
        Noise(SpeedUtterances);
        var warm = secondsSince(began);
        return new RecognitionResults(
            seeds,
            [.. Tier.All.Select((tier, i) => new TierResult(
                tier.Rate, tier.Mic,
                Part(tier, slurp, At(tier.Rate)),
                Part(tier, slurp.Where(pair => !Halves.IsFirst(pair)), halves[0].Recogniser(i)),
                Part(tier, slurp.Where(Halves.IsFirst), halves[1].Recogniser(i))))],
            ByClass(), Elsewhere(), Postcodes(), new SpeedResult(SpeedUtterances, cold, warm));
    }

    private static Recogniser At(double rate) => new(new RecogniserSettings { WordErrorRate = rate });

    private PartResult Part(Tier tier, IEnumerable<Pair> pairs, Recogniser recogniser)
    {
        var sample = tier.Weigh(pairs);
        return new PartResult(
            sample.Pairs.Count, sample.Pairs.Select(pair => pair.Id).Distinct().Count(), sample.Effective, sample.Tilt,
            sample.Real().Figures(), sample.Intervals(Seed),
            sample.Generated(recogniser, (int)(seeds * Math.Max(1, MaxRate / tier.Rate)), Seed + 1).Figures());
    }

    private List<ClassResult> ByClass()
    {
        var real = Tier.All[1].Weigh(slurp);
        var (headset, phone) = (real.Real(), Sum(telephone));
        var (ours, oursPhone) = (real.Generated(At(0.15), 5, Seed + 2), Unweighted().Generated(At(0.15), seeds, Seed + 3));
        return [.. Enum.GetValues<WordClass>().Select(kind => new ClassResult(
            kind, headset.ClassRate(kind), ours.ClassRate(kind), phone.ClassRate(kind), oursPhone.ClassRate(kind)))];
    }

    // The rate must hold on sentences that it was not fitted to.
    private List<ElsewhereResult> Elsewhere() =>
        [.. new[] { 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.35, 0.5 }.Select(rate =>
        {
            var found = Unweighted().Generated(At(rate), seeds, Seed + 4).Figures();
            return new ElsewhereResult(rate, found[0], found[4], found[10]);
        })];

    private List<PostcodeResult> Postcodes()
    {
        var real = postcodes.Average(one => Bare(one.Heard) == Bare(one.Meant) ? 1.0 : 0);
        var random = new RandomStream(Seed + 5);
        return [.. Tier.All.Select(tier =>
        {
            var recogniser = At(tier.Rate);
            var exact = postcodes.Average(one =>
            {
                var said = string.Join(' ', one.Meant.Where(char.IsLetterOrDigit));
                return Bare(recogniser.Hear(said, [said], random).Final) == Bare(one.Meant) ? 1.0 : 0;
            });
            return new PostcodeResult(tier.Rate, real, exact);
        })];
    }

    private Sample Unweighted() => new(telephone, [.. telephone.Select(_ => 1.0)], 0);

    private void Noise(int utterances)
    {
        var (recogniser, random) = (At(0.15), new RandomStream(Seed));
        for (var i = 0; i < utterances; i++)
        {
            var pair = telephone[i % telephone.Count];
            recogniser.Hear(pair.Said, pair.Entities, random);
        }
    }

    private static Tally Sum(IEnumerable<Pair> pairs)
    {
        var sum = new Tally();
        foreach (var pair in pairs)
        {
            sum.Add(pair.Tally);
        }

        return sum;
    }

    // "w two zero alpha b" and "W2 0AB" are the same code: words for letters and digits folded, spaces dropped.
    private static string Bare(string code)
    {
        const string Spelling = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november "
            + "oscar papa quebec romeo sierra tango uniform victor whiskey yankee zulu x-ray xray";
        var letters = Spelling.Split(' ').ToHashSet();
        return string.Concat(code.ToLower(CultureInfo.InvariantCulture).Split(' ').Select(word => word switch
        {
            "zero" or "oh" => "0",
            "one" => "1",
            "two" => "2",
            "three" => "3",
            "four" => "4",
            "five" => "5",
            "six" => "6",
            "seven" => "7",
            "eight" => "8",
            "nine" => "9",
            _ when letters.Contains(word) => word[..1],
            _ => string.Concat(word.Where(char.IsLetterOrDigit)),
        })).Replace('o', '0');
    }
}
