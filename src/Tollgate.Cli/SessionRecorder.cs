using System.Collections.Concurrent;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores;
using Tollgate.Scores.Outcomes;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Cli;

/// <summary>Scores each session as it ends and hands it to the run file. Safe for concurrent use.</summary>
/// <param name="settings">Which calls, with whom.</param>
/// <param name="writer">The run file.</param>
/// <param name="scores">Where the scores are kept for a report, by target and session number; null for nowhere.</param>
internal sealed class SessionRecorder(
    RehearsalSettings settings, RunWriter writer,
    ConcurrentDictionary<(string Target, long Id), SessionScore>? scores) : ISessionSink
{
    private readonly Dictionary<string, SuiteSession> sessions =
        settings.Sessions.ToDictionary(session => session.Name, StringComparer.Ordinal);
    private long finished;
    private string? problem;

    /// <summary>Why the run is not valid, as one sentence; null while all is well.</summary>
    public string? Problem => Volatile.Read(ref problem);

    /// <summary>The sessions whose caller had said it all.</summary>
    public long Finished => Volatile.Read(ref finished);

    public void Ended(Transcript transcript)
    {
        if (transcript.Ending == SessionEnding.Finished)
        {
            Interlocked.Increment(ref finished);
        }

        writer.Ended(new SessionRecord(transcript, Counts(transcript)));
    }

    private Dictionary<string, (double Sum, double Count, double Undecided)> Counts(Transcript transcript)
    {
        try
        {
            var score = SessionScorer.Score(settings.Suite, sessions[transcript.Session], transcript);
            scores?.TryAdd((transcript.Target, transcript.SessionId), score);
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
