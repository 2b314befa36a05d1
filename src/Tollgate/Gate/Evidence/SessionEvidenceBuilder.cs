using Tollgate.Figures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Observations;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Gate.Evidence;

/// <summary>What is known of one session, or of one task, while evidence is gathered. Not thread-safe.</summary>
internal sealed class SessionEvidenceBuilder(long id)
{
    private readonly Dictionary<string, List<double>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<double>> freshValues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScoreCount> sums = new(StringComparer.Ordinal);
    private readonly List<Observation> cancelled = [];

    /// <summary>What was said and done; null for a task, and while it is not known.</summary>
    public Transcript? Transcript { get; set; }

    /// <summary>What all its exchanges cost.</summary>
    public decimal Cost { get; set; }

    public void Count(string name, ScoreCount count) => sums[name] = sums.GetValueOrDefault(name) + count;

    /// <summary>Enters an observation, with what a failure counts as.</summary>
    public void Enter(in Observation observation)
    {
        var measure = observation.Measure;
        var isWorst = measure.WhenFailed == FailureCounts.Worst;
        switch (observation.State)
        {
            // The turn in which the call broke off stays for what the caller did hear: how long it was silent, and
            // whether speech underran.
            case ObservationState.Value when !(observation.Unit.IsBroken && isWorst):
                Add(measure, observation.Value, observation.Unit.IsFresh);
                break;
            case ObservationState.Failed when isWorst:
                AddWorst(measure);
                break;
            case ObservationState.Cancelled:
                cancelled.Add(observation);
                break;
        }
    }

    /// <summary>Enters the values of a measure with many in an exchange.</summary>
    public void EnterAll(Measure measure, ReadOnlySpan<double> all)
    {
        if (!all.IsEmpty)
        {
            ListOf(values, measure.Name).AddRange(all);
        }
    }

    /// <param name="withFresh">Latencies of fresh connections count too, since the server keeps none.</param>
    public SessionEvidence ToEvidence(bool withFresh)
    {
        EnterCancelled();
        foreach (var (measure, list) in withFresh ? freshValues : [])
        {
            ListOf(values, measure).AddRange(list);
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

    // What only the end of a session tells: what was taken back because the caller had hung up failed; the rest has the
    // waits that it came to.
    private void EnterCancelled()
    {
        var hungUpIn = Transcript is { Ending: SessionEnding.HungUp, Turns: [.., var last] } ? last.Turn : -1;
        foreach (var observation in cancelled)
        {
            if (observation.Unit.Turn != hungUpIn)
            {
                if (!double.IsNaN(observation.Value))
                {
                    Add(observation.Measure, observation.Value, observation.Unit.IsFresh);
                }
            }
            else if (observation.Measure.WhenFailed == FailureCounts.Worst)
            {
                AddWorst(observation.Measure);
            }
        }
    }

    private void AddWorst(Measure measure)
    {
        if (measure.Kind == FigureKind.Share)
        {
            Count(measure.Name, ScoreCount.Trial(measure.Better == BetterWhen.Lower));
        }
        else
        {
            Add(measure, measure.Worst, isFresh: false);
        }
    }

    private void Add(Measure measure, double value, bool isFresh)
    {
        if (measure.Kind == FigureKind.Share)
        {
            Count(measure.Name, new ScoreCount(value, 1));
        }
        else
        {
            ListOf(isFresh ? freshValues : values, measure.Name).Add(value);
        }
    }

    private static List<double> ListOf(Dictionary<string, List<double>> from, string name)
    {
        if (!from.TryGetValue(name, out var list))
        {
            from.Add(name, list = []);
        }

        return list;
    }
}
