using Tollgate.Exchanges;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.Errors;

/// <summary>An error that a provider sent in the stream, as the failure that it is.</summary>
internal static class ProviderError
{
    /// <summary>From an event's data: the error itself, or an object that has it under <c>error</c>.</summary>
    public static Failure Of(ReadOnlySpan<byte> data)
    {
        var kind = FailureKind.ProviderError;
        try
        {
            var json = new Utf8JsonReader(data);
            json.Read();
            kind = KindOf(json);
        }
        catch (JsonException)
        {
            // No JSON: the text has the words, and no code.
        }

        return new Failure(kind, FailurePhase.Stream, Words(ProviderMessage.Of(data)));
    }

    /// <summary>Whether a property, wherever it stands in an event, says that something failed.</summary>
    public static bool IsError(ReadOnlySpan<byte> name, Utf8JsonReader value)
    {
        if (name.SequenceEqual("base_resp"u8))
        {
            // MiniMax: 0 while all is well.
            return value.TokenType == JsonTokenType.StartObject && JsonWalk.Count(value, "status_code"u8) > 0;
        }

        return (name.SequenceEqual("error"u8) || name.SequenceEqual("errors"u8) || name.SequenceEqual("error_msg"u8)
                || name.SequenceEqual("error_message"u8) || name.SequenceEqual("err"u8)
                || name.SequenceEqual("exception"u8) || name.SequenceEqual("fault"u8)
                || name.EndsWith("Exception"u8))
            && JsonWalk.SaysAnything(value);
    }

    /// <summary>Whether a property of that name holds a status or an error's code.</summary>
    public static bool IsCode(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("code"u8) || name.SequenceEqual("status"u8) || name.SequenceEqual("status_code"u8)
        || name.SequenceEqual("error_code"u8);

    // Too many requests and too much load are what a retry rule asks for, and the stream has no status that says so.
    private static FailureKind KindOf(Utf8JsonReader json)
    {
        var kind = FailureKind.ProviderError;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return kind;
        }

        while (kind == FailureKind.ProviderError && JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("error"u8))
            {
                kind = KindOf(json);
            }
            else if (IsCode(name) || name.SequenceEqual("type"u8))
            {
                kind = KindOfCode(json);
            }

            json.Skip();
        }

        return kind;
    }

    private static FailureKind KindOfCode(Utf8JsonReader json)
    {
        if (JsonWalk.Count(ref json) is { } status)
        {
            return status switch
            {
                429 => FailureKind.RateLimited,
                503 or 529 => FailureKind.Overloaded,
                _ => FailureKind.ProviderError,
            };
        }

        // rate_limit_error, rate_limit_exceeded, RESOURCE_EXHAUSTED, ThrottlingException, server_overloaded ...
        var code = json.TokenType == JsonTokenType.String
            ? new string([.. json.GetString()!.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)])
            : "";
        return Has("ratelimit") || Has("toomanyrequests") || Has("resourceexhausted") || Has("throttl")
            ? FailureKind.RateLimited
            : Has("overloaded") || Has("unavailable")
                ? FailureKind.Overloaded
                : FailureKind.ProviderError;

        bool Has(string word) => code.Contains(word, StringComparison.Ordinal);
    }

    private static string Words(string said) => said.Length == 0 ? "the provider gave no message" : said;
}
