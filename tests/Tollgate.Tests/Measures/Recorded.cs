using Tollgate.Exchanges;

namespace Tollgate.Tests.Measures;

/// <summary>Exchanges made by hand: instants in milliseconds, so that a test reads like its numbers.</summary>
internal static class Recorded
{
    public static readonly Price Price = new("USD", 1, 0.1m, 1.25m, 10);

    public static Target Target(string name = "t", Price? price = null) => new()
    {
        Name = name,
        Wire = "openai-chat",
        Url = new Uri("http://127.0.0.1:8080/"),
        Model = name.Split('@')[0],
        Region = name.Contains('@') ? name.Split('@')[1] : null,
        Price = price,
    };

    /// <summary>A completed exchange: intended at 0, sent at 1, then these arrivals, each of 4 characters.</summary>
    public static Exchange Completed(params double[] atMs) => Of([.. atMs.Select(at => At(at))]);

    public static Exchange Of(params Arrival[] arrivals) => new()
    {
        Id = 0,
        Target = "t",
        TaskId = 0,
        Outcome = Outcome.Completed,
        Timeline = new Timeline
        {
            IntendedNs = 0,
            SentNs = Ns(1),
            OverNs = arrivals.Length > 0 ? arrivals[^1].AtNs : Ns(1),
            EndNs = arrivals.Length > 0 ? arrivals[^1].AtNs : Ns(1),
            Arrivals = arrivals,
            Stamp = StampSource.Kernel,
        },
    };

    public static Exchange Failed(FailureKind kind = FailureKind.RateLimited) => Of() with
    {
        Outcome = Outcome.Failed,
        Failure = new Failure(kind, FailurePhase.Headers, "no"),
    };

    public static Arrival At(
        double ms, ArrivalKind kind = ArrivalKind.Text, bool coalesced = false, int characters = 4, int lagNs = 0) =>
        new(Ns(ms), characters, kind, coalesced, lagNs);

    /// <summary>The same, that much later.</summary>
    public static Exchange After(this Exchange exchange, double ms)
    {
        var timeline = exchange.Timeline;
        return exchange with
        {
            Timeline = timeline with
            {
                IntendedNs = timeline.IntendedNs + Ns(ms),
                SentNs = timeline.SentNs + Ns(ms),
                EndNs = timeline.EndNs + Ns(ms),
                OverNs = timeline.OverNs + Ns(ms),
                Arrivals = timeline.Arrivals.ToArray().Select(a => a with { AtNs = a.AtNs + Ns(ms) }).ToArray(),
            },
        };
    }

    public static long Ns(double ms) => (long)Math.Round(ms * 1e6);
}
