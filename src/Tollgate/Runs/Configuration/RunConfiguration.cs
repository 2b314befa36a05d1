using System.Text.Json.Serialization;

namespace Tollgate.Runs.Configuration;

/// <summary>
/// What a run was told to do, with every default in its place and without keys: a load (<see
/// cref="MeasureConfiguration"/>) or a rehearsal (<see cref="RehearseConfiguration"/>). A setting that is null was not
/// given, or is not in the file that was read.
/// </summary>
internal abstract record RunConfiguration
{
    private protected RunConfiguration()
    {
    }

    /// <summary>What starts leaves on schedule, whatever the answers do.</summary>
    [JsonIgnore]
    public abstract bool IsOpenLoop { get; }

    /// <summary>When failed exchanges are tried again; null for never.</summary>
    [JsonPropertyOrder(100)]
    public ConfiguredRetry? Retry { get; init; }

    /// <summary>What a file of another version says beside all this; settable for whoever reads it.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
