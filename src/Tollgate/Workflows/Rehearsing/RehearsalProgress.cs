using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores;
using Tollgate.Scores.Outcomes;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Transcripts;
using Tollgate.Workflows.Recording;

namespace Tollgate.Workflows.Rehearsing;

/// <summary>
/// A rehearsal under way: scores each session as it ends and hands it to the run file. Safe to look at from any thread.
/// </summary>
internal sealed class RehearsalProgress : IRecordable, ISessionSink
{
    private readonly ConcurrentDictionary<(string Target, long Id), SessionScore> scores = new();
    private readonly Dictionary<string, SuiteSession> sessions;
    private readonly Suite suite;
    private readonly RunWriter writer;
    private readonly RehearsalRunner runner;
    private long finished;
    private string? problem;

    internal RehearsalProgress(RehearsalSettings settings, IRunHost host, RunWriter writer)
    {
        suite = settings.Suite;
        sessions = settings.Sessions.ToDictionary(session => session.Name, StringComparer.Ordinal);
        this.writer = writer;
        runner = new RehearsalRunner(settings, host.Exchanger, writer, this, host.Axis);
    }

    /// <summary>The sessions that there are, over all targets.</summary>
    public long All => runner.All;

    /// <summary>The sessions that began.</summary>
    public long Started => runner.Started;

    /// <summary>The sessions that are over.</summary>
    public long Ended => runner.Ended;

    /// <summary>The sessions whose caller had said it all.</summary>
    public long Finished => Volatile.Read(ref finished);

    string? IRecordable.Problem => Volatile.Read(ref problem);

    internal IReadOnlyDictionary<(string Target, long Id), SessionScore> Scores => scores;

    Task<LoadSummary> IRecordable.RunAsync(CancellationToken stop, CancellationToken abort) => runner.RunAsync(stop);

    void ISessionSink.Ended(Transcript transcript)
    {
        if (transcript.Ending == SessionEnding.Finished)
        {
            Interlocked.Increment(ref finished);
        }

        writer.Ended(new SessionRecord(transcript, Counts(transcript)) { ScorerVersion = SessionScorer.Version });
    }

    private Dictionary<string, (double Sum, double Count, double Undecided)> Counts(Transcript transcript)
    {
        try
        {
            var score = SessionScorer.Score(suite, sessions[transcript.Session], transcript);
            scores.TryAdd((transcript.Target, transcript.SessionId), score);
            return score.Counts.ToDictionary(
                count => count.Key, count => (count.Value.Sum, count.Value.Count, count.Value.Undecided));
        }
        catch (Exception bug)
        {
            // The transcript is worth more than its scores: it is kept, and the run says that it is not valid.
            Interlocked.CompareExchange(
                ref problem, $"The run is not valid: {transcript.Session} could not be scored ({bug.GetType().Name}).", null);
            return [];
        }
    }
}
