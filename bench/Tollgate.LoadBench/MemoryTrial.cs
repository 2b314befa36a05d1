namespace Tollgate.LoadBench;

/// <summary>
/// Many slow streams at once: (peak memory with all of them - peak memory with one) / their number.
/// </summary>
/// <param name="BytesPerStream">Resident memory beyond that of one stream.</param>
/// <param name="MaxOpen">How many were open at once, by the client's own stamps.</param>
/// <param name="ErrorMsP50">The first token's error meanwhile.</param>
/// <param name="ErrorMsP99">The same, 99th percentile.</param>
internal sealed record MemoryTrial(double BytesPerStream, int MaxOpen, double ErrorMsP50, double ErrorMsP99)
{
    public const int Streams = 5_000;

    public static async Task<MemoryTrial> RunAsync(TimeProvider time, Files files, Server server, CancellationToken stop)
    {
        var one = await Measure("brisk", 1);
        var many = await Measure("slow", Streams);
        var errors = many.FirstTokenErrorsMs().ToList();
        return new MemoryTrial(
            (double)(many.PeakBytes - one.PeakBytes) / Streams, many.MaxOpen(),
            Figure.Quantile(errors, 0.5), Figure.Quantile(errors, 0.99));

        Task<Measured> Measure(string model, int streams) => Measured.RunAsync(
            time, files, server, model, watchMemory: true,
            ["--concurrency", $"{streams}", "--requests", $"{streams}"], stop);
    }
}
