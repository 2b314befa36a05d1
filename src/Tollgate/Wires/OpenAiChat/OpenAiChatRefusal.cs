using Tollgate.Exchanges;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.OpenAiChat;

/// <summary>
/// What servers refuse of Chat Completions: OpenAI's own models from o1 on refuse max_tokens, older servers know
/// nothing else, and some know no stream_options.
/// </summary>
internal static class OpenAiChatRefusal
{
    /// <inheritdoc cref="IWire.Adapt"/>
    public static RequestChange? Answer(Target target, Prompt prompt, Failure refusal)
    {
        var form = target.Request;
        if (refusal is not { Kind: FailureKind.BadRequest, Status: 400 or 422 } || !IsOfAField(refusal.Message))
        {
            return null;
        }

        if (form.StreamOptions is null && (Names("stream_options") || Names("include_usage")))
        {
            return new(new RequestForm { StreamOptions = false }, "stream_options, so token counts are not asked for");
        }

        return form.TokenLimit is not null || prompt.MaxOutputTokens is null ? null
            : OpenAiChatWire.LimitOf(target) == TokenLimit.MaxTokens
                ? Names("max_tokens")
                    ? new(new RequestForm { TokenLimit = TokenLimit.MaxCompletionTokens },
                        "max_tokens, so max_completion_tokens is sent instead")
                    : null
                : Names("max_completion_tokens")
                    ? new(new RequestForm { TokenLimit = TokenLimit.MaxTokens },
                        "max_completion_tokens, so max_tokens is sent instead")
                    : null;

        bool Names(string field) => refusal.Message.Contains(field, StringComparison.OrdinalIgnoreCase);
    }

    // As opposed to a value that the field may not have.
    private static bool IsOfAField(string message) =>
        ((string[])["unsupported", "not support", "unknown", "unrecognized", "unexpected", "extra", "not permitted",
            "not allowed", "does not exist", "deprecated"])
        .Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
