using Tollgate.Exchanges;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Engine;

/// <summary>
/// What is said in an answer: reasoning first, then text, then tool calls; token by token as the client sees it. Not
/// thread-safe.
/// </summary>
internal sealed class Script
{
    private readonly List<ScriptSegment> parts = [];
    private int last;

    public Script(Generation generation, bool reasoningStreamed, AnswerContent content)
    {
        HiddenTokens = reasoningStreamed ? 0 : generation.ReasoningTokens;
        ReasoningTokens = generation.ReasoningTokens - HiddenTokens;
        Add(ArrivalKind.Reasoning, ReasoningTokens, null, null);

        // The request's limit cuts off what comes last.
        var left = generation.OutputTokens - generation.ReasoningTokens;
        CallsTools = content.Tools.Count > 0;
        if (content.Text is not null || !CallsTools)
        {
            var tokens = Math.Min(left, content.Text?.Count ?? left);
            Add(ArrivalKind.Text, tokens, content.Text, null);
            left -= tokens;
        }

        foreach (var tool in content.Tools)
        {
            var tokens = Math.Min(left, tool.Tokens);
            Add(ArrivalKind.Tool, tokens, null, tool);
            left -= tokens;
        }
    }

    /// <summary>Thinking that the client does not see, before everything else.</summary>
    public int HiddenTokens { get; }

    /// <summary>Thinking that it sees.</summary>
    public int ReasoningTokens { get; }

    /// <summary>It was to call tools, though the limit may have cut that off.</summary>
    public bool CallsTools { get; }

    /// <summary>All that the client sees.</summary>
    public int SeenTokens => parts.Count == 0 ? 0 : parts[^1].End;

    /// <summary>What the client sees, part by part; none is empty.</summary>
    public IReadOnlyList<ScriptSegment> Parts => parts;

    /// <summary>It begins with a text, or with nothing.</summary>
    public bool HasText => parts.TrueForAll(part => part.Kind == ArrivalKind.Reasoning)
        ? !CallsTools
        : parts.Exists(part => part.Kind == ArrivalKind.Text);

    /// <summary>The number of the part to which a token belongs.</summary>
    public int PartAt(int seen)
    {
        // Tokens are asked for in order, so it is nearly always the same part as the last time.
        while (last > 0 && seen < parts[last].From)
        {
            last--;
        }

        while (last < parts.Count - 1 && seen >= parts[last].End)
        {
            last++;
        }

        return last;
    }

    public ArrivalKind KindAt(int seen) => parts.Count == 0 ? ArrivalKind.Text : parts[PartAt(seen)].Kind;

    /// <summary>The place in its own part, from 0.</summary>
    public int IndexAt(int seen) => seen - parts[PartAt(seen)].From;

    /// <summary>A part ends before this token.</summary>
    public bool IsBoundary(int seen) => parts.Count == 0 || seen == SeenTokens || (seen > 0 && IndexAt(seen) == 0);

    public int CodePointsAt(int seen)
    {
        var part = parts[PartAt(seen)];
        var index = seen - part.From;
        return part.Tool?.CodePoints(index) ?? part.Text?.CodePoints(index) ?? TokenText.CodePoints(index);
    }

    /// <summary>The token's text as it stands inside a JSON string; empty for a tool call's opening.</summary>
    public ReadOnlySpan<byte> EscapedAt(int seen)
    {
        var part = parts[PartAt(seen)];
        var index = seen - part.From;
        return part.Tool is { } tool ? index == 0 ? [] : tool.Escaped(index)
            : part.Text is { } text ? text.Escaped(index)
            : TokenText.Utf8(index);
    }

    /// <summary>
    /// How many of the <paramref name="wanted"/> tokens from <paramref name="seen"/> on fit in one event: those of one
    /// part.
    /// </summary>
    public int Together(int seen, int wanted)
    {
        var part = parts[PartAt(seen)];
        return part.Tool is not null && seen == part.From ? 1 : Math.Min(wanted, part.End - seen);
    }

    /// <summary>What so many tokens say; a tool call's opening says its name.</summary>
    public string TextOf(int seen, int count)
    {
        var part = parts[PartAt(seen)];
        var text = new StringBuilder();
        for (var index = seen - part.From; index < seen - part.From + count; index++)
        {
            _ = part.Tool is { } tool ? text.Append(tool.Said(index))
                : part.Text is { } pieces ? text.Append(pieces.Slice(index))
                : text.Append(Encoding.UTF8.GetString(TokenText.Utf8(index)));
        }

        return text.ToString();
    }

    /// <summary>The reply that its first <paramref name="seen"/> tokens make.</summary>
    public Reply ReplyUpTo(int seen)
    {
        string Said(ArrivalKind kind) => string.Concat(parts
            .Where(part => part.Kind == kind && part.From < seen)
            .Select(part => part.UpTo(Math.Min(part.Tokens, seen - part.From))));
        return new Reply(Said(ArrivalKind.Text), Said(ArrivalKind.Reasoning),
        [
            .. parts.Where(part => part.Tool is not null && part.From < seen).Select(part =>
                new ToolCall(part.Tool!.Id, part.Tool.Name, part.UpTo(seen - part.From))),
        ]);
    }

    private void Add(ArrivalKind kind, int tokens, Pieces? text, ToolReply? tool)
    {
        if (tokens > 0)
        {
            parts.Add(new ScriptSegment(kind, SeenTokens, tokens, text, tool));
        }
    }
}
