using Tollgate.Figures;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Observations;
using Tollgate.Measures.OfCalls;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Measures.Summaries;

/// <summary>
/// From the sessions of one target to what their callers felt: takes them one at a time. Not thread-safe.
/// </summary>
internal sealed class SessionAccumulator
{
    private static readonly Measure[] Drawn =
        [.. MeasureCatalog.All.Where(static one => one.DrawCall is not null || one.DrawTurn is not null)];

    private readonly double budgetMs;
    private readonly MeasureSummaries summaries;
    private readonly CallObserver observer;
    private readonly Dictionary<SessionEnding, long> endings = [];
    private readonly Dictionary<SessionEnding, string> whys = [];
    private readonly List<TurnParts> parts = [];
    private long sessions, turns, interrupted, underruns, underrunTurns, stalls, underrunNs;

    /// <param name="budgetMs">The budget that perceived latency is held against, in milliseconds.</param>
    /// <param name="random">What the resampling is drawn from.</param>
    public SessionAccumulator(double budgetMs, RandomStream random)
    {
        this.budgetMs = budgetMs;
        summaries = new MeasureSummaries(random);
        observer = new CallObserver(Drawn, budgetMs, summaries);
    }

    public void Add(Transcript transcript)
    {
        sessions++;
        endings[transcript.Ending] = endings.GetValueOrDefault(transcript.Ending) + 1;
        if (transcript.Ending != SessionEnding.Finished)
        {
            whys.TryAdd(transcript.Ending, transcript.EndingWhy);
        }

        var call = observer.Add(transcript);
        turns += transcript.Turns.Count;
        interrupted += transcript.Turns.Count - call.Whole.Count;
        foreach (var turn in call.Whole)
        {
            if (turn.FirstTokenNs is not null)
            {
                parts.Add(turn.Parts);
            }

            underruns += turn.Underruns;
            underrunTurns += turn.Underruns > 0 ? 1 : 0;
            underrunNs += turn.UnderrunNs;
            stalls += turn.Stalls;
        }
    }

    public SessionMeasures Measure() => new()
    {
        Sessions = sessions,
        Endings = endings,
        EndingWhys = whys,
        Turns = turns,
        Interrupted = interrupted,
        BudgetMs = budgetMs,
        Values = Drawn.Where(static one => one.Kind == FigureKind.Quantile)
            .ToDictionary(static one => one, one => summaries.Quantiles(one, withFresh: false)),
        Estimates = Drawn.Where(static one => one.Kind != FigureKind.Quantile)
            .ToDictionary(
                static one => one,
                one => one.Kind == FigureKind.Share ? summaries.Share(one) : summaries.Mean(one)),
        Parts = parts.Count > 0 ? TurnPartMeans.Of(parts) : null,
        Underruns = new Underruns(underruns, underrunTurns, summaries.Share(UnderrunTurns.Measure), underrunNs / 1e6),
        Stalls = stalls,
    };
}
