namespace Tollgate.LoadBench;

/// <summary>So many steady streams at once, over and over.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Streams">How many are open at once.</param>
/// <param name="Tls">Over TLS.</param>
/// <param name="Transport">The transport of <c>tollgate measure</c>.</param>
/// <param name="Rounds">The exchanges, one after another, on each stream.</param>
/// <param name="Rare">Repeated about half as often: no aim hangs on it.</param>
internal sealed record StreamScenario(string Name, int Streams, bool Tls, string Transport, int Rounds, bool Rare)
{
    public static IReadOnlyList<StreamScenario> All { get; } =
    [
        new("1", 1, false, "direct", 2, false),
        new("64", 64, false, "direct", 3, false),
        new("1000", 1_000, false, "direct", 3, false),
        new("2000", 2_000, false, "direct", 3, false),
        new("64 TLS", 64, true, "direct", 3, true),
        new("1000 TLS", 1_000, true, "direct", 3, true),
        new("64 handler", 64, false, "handler", 3, true),
    ];

    /// <summary>One stream's events are too few to tell their cost from that of the process's start.</summary>
    public bool HasCost => Streams > 1;

    /// <summary>It as flags of <c>tollgate measure</c>.</summary>
    public IEnumerable<string> Load =>
        ["--concurrency", $"{Streams}", "--requests", $"{Streams * Rounds}", "--transport", Transport];

    public int Repetitions(int asked) => Rare ? Math.Max(1, asked / 2) : asked;
}
