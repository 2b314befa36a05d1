using Tollgate.Input;
using Tollgate.Measures.OfCalls;
using Tollgate.Runs.Configuration;

namespace Tollgate.Results;

/// <summary>A run's load in one line of words.</summary>
internal static class LoadWords
{
    /// <param name="configuration">What the run was told to do.</param>
    /// <param name="transport">The transport that carried it.</param>
    public static string Of(RunConfiguration configuration, string transport)
    {
        List<string?> words =
        [
            .. configuration switch
            {
                MeasureConfiguration measured => OfMeasured(measured),
                RehearseConfiguration rehearsed => [Calls(rehearsed)],
                _ => [],
            },
            configuration.Retry is { } retry ? Text($"up to {retry.Attempts} attempts") : null,
            transport == "virtual" ? "simulated models in virtual time" : $"{transport} transport",
        ];
        return string.Join(", ", words.OfType<string>());
    }

    private static IEnumerable<string?> OfMeasured(MeasureConfiguration measured) =>
    [
        measured.Load is { } load ? Rhythm(load) : null,
        measured.Requests is { } requests ? Text($"{requests} requests a target") : null,
        measured.For is { } length ? $"for {Durations.Format(length)}" : null,
        measured.WarmUp is { Tasks: > 0 } counted ? Text($"warm-up {counted.Tasks}")
            : measured.WarmUp is { Length.Ticks: > 0 } timed ? $"warm-up {Durations.Format(timed.Length)}"
            : null,
        measured.Cold == true ? "cold connections" : null,
    ];

    private static string? Calls(RehearseConfiguration rehearsed)
    {
        if (rehearsed.Sessions is not { } sessions)
        {
            return null;
        }

        var times = rehearsed.Repeat is not (null or 1) ? Text($", {rehearsed.Repeat} times") : "";
        var starts = rehearsed.RatePerSecond is { } rate
            ? Text($"{rate} starting a second")
            : Text($"{rehearsed.Concurrency} at once with each target");
        var hurry = rehearsed.TimeScale is not (null or 1) ? Text($", speech hurried {rehearsed.TimeScale} times") : "";
        return Text($"{sessions.Count} calls of {rehearsed.Suite}{times}, {starts}{hurry}");
    }

    private static string Rhythm(ConfiguredLoad load) =>
        load.Trace is { } trace
            ? Text($"open loop, the trace {Path.GetFileName(trace)} at {load.Speed} times its speed")
        : load.Rate is { } rate
            ? $"open loop, {rate} {load.Arrivals}"
        : Text($"closed loop, {load.Concurrency} at once");

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
