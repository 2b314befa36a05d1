using Tollgate.Exchanges;

namespace Tollgate.Simulator;

/// <summary>
/// What is said in an answer: reasoning first, then text or a tool call; token by token as the client sees it.
/// </summary>
internal sealed class Script
{
    public Script(Generation generation, bool reasoningStreamed, ToolReply? tool)
    {
        HiddenTokens = reasoningStreamed ? 0 : generation.ReasoningTokens;
        ReasoningTokens = generation.ReasoningTokens - HiddenTokens;
        AnswerTokens = generation.OutputTokens - generation.ReasoningTokens;
        Tool = tool;
    }

    /// <summary>Thinking that the client does not see, before everything else.</summary>
    public int HiddenTokens { get; }

    /// <summary>Thinking that it sees.</summary>
    public int ReasoningTokens { get; }

    /// <summary>Tokens of text, or of the tool call.</summary>
    public int AnswerTokens { get; }

    /// <summary>The call, where the answer is one and not text.</summary>
    public ToolReply? Tool { get; }

    /// <summary>All that the client sees.</summary>
    public int SeenTokens => ReasoningTokens + AnswerTokens;

    public ArrivalKind KindAt(int seen) =>
        seen < ReasoningTokens ? ArrivalKind.Reasoning : Tool is null ? ArrivalKind.Text : ArrivalKind.Tool;

    /// <summary>The place in its own part: a text's or a tool call's tokens count from 0.</summary>
    public int IndexAt(int seen) => seen < ReasoningTokens ? seen : seen - ReasoningTokens;

    public int CodePointsAt(int seen) =>
        KindAt(seen) == ArrivalKind.Tool ? Tool?.CodePoints(IndexAt(seen)) ?? 0 : TokenText.CodePoints(IndexAt(seen));

    /// <summary>The token's text as it stands inside a JSON string; empty for a tool call's opening.</summary>
    public ReadOnlySpan<byte> EscapedAt(int seen)
    {
        var index = IndexAt(seen);
        return KindAt(seen) != ArrivalKind.Tool ? TokenText.Utf8(index) : index == 0 ? [] : Tool!.Escaped(index);
    }

    /// <summary>
    /// How many of the <paramref name="wanted"/> tokens from <paramref name="seen"/> on fit in one event: those of one
    /// part.
    /// </summary>
    public int Together(int seen, int wanted)
    {
        var kind = KindAt(seen);
        if (kind == ArrivalKind.Tool && IndexAt(seen) == 0)
        {
            return 1;
        }

        var end = kind == ArrivalKind.Reasoning ? ReasoningTokens : SeenTokens;
        return Math.Min(wanted, end - seen);
    }
}
