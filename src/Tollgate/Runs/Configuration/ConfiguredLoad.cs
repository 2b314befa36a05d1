using System.Text.Json.Serialization;
using Tollgate.Input;
using Tollgate.Load.Schedules;
using Tollgate.Load.Traces;

namespace Tollgate.Runs.Configuration;

/// <summary>When a measured load's exchanges left: by a trace, at a rate, or in a closed loop.</summary>
internal sealed record ConfiguredLoad
{
    private const string CvKey = "cv";

    /// <summary>The trace's file; null where none was replayed.</summary>
    public string? Trace { get; init; }

    public double? Speed { get; init; }

    public TimeSpan? From { get; init; }

    public TimeSpan? For { get; init; }

    /// <summary>Departures to each target; null where none were scheduled.</summary>
    public Rate? Rate { get; init; }

    /// <summary>The arrival process's name; null where there is no rate.</summary>
    public string? Arrivals { get; init; }

    /// <summary>The coefficient of variation of gamma gaps, and 1 for every other process.</summary>
    public double? Cv { get; init; }

    public TimeSpan? Ramp { get; init; }

    /// <summary>Callers for each target; null outside of a closed loop.</summary>
    public int? Concurrency { get; init; }

    public TimeSpan? Stagger { get; init; }

    /// <summary>The process's further settings, as plans spell them; settable for whoever reads it.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Settings { get; set; }

    /// <summary>Of an open loop.</summary>
    public static ConfiguredLoad Of(Rate rate, Arrivals arrivals, TimeSpan ramp)
    {
        var further = arrivals.Values.Where(static one => one.Setting.Key != CvKey).ToDictionary(
            static one => one.Setting.Key,
            static one => one.Setting.IsDuration
                ? JsonSerializer.SerializeToElement(Durations.Format(TimeSpan.FromSeconds(one.Value)))
                : JsonSerializer.SerializeToElement(one.Value));
        return new ConfiguredLoad
        {
            Rate = rate,
            Arrivals = arrivals.Process.Name,
            Cv = arrivals.Values.Where(static one => one.Setting.Key == CvKey)
                .Select(static one => one.Value).FirstOrDefault(1),
            Ramp = ramp,
            Settings = further.Count > 0 ? further : null,
        };
    }
}
