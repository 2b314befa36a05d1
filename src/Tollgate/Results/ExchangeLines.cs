using Tollgate.Exchanges;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Observations;
using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Results;

/// <summary>
/// The exchanges of runs one by one, each with its observations: the same ones that summaries are made of. What has
/// many values in an exchange, such as the gaps between its tokens, is not among them.
/// </summary>
internal static class ExchangeLines
{
    /// <summary>The measures that have one value in an exchange, in the catalog's order.</summary>
    public static IReadOnlyList<Measure> Measures { get; } =
        [.. MeasureCatalog.All.Where(static one => one.Draw is not null)];

    /// <summary>Reads them, in the order of the files. The runs must stay open meanwhile.</summary>
    /// <exception cref="RunFileException">A file is damaged.</exception>
    public static IEnumerable<ExchangeLine> Of(IEnumerable<RunFile> runs) => runs.SelectMany(static run => Of(run));

    private static IEnumerable<ExchangeLine> Of(RunFile run)
    {
        var settings = RunSettings.Of(run).Measures;
        var values = new Values();
        var observers = run.Info.Targets.ToDictionary(
            static target => target.Name,
            target => new ExchangeObserver(
                Measures.Where(measure => measure.IsHeld?.Invoke(target, settings) != false), settings, target.Price,
                values));
        foreach (var exchange in run.Exchanges(withReplies: Measures.Any(static one => one.NeedsText)))
        {
            values.Clear();
            if (!exchange.Warmup)
            {
                observers[exchange.Target].Add(exchange);
            }

            yield return new ExchangeLine(run.Name, exchange with { Reply = Reply.Empty }, values.Taken());
        }
    }

    // Takes the values of one exchange at a time.
    private sealed class Values : IObservationSink
    {
        private readonly Dictionary<Measure, double> values = [];

        public void Clear() => values.Clear();

        public IReadOnlyList<double?> Taken() =>
            [.. Measures.Select(measure => values.TryGetValue(measure, out var value) ? value : (double?)null)];

        public void Observe(in Observation observation)
        {
            if (double.IsFinite(observation.Value))
            {
                values[observation.Measure] = observation.Value;
            }
        }

        public void ObserveAll(Measure measure, in ObservedUnit unit, ReadOnlySpan<double> all, int bounded)
        {
        }
    }
}
