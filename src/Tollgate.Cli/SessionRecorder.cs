using Tollgate.Runs;
using Tollgate.Scores;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Cli;

/// <summary>Scores each session as it ends and hands it to the run file. Safe for concurrent use.</summary>
internal sealed class SessionRecorder(Suite suite, RunWriter writer) : ISessionSink
{
    private readonly Dictionary<string, SuiteSession> sessions =
        suite.Sessions.ToDictionary(session => session.Name, StringComparer.Ordinal);
    private long finished;

    /// <summary>The sessions whose caller had said it all.</summary>
    public long Finished => Volatile.Read(ref finished);

    public void Ended(Transcript transcript)
    {
        if (transcript.Ending == SessionEnding.Finished)
        {
            Interlocked.Increment(ref finished);
        }

        var score = SessionScorer.Score(suite, sessions[transcript.Session], transcript);
        writer.Ended(new SessionRecord(transcript, score.Counts.ToDictionary(
            count => count.Key, count => (count.Value.Sum, count.Value.Count))));
    }
}
