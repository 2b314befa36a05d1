using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Scores;

/// <summary>A transcript beside its script: what was said when, and which calls were made.</summary>
internal sealed class SessionView
{
    private readonly HashSet<int> agreed = [];

    public SessionView(Suite suite, SuiteSession session, Transcript transcript)
    {
        Suite = suite;
        Session = session;
        Transcript = transcript;
        Steps = new Dictionary<string, Step>(StringComparer.Ordinal);
        foreach (var step in session.Steps)
        {
            Steps[step.Id] = step;
        }

        var seen = new HashSet<(string, long, string)>();
        for (var i = 0; i < transcript.Entries.Count; i++)
        {
            var entry = transcript.Entries[i];
            LastTurn = Math.Max(LastTurn, entry.Turn);
            if (entry is CallerSaid said)
            {
                if (said.Agrees)
                {
                    agreed.Add(said.Turn);
                }

                foreach (var step in said.Steps)
                {
                    SaidAt.TryAdd(step, i);
                }
            }
            else if (entry is ToolRan ran
                && (ran.ExchangeId is not { } exchange || seen.Add((ran.CallId, exchange, ran.ArgumentsJson))))
            {
                // A tool that answers twice was called once.
                Made.Add(new MadeCall(i, ran));
            }
        }
    }

    public Suite Suite { get; }

    public SuiteSession Session { get; }

    public Transcript Transcript { get; }

    public Dictionary<string, Step> Steps { get; }

    /// <summary>The entry in which each step was said first.</summary>
    public Dictionary<string, int> SaidAt { get; } = new(StringComparer.Ordinal);

    public List<MadeCall> Made { get; } = [];

    public int LastTurn { get; }

    /// <summary>It ended through no doing of the model's.</summary>
    public bool WasCutOff => Transcript.Ending is SessionEnding.Failed or SessionEnding.Stopped;

    /// <summary>The caller gave leave, or took an offer, in the turn of this entry.</summary>
    public bool WasAgreed(int entry) => agreed.Contains(TurnOf(entry));

    public int TurnOf(int entry) => Transcript.Entries[entry].Turn;

    /// <summary>The turn in which a step was said first; null where it never was.</summary>
    public int? TurnOf(Step step) => SaidAt.TryGetValue(step.Id, out var entry) ? TurnOf(entry) : null;
}
