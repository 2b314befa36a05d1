using System.Text;

namespace Tollgate.Simulator;

/// <summary>
/// A tool call as the model writes it: the opening with the name, then the arguments in small pieces.
/// </summary>
internal sealed class ToolReply
{
    private const int PieceCharacters = 5;
    private readonly byte[][] pieces;
    private readonly int[] lengths;

    public ToolReply(string id, string name, string argumentsJson)
    {
        Id = id;
        Name = name;
        ArgumentsJson = argumentsJson;
        var count = (argumentsJson.Length + PieceCharacters - 1) / PieceCharacters;
        pieces = new byte[count][];
        lengths = new int[count];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var length = at >= argumentsJson.Length ? 0 : Math.Min(PieceCharacters, argumentsJson.Length - at);

            // A surrogate pair stays in one piece.
            if (length > 0 && at + length < argumentsJson.Length
                && char.IsHighSurrogate(argumentsJson[at + length - 1]))
            {
                length++;
            }

            var piece = argumentsJson.Substring(at, length);
            at += length;
            pieces[i] = Encoding.UTF8.GetBytes(Json.Escape(piece));
            lengths[i] = piece.EnumerateRunes().Count();
        }
    }

    public string Id { get; }

    public string Name { get; }

    public string ArgumentsJson { get; }

    /// <summary>The opening and the pieces.</summary>
    public int Tokens => 1 + pieces.Length;

    /// <summary>
    /// The piece at <paramref name="token"/>, 1 for the first after the opening; inside a JSON string.
    /// </summary>
    public ReadOnlySpan<byte> Escaped(int token) => pieces[token - 1];

    /// <summary>Its code points; 0 for the opening.</summary>
    public int CodePoints(int token) => token == 0 ? 0 : lengths[token - 1];

    /// <summary>The arguments as far as <paramref name="tokens"/> tokens go.</summary>
    public string ArgumentsUpTo(int tokens)
    {
        if (tokens >= Tokens)
        {
            return ArgumentsJson;
        }

        var text = new StringBuilder();
        var rest = lengths.Take(Math.Max(0, tokens - 1)).Sum();
        foreach (var rune in ArgumentsJson.EnumerateRunes().Take(rest))
        {
            text.Append(rune);
        }

        return text.ToString();
    }
}
