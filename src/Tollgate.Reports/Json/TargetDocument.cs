using System.Text.Json.Serialization;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.OfExchanges;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Json.Figures;

namespace Tollgate.Reports.Json;

/// <summary>One target's numbers in the JSON document.</summary>
internal sealed record TargetDocument
{
    public required string Name { get; init; }

    public required string Model { get; init; }

    public required string Wire { get; init; }

    public string? Region { get; init; }

    public string? Tier { get; init; }

    public long Issued { get; init; }

    public long Completed { get; init; }

    public long Failed { get; init; }

    public long Cancelled { get; init; }

    public long InFlight { get; init; }

    /// <summary>Exchanges that warmed up: not issued, in no number.</summary>
    public long Warmup { get; init; }

    /// <summary>Failures by kind in snake case; only kinds that occurred.</summary>
    public required IReadOnlyDictionary<string, long> Failures { get; init; }

    /// <summary>
    /// Who failed, by the kind of failure: <c>network</c>, <c>provider</c>, <c>request</c> (key, URL, model or
    /// parameters) or <c>instrument</c> (Tollgate or its machine).
    /// </summary>
    public IReadOnlyDictionary<string, string> FailureParties { get; init; } = new Dictionary<string, string>();

    /// <summary>The first message of each kind of failure.</summary>
    public required IReadOnlyDictionary<string, string> FailureMessages { get; init; }

    /// <summary><c>warm</c> or <c>cold</c>: on which kind of connection the latencies were measured.</summary>
    public required string Connections { get; init; }

    public long FreshConnections { get; init; }

    public required QuantilesDocument FirstTokenMs { get; init; }

    public required QuantilesDocument FirstTokenFromIntendedMs { get; init; }

    public required QuantilesDocument FirstAnswerMs { get; init; }

    public required QuantilesDocument WaitMs { get; init; }

    public required QuantilesDocument GapMs { get; init; }

    /// <summary>From one event with output to the next, whatever it carried.</summary>
    public required QuantilesDocument EventGapMs { get; init; }

    public required QuantilesDocument TaskMs { get; init; }

    public required QuantilesDocument TokensPerSecond { get; init; }

    public required OutputTokensDocument OutputTokens { get; init; }

    /// <summary>Null where nothing completed.</summary>
    public ThroughputDocument? Throughput { get; init; }

    public required QuantilesDocument ConnectMs { get; init; }

    public required StallsDocument Stalls { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GoodputDocument? Goodput { get; init; }

    /// <summary>Null where no task completed.</summary>
    public TaskPartsDocument? TaskPartsMs { get; init; }

    /// <summary>Tasks of which an attempt was over.</summary>
    public long Tasks { get; init; }

    /// <summary>Null where the target has no price.</summary>
    public CostDocument? Cost { get; init; }

    public required InstrumentDocument Instrument { get; init; }

    /// <summary>What came of its sessions, where the run is a rehearsal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RehearsalDocument? Rehearsal { get; init; }

    /// <summary>Measures of the catalog that have no property above, by their keys; null for none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Further { get; set; }
}
