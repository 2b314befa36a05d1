using Tollgate.Exchanges;
using Tollgate.Runs;

namespace Tollgate.LoadBench;

/// <summary>
/// One <c>tollgate measure</c> as a process on the second core, what it recorded and what the server knows.
/// </summary>
/// <param name="PeakBytes">Its most resident memory; 0 where it was not watched.</param>
/// <param name="Exchanges">What it recorded.</param>
/// <param name="Truth">What the server wrote, by request id.</param>
/// <param name="Looks">At its processor time while it ran.</param>
internal sealed record Measured(
    long PeakBytes, IReadOnlyList<Exchange> Exchanges, IReadOnlyDictionary<string, TruthRecord> Truth,
    IReadOnlyList<CpuSample> Looks)
{
    /// <summary>The core of every client.</summary>
    public const int Core = 1;

    // Role, finish, usage and [DONE]: the events of a stream that carry no token.
    private const int EventsBesideTokens = 4;

    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(90);

    /// <summary>The server-sent events of all streams, counted as the bare reader counts them.</summary>
    public long Events => Exchanges.Sum(exchange => (long)exchange.Timeline.Arrivals.Length + EventsBesideTokens);

    public long Reads => Exchanges.Sum(exchange => (long)exchange.Reads);

    public static async Task<Measured> RunAsync(
        TimeProvider time, Files files, Server server, string model, bool watchMemory, IEnumerable<string> load,
        CancellationToken stop)
    {
        var path = files.NewRun();
        string[] arguments =
        [
            files.Cli, "measure", "--url", server.Url.GetLeftPart(UriPartial.Authority), "--wire", "openai-chat",
            "--model", model, "--prompt", "Hello", "--seed", "1", "--insecure", "--quiet", "--json", "--out", path, .. load,
        ];
        var child = await Child.RunAsync(time, Core, Limit, watchMemory, "dotnet", arguments, stop);
        var (file, error) = RunFile.Open(path);
        using (file)
        {
            if (file is null)
            {
                throw new BenchException(error ?? path);
            }

            var exchanges = file.Exchanges().ToList();
            if (exchanges.Find(exchange => exchange.Outcome != Outcome.Completed) is { } failed)
            {
                throw new BenchException($"exchange {failed.Id} did not complete: {failed.Failure}");
            }

            var truth = await server.TakeTruthAsync(exchanges.Count, stop);
            return new Measured(child.PeakBytes, exchanges, truth, child.Looks);
        }
    }

    /// <summary>
    /// How far each first token is from the truth, in milliseconds: |(first token - sent) - (first write - request's
    /// arrival)|, the former by the client's stamps, the latter by the server's.
    /// </summary>
    public IEnumerable<double> FirstTokenErrorsMs() =>
        from exchange in Exchanges
        let truth = Truth[exchange.RequestId ?? ""]
        let measured = exchange.Timeline.FirstTokenNs - exchange.Timeline.SentNs
        let written = truth.FirstWriteNs - truth.ArrivedNs
        select Math.Abs((measured - written ?? throw new BenchException("a stream has no first token")) / 1e6);

    /// <summary>
    /// How long after the server's write each first token was stamped, in milliseconds. Over TLS the server's stamp of
    /// the request's arrival is its process's own and late by what that took; this figure is free of it.
    /// </summary>
    public IEnumerable<double> AfterWriteMs() =>
        Exchanges.Select(e => (e.Timeline.FirstTokenNs - Truth[e.RequestId ?? ""].FirstWriteNs) / 1e6).OfType<double>();

    /// <summary>How late the server's writes were, in milliseconds.</summary>
    public IEnumerable<double> ServerLateMs() => Truth.Values.SelectMany(record => record.LateNs).Select(late => late / 1e6);

    /// <summary>The share of arrivals that came in the same read as the one before.</summary>
    public double CoalescedShare()
    {
        long coalesced = 0, all = 0;
        foreach (var exchange in Exchanges)
        {
            foreach (ref readonly var arrival in exchange.Timeline.Arrivals.Span)
            {
                coalesced += arrival.Coalesced ? 1 : 0;
                all++;
            }
        }

        return (double)coalesced / all;
    }

    /// <summary>How many exchanges were open at once at the most.</summary>
    public int MaxOpen()
    {
        var changes = Exchanges
            .SelectMany(e => ((long AtNs, int By)[])[(e.Timeline.SentNs ?? e.Timeline.OverNs, 1), (e.Timeline.OverNs, -1)])
            .Order();
        int open = 0, most = 0;
        foreach (var (_, by) in changes)
        {
            open += by;
            most = Math.Max(most, open);
        }

        return most;
    }
}
