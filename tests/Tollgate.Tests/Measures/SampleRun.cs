using Tollgate.Exchanges;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Tests.Measures;

/// <summary>Made-up runs of the models that the examples speak of, the same on every machine.</summary>
internal static class SampleRun
{
    public static RunMeasures Measure(
        IReadOnlyList<Model> models, int tasks, StampSource stamp = StampSource.Virtual,
        MeasureSettings? settings = null)
    {
        var targets = models.Select(model => Recorded.Target(model.Name, model.Price)).ToList();
        var accumulator = new RunAccumulator(targets, settings ?? new MeasureSettings { Seed = 7 });
        var random = new RandomStream(7);
        foreach (var model in models)
        {
            foreach (var exchange in Exchanges(model, tasks, stamp, random.Fork((ulong)model.Name.Length)))
            {
                accumulator.Add(exchange);
            }
        }

        return accumulator.Measure();
    }

    public static IEnumerable<Exchange> Exchanges(Model model, int tasks, StampSource stamp, RandomStream random)
    {
        var intendedNs = 1_000_000_000L;
        for (var task = 0; task < tasks; task++)
        {
            intendedNs += (long)(random.NextExponential() * 200e6);
            if (random.NextDouble() < model.FailureShare)
            {
                yield return Recorded.Failed(random.Next(3) == 0 ? FailureKind.ResetMidStream : FailureKind.RateLimited)
                    .After(intendedNs / 1e6) with { Target = model.Name, Id = task, TaskId = task };
                continue;
            }

            yield return Answer(model, task, intendedNs, stamp, random);
        }
    }

    private static Exchange Answer(Model model, int task, long intendedNs, StampSource stamp, RandomStream random)
    {
        var real = stamp != StampSource.Virtual;
        var sentNs = intendedNs + (real ? (long)(random.NextExponential() * 80_000) : 0);
        var firstNs = sentNs + (long)(model.FirstTokenMs * 1e6 * Math.Exp(0.17 * random.NextGaussian()));
        var tokens = (long)(model.Tokens * Math.Exp(0.15 * random.NextGaussian()));
        var perTokenNs = 1e9 / (model.Rate * Math.Exp(0.12 * random.NextGaussian()));
        var count = Math.Max(2, (int)(tokens / model.TokensAnArrival));
        var arrivals = new Arrival[count];
        double atNs = firstNs;
        for (var i = 0; i < count; i++)
        {
            var coalesced = real && i > 1 && random.NextDouble() < 0.01;
            arrivals[i] = new Arrival(
                coalesced ? arrivals[i - 1].AtNs : (long)atNs, 20, ArrivalKind.Text, coalesced,
                real ? (int)(12_000 + (random.NextExponential() * 15_000)) : 0);
            atNs = Math.Max(atNs, arrivals[i].AtNs)
                + (perTokenNs * model.TokensAnArrival * random.NextGamma(9) / 9)
                + (random.NextDouble() < model.StallShare ? 3e8 : 0);
        }

        return Recorded.Of(arrivals) with
        {
            Id = task,
            TaskId = task,
            Target = model.Name,
            Usage = new Usage(420, 0, 0, tokens, 0),
            Timeline = new Timeline
            {
                IntendedNs = intendedNs,
                SentNs = sentNs,
                OverNs = arrivals[^1].AtNs + 1000,
                EndNs = arrivals[^1].AtNs + 1000,
                Arrivals = arrivals,
                Stamp = stamp,
            },
        };
    }

    public sealed record Model(string Name, double FirstTokenMs, double Rate, double Tokens)
    {
        public Price? Price { get; init; }

        public double FailureShare { get; init; }

        public double StallShare { get; init; }

        public double TokensAnArrival { get; init; } = 2;
    }
}
