using Tollgate.Scores;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>What calls without a fault are charged with, and how long scoring takes.</summary>
internal sealed class CleanTrial(BenchCalls calls, RandomStream random, Action<string>? show)
{
    public const int Timed = 300;

    /// <summary>The calls: every caller with two of the styles; of a third the tools fail often.</summary>
    public int Sessions => calls.Count * 2;

    /// <summary>By score: faults and trials.</summary>
    public SortedDictionary<string, ScoreCount> Charged { get; } = new(StringComparer.Ordinal);

    /// <summary>Charged where the agent says in other right words that nothing was found, or that a tool failed.</summary>
    public SortedDictionary<string, ScoreCount> ChargedInOtherWords { get; } = new(StringComparer.Ordinal);

    public long RightCalls { get; private set; }

    public long RightCallsTakenForWrong { get; private set; }

    /// <summary>The mean number of turns of the long calls.</summary>
    public int LongTurns { get; private set; }

    public void Run()
    {
        for (var i = 0; i < Sessions; i++)
        {
            var (suite, session, transcript) = calls.Play(
                i, random.Fork(((ulong)99 << 40) + (ulong)i).NextUInt64(), InjectionRates.None, i % 3 == 2);
            var score = SessionScorer.Score(suite, session, transcript);
            var counted = score.Calls.Where(static call => call.Counts).ToList();
            RightCalls += counted.Count;
            RightCallsTakenForWrong += counted.Count(static call => call.Verdict != CallVerdict.Right);
            Count(Charged, score);
            if (score.Items.FirstOrDefault(static item => item.Right == false) is { } wrong)
            {
                show?.Invoke($"clean {suite.Name} {session.Name}: {wrong.Score} turn {wrong.Turn} {wrong.Reason} {wrong.Found}");
            }

            if (Wordings.Reworded(transcript, random.Fork(((ulong)98 << 40) + (ulong)i)) is { } other)
            {
                var again = SessionScorer.Score(suite, session, other);
                Count(ChargedInOtherWords, again);
                if (again.Items.FirstOrDefault(static item => item.Right == false) is { } charged)
                {
                    show?.Invoke($"other words {suite.Name} {session.Name}: {charged.Score} {charged.Reason} "
                        + $"{(charged.Entry is { } at && other.Entries[at] is AgentSaid said ? said.Text : "")}");
                }
            }
        }
    }

    /// <summary>Scores long calls: each of them twice over.</summary>
    public void RunLong()
    {
        var all = 0;
        for (var i = 0; i < Timed; i++)
        {
            var (suite, session, transcript) = calls.Play(i, (ulong)i, InjectionRates.None, failing: false);
            var turns = transcript.Entries.Max(static entry => entry.Turn);
            var entries = Enumerable.Repeat(transcript.Entries, 2).SelectMany((entries, round) =>
                entries.Select(entry => entry with { Turn = entry.Turn + (round * turns) })).ToList();
            SessionScorer.Score(suite, session, transcript with { Entries = entries });
            all += turns * 2;
        }

        LongTurns = all / Timed;
    }

    private static void Count(SortedDictionary<string, ScoreCount> charged, SessionScore score)
    {
        foreach (var (name, count) in score.Counts.Where(static one => one.Value.Count > 0 && one.Key != TurnsScore.Name))
        {
            var faults = ScoreCatalog.HigherIsBetter(name) ? count.Count - count.Sum : count.Sum;
            charged[name] = charged.GetValueOrDefault(name) + new ScoreCount(faults, count.Count);
        }
    }
}
