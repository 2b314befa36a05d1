using Tollgate.Input;
using Tollgate.Load.Schedules;
using Tollgate.Load.Schedules.Processes;

namespace Tollgate.Plans;

/// <summary>Reads how a load's departures are spaced: the process's name and its settings.</summary>
internal static class ArrivalsReader
{
    /// <summary>The settings of all processes, as keys of a load.</summary>
    public static IEnumerable<string> Keys { get; } =
        [.. ArrivalProcesses.All.SelectMany(static process => process.Settings).Select(static setting => setting.Key)];

    public static Arrivals Read(YamlMap load)
    {
        var process = load.OneOf("arrivals", ArrivalProcesses.Names) is { } name
            ? ArrivalProcesses.Find(name)! // It is one of the names.
            : ArrivalProcesses.Default;
        return new Arrivals(
            process, [.. process.Settings.Select(setting => Value(load, setting) ?? setting.Default)]);
    }

    private static double? Value(YamlMap load, ArrivalSetting setting) => setting.IsDuration
        ? load.Duration(setting.Key, PlanBounds.TimesOf(setting))?.TotalSeconds
        : load.Number(setting.Key, setting.Min, setting.Max);
}
