using Tollgate.Figures;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>From a task's intended start to the last token of the attempt that completed.</summary>
internal static class TaskTime
{
    public static Measure Measure { get; } = new()
    {
        Name = "task_ms",
        Title = "Task time",
        Of = MeasuredOf.Task,
        WhenFailed = FailureCounts.Worst,
        IsWarm = true,
        IsClustered = true,
        Row = new MeasureRow(80),
        Chart = "Task time",
        HasCurve = true,
        Usual = new UsualShape(1_200, 20),
        Draw = static reading => reading.TryGetTask(out var parts) ? ExchangeReading.Ms(parts.Value.TotalNs) : null,
    };
}
