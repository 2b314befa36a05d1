using Tollgate.Exchanges;

namespace Tollgate.Simulator.Engine;

/// <summary>What an answer says after its thinking: a text, tool calls, or both in this order. Immutable.</summary>
internal sealed class AnswerContent
{
    private AnswerContent(Pieces? text, IReadOnlyList<ToolReply> tools)
    {
        Text = text;
        Tools = tools;
    }

    /// <summary>The passage of <see cref="TokenText"/>, for as long as the model likes to speak.</summary>
    public static AnswerContent Passage { get; } = new(null, []);

    /// <summary>A text that was dictated; null for the passage, or for none where there are tools.</summary>
    public Pieces? Text { get; }

    public IReadOnlyList<ToolReply> Tools { get; }

    /// <summary>Its tokens; null where the model decides.</summary>
    public int? Tokens => Text is null && Tools.Count == 0 ? null : (Text?.Count ?? 0) + Tools.Sum(tool => tool.Tokens);

    public static AnswerContent Of(ToolReply tool) => new(null, [tool]);

    /// <summary>A reply that was dictated.</summary>
    /// <param name="reply">What is to be said.</param>
    /// <param name="callId">What the ids of its calls begin with where they have none.</param>
    public static AnswerContent Of(Reply reply, string callId) => new(
        reply.Text.Length > 0 || reply.ToolCalls.Count == 0 ? Pieces.OfWords(reply.Text) : null,
        [.. reply.ToolCalls.Select((call, i) =>
            new ToolReply(call.Id.Length > 0 ? call.Id : $"{callId}{i}", call.Name, call.ArgumentsJson))]);
}
