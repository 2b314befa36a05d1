using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Calls;

/// <summary>A transcript beside what it asked of the model: what was said when, and which calls were made.</summary>
internal sealed class SessionView
{
    private readonly HashSet<int> agreed = [];
    private readonly HashSet<int> agreedLater = [];

    public SessionView(Suite suite, SuiteSession session, Transcript transcript)
    {
        Suite = suite;
        Session = session;
        Transcript = transcript;
        Outcome = new CallOutcome(suite, session, transcript);
        var seen = new HashSet<(string, long, string)>();
        var isOpen = false;
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

                isOpen = said.Agrees || (isOpen && said.Steps.Count == 0);
            }
            else if (entry is ToolRan ran
                && (ran.ExchangeId is not { } exchange || seen.Add((ran.CallId, exchange, ran.ArgumentsJson))))
            {
                // A tool that answers twice was called once.
                Made.Add(new MadeCall(i, ran));
                if (isOpen && !OnlyReads(ran.Tool))
                {
                    agreedLater.Add(i);
                    isOpen = ran.Status != ToolStatus.Answered;
                }
            }
        }
    }

    public Suite Suite { get; }

    public SuiteSession Session { get; }

    public Transcript Transcript { get; }

    /// <summary>What the call asked of the model.</summary>
    public CallOutcome Outcome { get; }

    public List<MadeCall> Made { get; } = [];

    public int LastTurn { get; }

    /// <summary>It ended through no doing of the model's.</summary>
    public bool WasCutOff => Transcript.Ending is SessionEnding.Failed or SessionEnding.Stopped;

    /// <summary>
    /// The caller gave leave, or took an offer, in the turn of this entry; or before, and it is the first call with an
    /// effect since, while values were asked for and nothing new was wished.
    /// </summary>
    public bool WasAgreed(int entry) => agreed.Contains(TurnOf(entry)) || agreedLater.Contains(entry);

    public int TurnOf(int entry) => Transcript.Entries[entry].Turn;

    /// <summary>
    /// What an agent must look up for the wish gave no answer in any attempt, so that the way there was closed.
    /// </summary>
    public bool IsClosed(AskedWish wish) => wish.Wish.LooksUp.Any(lookup =>
        Made.FindAll(call => call.Ran.Tool == lookup.Tool && TurnOf(call.FirstEntry) >= wish.Turn)
            is { Count: > 0 } calls
        && calls.TrueForAll(static call => call.HasFailed));

    /// <summary>The tool only reads: to call it more often than expected does no harm.</summary>
    public bool OnlyReads(string tool) => Suite.Tools.TryGetValue(tool, out var known) && !known.HasEffect;
}
