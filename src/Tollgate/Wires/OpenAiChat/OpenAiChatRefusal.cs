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
        if (form.StreamOptions is null && Names(refusal, "stream_options", "include_usage"))
        {
            return new(new RequestForm { StreamOptions = false }, "stream_options, so token counts are not asked for");
        }

        return form.TokenLimit is not null || prompt.MaxOutputTokens is null ? null
            : OpenAiChatWire.LimitOf(target) == TokenLimit.MaxTokens
                ? Names(refusal, "max_tokens")
                    ? new(new RequestForm { TokenLimit = TokenLimit.MaxCompletionTokens },
                        "max_tokens, so max_completion_tokens is sent instead")
                    : null
                : Names(refusal, "max_completion_tokens")
                    ? new(new RequestForm { TokenLimit = TokenLimit.MaxTokens },
                        "max_completion_tokens, so max_tokens is sent instead")
                    : null;
    }

    /// <summary>Whether a server refused one of the fields, as opposed to a value that it may not have.</summary>
    internal static bool Names(Failure refusal, params string[] fields) =>
        refusal is { Kind: FailureKind.BadRequest, Status: 400 or 422 } && IsOfAField(refusal.Message)
        && fields.Any(field => refusal.Message.Contains(field, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfAField(string message) =>
        ((string[])["unsupported", "not support", "unknown", "unrecognized", "unexpected", "extra", "not permitted",
            "not allowed", "does not exist", "deprecated"])
        .Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
