using System.Text.Json.Serialization;
using Tollgate.Exchanges;
using Tollgate.Load;

namespace Tollgate.Runs.Configuration;

/// <summary>A load that was measured.</summary>
internal sealed record MeasureConfiguration : RunConfiguration
{
    public IReadOnlyList<ConfiguredTarget>? Targets { get; init; }

    /// <summary>When exchanges left.</summary>
    public ConfiguredLoad? Load { get; init; }

    /// <summary>The requests of each target; null for no limit.</summary>
    public long? Requests { get; init; }

    /// <summary>How long it was to last; null for no limit.</summary>
    public TimeSpan? For { get; init; }

    [JsonPropertyName("warmup")]
    public WarmUp? WarmUp { get; init; }

    public ConfiguredTimeouts? Timeouts { get; init; }

    public int? MaxTokens { get; init; }

    public decimal? Temperature { get; init; }

    /// <summary>The one prompt that was sent; null where there was another source.</summary>
    public string? Prompt { get; init; }

    /// <summary>The file of prompts; null where there was another source.</summary>
    public string? Prompts { get; init; }

    public int? PromptTokens { get; init; }

    public bool? SameStart { get; init; }

    /// <summary>Every exchange had a connection of its own.</summary>
    public bool? Cold { get; init; }

    [JsonPropertyOrder(101)]
    public ulong? Seed { get; init; }

    [JsonPropertyOrder(102)]
    public int? MaxInFlight { get; init; }

    /// <summary>What goodput was held against.</summary>
    [JsonPropertyOrder(103)]
    public ConfiguredLimits? Limits { get; init; }

    [JsonPropertyOrder(104)]
    public string? Transport { get; init; }

    [JsonPropertyOrder(105)]
    public bool? KeepContent { get; init; }

    [JsonIgnore]
    public override bool IsOpenLoop => Load is { Rate: not null } or { Trace: not null };
}
