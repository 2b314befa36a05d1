using System.Text.Json.Serialization;

namespace Tollgate.Runs.Configuration;

/// <summary>Calls that were rehearsed.</summary>
internal sealed record RehearseConfiguration : RunConfiguration
{
    /// <summary>The suite's name.</summary>
    public string? Suite { get; init; }

    /// <summary>SHA-256 of the suite.</summary>
    public string? SuiteDigest { get; init; }

    /// <summary>The sessions that were played, by name.</summary>
    public IReadOnlyList<string>? Sessions { get; init; }

    /// <summary>How often each was played.</summary>
    public int? Repeat { get; init; }

    public ulong? Seed { get; init; }

    /// <summary>How many were under way at once with each target; null where they started on schedule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Concurrency { get; init; }

    /// <summary>How many started in a second; null where they did not start on schedule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? RatePerSecond { get; init; }

    /// <summary>How many times faster than people callers spoke, and tools answered.</summary>
    [JsonPropertyName("hurry")]
    public double? TimeScale { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Noise { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Temperature { get; init; }

    public IReadOnlyList<ConfiguredTarget>? Targets { get; init; }

    public ConfiguredTimeouts? Timeouts { get; init; }

    /// <summary>The suite's questions about a finished call were asked.</summary>
    public bool? PostCall { get; init; }

    /// <summary>The model that played the callers; null where their agendas spoke.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ConfiguredCaller? Caller { get; init; }

    /// <summary>The model that ruled on what the scores' rules could not judge; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ConfiguredModel? Adjudicator { get; init; }

    /// <summary>At which rates simulated models that knew the answers spoiled them; null for other models.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? StandIn { get; init; }

    [JsonIgnore]
    public override bool IsOpenLoop => RatePerSecond is not null;
}
