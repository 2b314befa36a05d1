using Tollgate.Exchanges;

namespace Tollgate.Wires.Errors;

/// <summary>Finish reasons by which a provider says that it did not finish.</summary>
internal static class FinishReasons
{
    /// <summary>
    /// The failure that a finish reason is; null where the model stopped of itself, or nobody knows the word.
    /// </summary>
    /// <remarks>
    /// Engines say <c>abort</c> (vLLM, SGLang), OpenRouter <c>error</c>, Z.ai <c>network_error</c>, DeepSeek
    /// <c>insufficient_system_resource</c>, Gemini <c>MALFORMED_FUNCTION_CALL</c>; a success status and an end marker
    /// stand beside them all the same.
    /// </remarks>
    public static Failure? FailureOf(string? reason)
    {
        var letters = string.Concat((reason ?? "").Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));
        var kind = letters switch
        {
            "insufficientsystemresource" or "overloaded" or "unavailable" => FailureKind.Overloaded,
            "ratelimit" or "ratelimited" => FailureKind.RateLimited,
            "abort" or "aborted" or "failed" or "failure" or "timeout" or "malformedfunctioncall"
                => FailureKind.ProviderError,
            _ when letters.EndsWith("error", StringComparison.Ordinal) => FailureKind.ProviderError,
            _ => (FailureKind?)null,
        };
        return kind is { } failed
            ? new Failure(failed, FailurePhase.Stream, $"the provider ended the stream with the finish reason \"{reason}\"")
            : null;
    }
}
