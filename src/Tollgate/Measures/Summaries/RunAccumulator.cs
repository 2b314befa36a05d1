using Tollgate.Exchanges;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Readings;
using Tollgate.Statistics;

namespace Tollgate.Measures.Summaries;

/// <summary>
/// From the exchanges of a run to its numbers: takes them one at a time, in the order in which they ended, and keeps
/// none. Not thread-safe.
/// </summary>
internal sealed class RunAccumulator
{
    private readonly Dictionary<string, TargetAccumulator> byName = new(StringComparer.Ordinal);
    private readonly List<Target> targets = [];
    private TargetAccumulator? last;
    private string? lastName;

    /// <param name="targets">The plan's targets, with different names.</param>
    /// <param name="settings">How the numbers are to be drawn.</param>
    public RunAccumulator(IEnumerable<Target> targets, MeasureSettings settings)
    {
        var random = new RandomStream(settings.Seed);
        foreach (var target in targets)
        {
            byName.Add(target.Name, new TargetAccumulator(target, settings, random.Fork((ulong)this.targets.Count)));
            this.targets.Add(target);
        }
    }

    /// <summary>A measure is drawn from what was said, so that exchanges are to come with their replies.</summary>
    public bool NeedsText { get; } = MeasureCatalog.All.Any(static measure => measure.NeedsText);

    /// <summary>Enters an exchange that is over; its target must be one of the plan's.</summary>
    public void Add(Exchange exchange)
    {
        if (last is null || !ReferenceEquals(lastName, exchange.Target))
        {
            last = byName[exchange.Target];
            lastName = exchange.Target;
        }

        last.Add(exchange);
    }

    /// <summary>The numbers so far.</summary>
    /// <param name="counts">
    /// What was asked for, by the target's name; null or missing where only ends were counted.
    /// </param>
    public RunMeasures Measure(IReadOnlyDictionary<string, IssuedCount>? counts = null)
    {
        var measures = targets.ConvertAll(target =>
        {
            var count = counts?.GetValueOrDefault(target.Name) ?? default;
            return byName[target.Name].Measure(count.Issued, count.InFlight);
        });
        return new RunMeasures(measures, [.. measures.SelectMany(DataWarnings.Of)]);
    }
}
