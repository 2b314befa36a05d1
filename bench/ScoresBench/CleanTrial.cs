using Tollgate.Scores;
using Tollgate.Sessions.StandIns;
using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.ScoresBench;

/// <summary>What sessions without a fault are charged with, and how long scoring takes.</summary>
internal sealed class CleanTrial(Suite suite, List<BenchSession> sessions, RandomStream random, Action<string>? show)
{
    public const int Sessions = 10_000;

    public const int Timed = 1000;

    /// <summary>By score: faults and trials.</summary>
    public SortedDictionary<string, ScoreCount> Charged { get; } = new(StringComparer.Ordinal);

    public long RightCalls { get; private set; }

    public long RightCallsTakenForWrong { get; private set; }

    public void Run()
    {
        for (var i = 0; i < Sessions; i++)
        {
            var played = sessions[i % sessions.Count];
            var player = new Player(
                suite, played, new Spoiler(SpoilRates.None), -1, random.Fork(((ulong)99 << 40) + (ulong)i));
            var score = SessionScorer.Score(suite, played.Session, player.Play());
            RightCalls += player.RightCalls;
            RightCallsTakenForWrong += score.Calls.Count(static call => call.Verdict != CallVerdict.Right);
            foreach (var (name, count) in score.Counts.Where(static one => one.Value.Count > 0 && one.Key != ScoreNames.Turns))
            {
                var faults = ScoreNames.HigherIsBetter(name) ? count.Count - count.Sum : count.Sum;
                Charged[name] = Charged.GetValueOrDefault(name) + new ScoreCount(faults, count.Count);
            }

            if (score.Items.FirstOrDefault(static item => item.Right == false) is { } wrong)
            {
                show?.Invoke($"clean {played.Session.Name}: {wrong.Score} {wrong.Reason} {wrong.Found}");
            }
        }
    }

    /// <summary>Plays and scores sessions of some 25 turns: each one five times over.</summary>
    public void RunLong()
    {
        for (var i = 0; i < Timed; i++)
        {
            var played = sessions[i % sessions.Count];
            var transcript = new Player(suite, played, new Spoiler(SpoilRates.None), -1, random.Fork((ulong)i)).Play();
            var entries = Enumerable.Repeat(transcript.Entries, 5).SelectMany(static (entries, round) =>
                entries.Select(entry => entry with { Turn = entry.Turn + (round * 6) })).ToList();
            SessionScorer.Score(suite, played.Session, transcript with { Entries = entries });
        }
    }
}
