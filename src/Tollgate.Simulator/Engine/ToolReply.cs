namespace Tollgate.Simulator.Engine;

/// <summary>
/// A tool call as the model writes it: the opening with the name, then the arguments in small pieces.
/// </summary>
internal sealed class ToolReply(string id, string name, string argumentsJson)
{
    private const int PieceCharacters = 5;
    private readonly Pieces pieces = Pieces.OfSize(argumentsJson, PieceCharacters);

    public string Id => id;

    public string Name => name;

    public string ArgumentsJson => argumentsJson;

    /// <summary>The opening and the pieces.</summary>
    public int Tokens => 1 + pieces.Count;

    /// <summary>
    /// The piece at <paramref name="token"/>, 1 for the first after the opening; inside a JSON string.
    /// </summary>
    public ReadOnlySpan<byte> Escaped(int token) => pieces.Escaped(token - 1);

    /// <summary>What the token says: the opening says the name.</summary>
    public ReadOnlySpan<char> Said(int token) => token == 0 ? name : pieces.Slice(token - 1);

    /// <summary>Its code points; 0 for the opening.</summary>
    public int CodePoints(int token) => token == 0 ? 0 : pieces.CodePoints(token - 1);

    /// <summary>The arguments as far as <paramref name="tokens"/> tokens go.</summary>
    public string ArgumentsUpTo(int tokens) => pieces.UpTo(Math.Max(0, tokens - 1));
}
