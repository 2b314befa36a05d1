namespace Tollgate.Load.Schedules.Processes;

/// <summary>Every arrival process.</summary>
internal static class ArrivalProcesses
{
    /// <summary>In the order in which help texts list them.</summary>
    public static IReadOnlyList<ArrivalProcess> All { get; } =
    [
        new ConstantArrivals(), new PoissonArrivals(), new GammaArrivals(), new OnOffArrivals(),
    ];

    /// <summary>Their names, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static process => process.Name)];

    /// <summary>What departures follow if nobody says otherwise.</summary>
    public static ArrivalProcess Default { get; } = Find("poisson")!; // It is in the list.

    /// <summary>The process of that name; null if there is none.</summary>
    public static ArrivalProcess? Find(string name) => All.FirstOrDefault(process => process.Name == name);
}
