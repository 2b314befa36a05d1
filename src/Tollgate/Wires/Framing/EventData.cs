using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Errors;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.Framing;

/// <summary>What events may be on every wire: servers and the proxies before them send it on every one.</summary>
internal static class EventData
{
    /// <summary>Takes an event that is none of the wire's own; false where the wire must read it.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>An event named <c>error</c> is a failure, whatever its data.</item>
    /// <item><c>[DONE]</c>, with or without white space around it, is the end marker.</item>
    /// <item>A ping carries nothing: by the event's name or as the data's only word.</item>
    /// <item>A list whose first item is an error is that error.</item>
    /// <item>Other JSON that is no object carries nothing.</item>
    /// </list>
    /// What remains must be a JSON object; other text fails as a malformed event.
    /// </remarks>
    public static bool Take(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        if (eventType.SequenceEqual("error"u8))
        {
            recorder.Fail(ProviderError.Of(data));
            return true;
        }

        if (data is [(byte)'{', ..] || data.Trim(" \t\r\n"u8) is [(byte)'{', ..])
        {
            return false;
        }

        var text = data.Trim(" \t\r\n"u8);

        if (text.SequenceEqual("[DONE]"u8))
        {
            recorder.End();
        }
        else if (ErrorOfList(text) is { } failure)
        {
            recorder.Fail(failure);
        }
        else if (!text.IsEmpty && !IsPing(eventType) && !IsPing(text) && JsonError(text) is { } error)
        {
            recorder.FailMalformed(error);
        }

        return true;
    }

    /// <summary>
    /// The failure that an object of the stream is which has nothing of an answer in it; null where it is none. Servers
    /// send it as the error itself instead of under <c>error</c>.
    /// </summary>
    /// <param name="data">The object.</param>
    public static Failure? ErrorOf(ReadOnlySpan<byte> data)
    {
        var json = new Utf8JsonReader(data);
        bool named = false, detail = false, message = false, code = false;
        JsonWalk.StartObject(ref json);
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("object"u8) || name.SequenceEqual("type"u8))
            {
                named |= json.TokenType == JsonTokenType.String && json.ValueTextEquals("error"u8);
            }
            else if (name.SequenceEqual("success"u8))
            {
                named |= json.TokenType == JsonTokenType.False;
            }
            else if (name.SequenceEqual("__type"u8) || ProviderError.IsError(name, json))
            {
                named = true;
            }
            else if (name.SequenceEqual("detail"u8))
            {
                detail |= JsonWalk.SaysAnything(json);
            }
            else if (name.SequenceEqual("message"u8) || name.SequenceEqual("msg"u8) || name.SequenceEqual("Message"u8))
            {
                message |= json.TokenType == JsonTokenType.String && JsonWalk.SaysAnything(json);
            }
            else if (ProviderError.IsCode(name) && json.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                code |= JsonWalk.SaysAnything(json) && !IsGood(ref json);
            }

            json.Skip();
        }

        return named || detail || (message && code) ? ProviderError.Of(data) : null;
    }

    // Gemini sends its errors in a list.
    private static Failure? ErrorOfList(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'[', ..])
        {
            return null;
        }

        try
        {
            var json = new Utf8JsonReader(text);
            json.Read();
            json.Read();
            return json.TokenType == JsonTokenType.StartObject ? ErrorOf(JsonWalk.Raw(text, json)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What servers say of themselves while all is well.
    private static bool IsGood(ref Utf8JsonReader code) =>
        JsonWalk.Count(ref code) is { } status
            ? status is >= 100 and < 300
            : code.ValueTextEquals("ok"u8) || code.ValueTextEquals("OK"u8) || code.ValueTextEquals("success"u8)
                || code.ValueTextEquals("queued"u8) || code.ValueTextEquals("pending"u8)
                || code.ValueTextEquals("loading"u8) || code.ValueTextEquals("processing"u8)
                || code.ValueTextEquals("in_progress"u8);

    // By the letters alone, whatever servers put around them: `ping`, `: ping`, `[PING]`, `keep-alive`, `heartbeat`.
    private static bool IsPing(ReadOnlySpan<byte> text)
    {
        const int MaxLength = 32;
        if (text.Length is 0 or > MaxLength)
        {
            return false;
        }

        Span<byte> letters = stackalloc byte[MaxLength];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiLetter((char)character))
            {
                letters[count++] = (byte)(character | 0x20);
            }
        }

        var word = letters[..count];
        return word.SequenceEqual("ping"u8) || word.SequenceEqual("pong"u8) || word.SequenceEqual("keepalive"u8)
            || word.SequenceEqual("heartbeat"u8);
    }

    private static string? JsonError(ReadOnlySpan<byte> text)
    {
        try
        {
            var json = new Utf8JsonReader(text);
            JsonWalk.End(ref json);
            return null;
        }
        catch (JsonException error)
        {
            return error.Message;
        }
    }
}
