using Tollgate.Acts.Slots;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;

namespace Tollgate.Callers.Voiced;

/// <summary>What a caller does next.</summary>
/// <param name="Text">What is said; empty where the caller hangs up.</param>
internal sealed record CallerMove(string Text)
{
    /// <summary>The caller has said it all, and hangs up.</summary>
    internal static CallerMove HangingUp { get; } = new("")
    {
        Ends = SessionEnding.Finished, Why = "The caller had said it all and hung up.",
    };

    /// <summary>The words in it that carry the meaning, as they stand there: names, numbers, days.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>The wishes that are brought up in it, by name.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];

    /// <summary>
    /// What the caller settles on in it, as records hold it: <c>move_haircut.time</c> is <c>16:30</c>. The last word
    /// of a call counts.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settles { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The caller gives leave in it, or takes an offer: what the agent then does, it was asked to do.
    /// </summary>
    public bool Agrees { get; init; }

    /// <summary>The most careful way in which a value is said in it: a recogniser hears careful words better.</summary>
    public SayingStyle Style { get; init; }

    /// <summary>What the caller murmurs into the reply; null for nothing.</summary>
    public Backchannel? Backchannel { get; init; }

    /// <summary>How it is cut up on its way; null for whole.</summary>
    public Cut? Cut { get; init; }

    /// <summary>What a model wrote for it, in order; empty where none plays the caller.</summary>
    public IReadOnlyList<CallerDraft> Drafts { get; init; } = [];

    /// <summary>What the agent said was not understood, and it answers nothing.</summary>
    public bool IsLost { get; init; }

    /// <summary>The caller has said that this was all.</summary>
    public bool TakesLeave { get; init; }

    /// <summary>The caller hangs up, and the session ends so; null while it goes on.</summary>
    public SessionEnding? Ends { get; init; }

    /// <summary>Why it ends, in a sentence.</summary>
    public string Why { get; init; } = "";
}
