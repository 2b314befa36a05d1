using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Load.Schedules;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Plans;

namespace Tollgate.Cli.Measure;

/// <summary>A flag for each setting of each arrival process.</summary>
internal sealed class ArrivalFlags
{
    private readonly IReadOnlyList<(ArrivalProcess Process, ArrivalSetting Setting, Option Option)> all =
    [
        .. ArrivalProcesses.All.SelectMany(
            static process => process.Settings, static (process, setting) => (process, setting, New(setting))),
    ];

    public IEnumerable<Option> Options => all.Select(static one => one.Option);

    /// <summary>The arrivals that the flags, over those that are given, come to.</summary>
    /// <param name="name">The process's name; null where no flag says it.</param>
    /// <param name="given">What a plan has.</param>
    /// <param name="flags">The other flags.</param>
    public Arrivals Read(string? name, Arrivals given, FlagReading flags)
    {
        var process = name is null ? given.Process : ArrivalProcesses.Find(name)!; // It is one of the names.
        var before = process == given.Process ? given : new Arrivals(process);
        return new Arrivals(
            process, [.. before.Values.Select(one => Value(one.Setting, flags) ?? one.Value)]);
    }

    /// <summary>Which of the flags change something in this load, and what each goes with.</summary>
    public IEnumerable<(Option Option, bool Serves, string Without)> Served(PlanLoad load) => all.Select(one =>
        (one.Option, load.Rate is not null && load.Arrivals.Process == one.Process, $"--arrivals {one.Process.Name}"));

    private static Option New(ArrivalSetting setting)
    {
        var flag = "--" + setting.Key.Replace('_', '-');
        return setting.IsDuration
            ? new Option<string?>(flag) { HelpName = "TIME", Description = setting.Description }
            : new Option<double?>(flag) { HelpName = "X", Description = setting.Description };
    }

    private double? Value(ArrivalSetting setting, FlagReading flags) =>
        all.First(one => one.Setting == setting).Option switch
        {
            Option<double?> number => flags.InRange(number, setting.Min, setting.Max),
            Option<string?> time => flags.Time(time, PlanBounds.TimesOf(setting))?.TotalSeconds,
            _ => null,
        };
}
