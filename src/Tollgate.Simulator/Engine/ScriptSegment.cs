using Tollgate.Exchanges;

namespace Tollgate.Simulator.Engine;

/// <summary>A part of an answer: a content block of its own where the provider has such.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Its first token's place among all that the client sees.</param>
/// <param name="Tokens">Its tokens; 1 or more.</param>
/// <param name="Text">Its text; null for the passage, and for a call.</param>
/// <param name="Tool">Its call; null for text.</param>
internal sealed record ScriptSegment(ArrivalKind Kind, int From, int Tokens, Pieces? Text, ToolReply? Tool)
{
    public int End => From + Tokens;

    /// <summary>The text of its first <paramref name="tokens"/> tokens; of a call, its arguments.</summary>
    public string UpTo(int tokens) =>
        Tool?.ArgumentsUpTo(tokens) ?? Text?.UpTo(tokens) ?? TokenText.Join(tokens);
}
