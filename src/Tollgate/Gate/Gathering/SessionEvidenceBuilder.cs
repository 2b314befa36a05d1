using Tollgate.Exchanges;
using Tollgate.Measures;
using Tollgate.Scores;
using Tollgate.Transcripts;

namespace Tollgate.Gate.Gathering;

/// <summary>What is known of one session, or of one task, while evidence is gathered. Not thread-safe.</summary>
internal sealed class SessionEvidenceBuilder(long id)
{
    private readonly Dictionary<string, List<double>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<double>> freshValues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScoreCount> sums = new(StringComparer.Ordinal);
    private readonly Dictionary<long, OpenTask> open = [];

    /// <summary>What was said and done; null for a task, and while it is not known.</summary>
    public Transcript? Transcript { get; set; }

    /// <summary>What all its exchanges cost.</summary>
    public decimal Cost { get; set; }

    /// <summary>Exchanges that were taken back, with the instant at which their task began.</summary>
    public List<(Exchange Exchange, long StartNs)> Cancelled { get; } = [];

    /// <summary>Tasks whose last attempt did not complete.</summary>
    public IEnumerable<OpenTask> Open => open.Values;

    public void Add(string measure, double value, bool fresh = false)
    {
        var to = fresh ? freshValues : values;
        if (!to.TryGetValue(measure, out var list))
        {
            to.Add(measure, list = []);
        }

        list.Add(value);
    }

    public void Count(string name, ScoreCount count) => sums[name] = sums.GetValueOrDefault(name) + count;

    /// <summary>An attempt of a task is over; attempts come in order.</summary>
    /// <returns>When the task was to begin.</returns>
    public long Enter(Exchange exchange)
    {
        var startNs = open.TryGetValue(exchange.TaskId, out var task)
            ? task.StartNs
            : exchange.Timeline.IntendedNs;
        if (exchange.Outcome == Outcome.Completed)
        {
            open.Remove(exchange.TaskId);
        }
        else
        {
            open[exchange.TaskId] = new OpenTask(startNs, exchange.Outcome, exchange.Turn is { Turn: 0 });
        }

        return startNs;
    }

    /// <param name="withFresh">Latencies of fresh connections count too, since the server keeps none.</param>
    public SessionEvidence ToEvidence(bool withFresh)
    {
        foreach (var (measure, list) in withFresh ? freshValues : [])
        {
            list.ForEach(value => Add(measure, value));
        }

        return new SessionEvidence
        {
            Id = id,
            Name = Transcript?.Session ?? "",
            Repetition = Transcript?.Repetition ?? 0,
            Ending = Transcript?.Ending,
            Values = values.ToDictionary(one => one.Key, one => one.Value.ToArray(), StringComparer.Ordinal),
            Sums = sums,
        };
    }

    /// <param name="StartNs">When its first attempt was to leave.</param>
    /// <param name="Last">How its last attempt so far was over: failed or cancelled.</param>
    /// <param name="AfterTheCall">It asks about the call, when nobody waits any more.</param>
    public readonly record struct OpenTask(long StartNs, Outcome Last, bool AfterTheCall);
}
