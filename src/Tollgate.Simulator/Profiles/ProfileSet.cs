namespace Tollgate.Simulator.Profiles;

/// <summary>The simulated models and regions of one file. Immutable.</summary>
internal sealed record ProfileSet
{
    /// <summary>By the model's id, case-sensitive, in the file's order of names; never empty.</summary>
    public required IReadOnlyDictionary<string, ModelProfile> Models { get; init; }

    /// <summary>By name: the milliseconds that a region adds to the first token.</summary>
    public required IReadOnlyDictionary<string, Spread> Regions { get; init; }

    /// <summary>The profiles that come with the simulator: <c>examples/profiles/default.yaml</c>.</summary>
    public static ProfileSet Default { get; } = ProfileFile.Parse(ProfileFile.DefaultText, "default.yaml");

    /// <summary>What the region adds; nothing for null and for a region that the file does not know.</summary>
    public Spread RegionDelayMs(string? region) =>
        region is not null && Regions.TryGetValue(region, out var spread) ? spread : default;
}
