using Tollgate.Input;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Load.Traces;

namespace Tollgate.Plans;

/// <summary>The bounds of a plan's numbers, for its file and for the flags that stand for its keys.</summary>
internal static class PlanBounds
{
    public static Between<int> Concurrency { get; } = new(1, 100_000);

    public static Between<double> Speed { get; } = new(0.001, 10_000);

    public static Between<long> Requests { get; } = new(1, 100_000_000);

    public static Between<int> MaxInFlight { get; } = new(1, 1_000_000);

    /// <summary>Of a prompt or of an answer.</summary>
    public static Between<int> Tokens { get; } = new(1, TraceReader.MaxTokens);

    public static Between<double> Temperature { get; } = new(0, 2);

    /// <summary>Attempts in all; with 1 nothing is tried again.</summary>
    public static Between<int> Attempts { get; } = new(1, 20);

    /// <summary>Of a setting that is a time.</summary>
    public static Between<TimeSpan> TimesOf(ArrivalSetting setting) =>
        new Between<TimeSpan>(TimeSpan.FromSeconds(setting.Min), TimeSpan.FromSeconds(setting.Max));
}
