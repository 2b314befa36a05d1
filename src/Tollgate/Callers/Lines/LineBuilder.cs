using Tollgate.Acts.Slots;

namespace Tollgate.Callers.Lines;

/// <summary>What a caller is about to say, piece by piece.</summary>
internal sealed class LineBuilder
{
    private readonly List<string> pieces = [];
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private string evasion = "";
    private string yes = "";
    private bool replies;

    public List<string> Entities { get; } = [];

    public List<string> Opens { get; } = [];

    /// <summary>What it does with values.</summary>
    public List<CallerAct> Does { get; } = [];

    public Dictionary<string, string> Settles { get; } = new(StringComparer.Ordinal);

    public SayingStyle Style { get; private set; }

    /// <summary>It answers, and does not only evade.</summary>
    public bool Replies => replies;

    public bool IsEmpty => pieces.Count == 0 && evasion.Length == 0;

    /// <summary>It gives a value or a decision for which the agent waits.</summary>
    public bool Answers { get; set; }

    /// <summary>It gives leave, or takes an offer.</summary>
    public bool Agrees { get; set; }

    public string Text => string.Join(' ', replies || evasion.Length == 0 ? pieces : pieces.Append(evasion));

    public void Say(string piece)
    {
        if (piece.Length > 0 && !pieces.Contains(piece))
        {
            pieces.Add(piece);
        }
    }

    /// <summary>A decision: yes, no, either.</summary>
    public void Reply(string piece)
    {
        Say(piece);
        Answers = replies = true;
    }

    /// <summary>A yes; who says yes twice means the second.</summary>
    public void Yes(string piece)
    {
        pieces.Remove(yes);
        yes = piece;
        Reply(piece);
    }

    /// <summary>
    /// What is said to a question that the caller has no answer to, where nothing else in the line is one: who gives
    /// his number does not say in the same breath that he does not have it.
    /// </summary>
    public void Evade(string piece)
    {
        evasion = piece;
        Answers = true;
    }

    public void SayValue(string piece, string value, SayingStyle style)
    {
        // Spoken words have no capitals, but readers of the transcript expect one.
        var begins = value.Length > 0 && piece.StartsWith(value, StringComparison.Ordinal);
        Reply(begins ? Capital(piece) : piece);
        Entities.Add(begins ? Capital(value) : value);
        Style = style > Style ? style : Style;
    }

    public static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>All that it does, with the intents that were worded for it.</summary>
    public List<CallerAct> ActsWith(IEnumerable<string> intents)
    {
        var does = Does.ToList();
        foreach (var kind in intents.Select(CallerAct.Of).OfType<CallerActKind>())
        {
            var evades = kind is CallerActKind.Unknown or CallerActKind.Tell or CallerActKind.YesNo
                or CallerActKind.Any;
            if (!(evades && replies) && !(kind == CallerActKind.Wish && Opens.Count > 0))
            {
                does.Add(new CallerAct(kind));
            }
        }

        if (Opens.Count > 0)
        {
            does.Add(new CallerAct(CallerActKind.Next));
        }

        return [.. does.Distinct()];
    }

    /// <summary>The slot's value is about to be said; false where the line has it already.</summary>
    public bool Gives(string slot) => given.Add(slot);
}
