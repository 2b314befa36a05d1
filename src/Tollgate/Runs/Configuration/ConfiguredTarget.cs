using System.Text.Json.Serialization;
using Tollgate.Exchanges;

namespace Tollgate.Runs.Configuration;

/// <summary>A target as it was configured, without its key and with the names of its headers alone.</summary>
internal sealed record ConfiguredTarget
{
    public string? Name { get; init; }

    public string? Wire { get; init; }

    public string? Url { get; init; }

    public string? Model { get; init; }

    public string? Region { get; init; }

    public string? Tier { get; init; }

    public TokenLimit? TokenLimit { get; init; }

    public bool? StreamOptions { get; init; }

    /// <summary>The object whose fields went into every request, as it was written.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Body { get; init; }

    public StreamEnd? End { get; init; }

    /// <summary>The further request headers; asterisks stand for their values.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public Price? Price { get; init; }
}
