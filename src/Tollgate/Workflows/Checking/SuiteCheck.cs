using Tollgate.Scores;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Transcripts;

namespace Tollgate.Workflows.Checking;

/// <summary>
/// Checks a suite with agents that behave: which callers they cannot serve to the end, and what they are charged with.
/// Whatever is found is the suite's fault, since the agents are right.
/// </summary>
internal static class SuiteCheck
{
    /// <summary>The named callers of a suite, and some drawn from its population.</summary>
    /// <param name="suite">A suite whose callers have briefs.</param>
    /// <param name="drawn">Number of callers to draw; 0 or more.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static IReadOnlyList<SuiteSession> Callers(Suite suite, int drawn, ulong seed) =>
        [.. suite.Sessions, .. BriefDrawer.Draw(suite, drawn, seed)];

    /// <summary>Plays every caller with one agent, on all cores.</summary>
    public static StyleCheck Play(Suite suite, IReadOnlyList<SuiteSession> callers, ISuiteAgent agent, ulong seed)
    {
        var played = callers.AsParallel().AsOrdered()
            .Select(session => (Session: session, Transcript: agent.Play(suite, session, seed)))
            .Select(one => (one.Session, one.Transcript,
                Score: SessionScorer.Score(suite, one.Session, one.Transcript)))
            .ToList();
        var problems = new List<string>();
        foreach (var (session, transcript, score) in played)
        {
            if (transcript.Ending != SessionEnding.Finished)
            {
                problems.Add($"{session.Name}: {transcript.EndingWhy}");
            }

            problems.AddRange(score.Items.Where(item => item.Right == false && !agent.IsOwnDoing(item))
                .Select(item => $"{session.Name}, turn {item.Turn}: {item.Reason}"));
        }

        return new StyleCheck(
            agent.Style, played.Count(one => one.Transcript.Ending == SessionEnding.Finished),
            played.Average(one => (double)one.Transcript.Entries.Max(entry => entry.Turn)), problems);
    }
}
