using System.Text.Json;

namespace Tollgate.LoadBench;

/// <summary>Everything that one run of the benchmark found.</summary>
internal sealed record LoadResults
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true,
    };

    public int Schema { get; } = 1;

    public required string Machine { get; init; }

    /// <summary>The load average before the benchmark put load of its own on the machine.</summary>
    public required double LoadAverageAtStart { get; init; }

    public required int RepetitionsAsked { get; init; }

    public double Seconds { get; init; }

    public IReadOnlyList<StreamResult> Streams { get; init; } = [];

    public MemoryResult? Memory { get; init; }

    public OpenLoopResult? OpenLoop { get; init; }

    public IReadOnlyList<LargeRunResult> LargeRuns { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, Snake);
}
