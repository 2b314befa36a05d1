using System.Collections.Concurrent;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Engine;

/// <summary>Every model's servers, region by region: load in one is not felt in another. Thread-safe.</summary>
internal sealed class ServingPools(ProfileSet profiles)
{
    private readonly ConcurrentDictionary<(string Model, string? Region), ServingPool> pools = new();

    /// <summary>The pool; null where there is no such model.</summary>
    public ServingPool? Find(string model, string? region)
    {
        if (pools.TryGetValue((model, region), out var pool))
        {
            return pool;
        }

        return profiles.Models.TryGetValue(model, out var profile)
            ? pools.GetOrAdd((model, region), _ => new ServingPool(profile, region, profiles.RegionDelayMs(region)))
            : null;
    }
}
