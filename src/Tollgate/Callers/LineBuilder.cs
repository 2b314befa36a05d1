using Tollgate.Acts;

namespace Tollgate.Callers;

/// <summary>What a caller is about to say, piece by piece.</summary>
internal sealed class LineBuilder
{
    private readonly List<string> pieces = [];

    public List<string> Entities { get; } = [];

    public List<string> Opens { get; } = [];

    public Dictionary<string, string> Settles { get; } = new(StringComparer.Ordinal);

    public SayingStyle Style { get; private set; }

    public bool IsEmpty => pieces.Count == 0;

    /// <summary>It gives a value or a decision for which the agent waits.</summary>
    public bool Answers { get; set; }

    /// <summary>It gives leave, or takes an offer.</summary>
    public bool Agrees { get; set; }

    public string Text => string.Join(' ', pieces);

    public void Say(string piece)
    {
        if (piece.Length > 0 && !pieces.Contains(piece))
        {
            pieces.Add(piece);
        }
    }

    public void SayValue(string piece, string value, SayingStyle style)
    {
        Say(piece);
        Entities.Add(value);
        Style = style > Style ? style : Style;
        Answers = true;
    }
}
