using Tollgate.Load.Schedules.Processes;

namespace Tollgate.Load.Schedules;

/// <summary>An arrival process with its settings. Immutable; equal if process and settings are.</summary>
internal sealed record Arrivals
{
    /// <param name="settings">
    /// A value for each of <see cref="ArrivalProcess.Settings"/>, in their order; empty for the defaults.
    /// </param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its bounds.</exception>
    public Arrivals(ArrivalProcess process, params IReadOnlyList<double> settings)
    {
        Process = process;
        Settings = settings.Count == 0
            ? [.. process.Settings.Select(static setting => setting.Default)]
            : [.. settings];
        if (Settings.Count != process.Settings.Count)
        {
            throw new ArgumentException($"{process.Name} takes {process.Settings.Count} settings.", nameof(settings));
        }

        foreach (var (setting, value) in process.Settings.Zip(Settings))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, setting.Min, setting.Key);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, setting.Max, setting.Key);
        }
    }

    /// <summary>What departures follow if nobody says otherwise.</summary>
    public static Arrivals Default { get; } = new(ArrivalProcesses.Default);

    public ArrivalProcess Process { get; }

    /// <summary>A value for each of the process's settings, in their order.</summary>
    public IReadOnlyList<double> Settings { get; }

    /// <summary>The settings with their values.</summary>
    public IEnumerable<(ArrivalSetting Setting, double Value)> Values => Process.Settings.Zip(Settings);

    public bool Equals(Arrivals? other) =>
        other is not null && Process == other.Process && Settings.SequenceEqual(other.Settings);

    public override int GetHashCode() => Process.Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Process.Name;
}
