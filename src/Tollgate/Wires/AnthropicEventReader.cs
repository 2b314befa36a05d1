using System.Text.Json;
using Tollgate.Exchanges;

namespace Tollgate.Wires;

/// <summary>Reads the events of an Anthropic Messages stream.</summary>
internal sealed class AnthropicEventReader : IEventReader
{
    private Usage usage;
    private bool hasUsage;

    public void Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        try
        {
            ReadEvent(data, recorder);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            recorder.Fail(FailureKind.MalformedEvent, $"an event is not the JSON that it must be: {e.Message}");
        }
    }

    private void ReadEvent(ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        var json = new Utf8JsonReader(data);
        Utf8JsonReader type = default, delta = default, block = default;
        Utf8JsonReader message = default, counts = default, error = default;
        var index = 0;
        JsonWalk.StartObject(ref json);
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("type"u8))
            {
                type = json;
            }
            else if (name.SequenceEqual("delta"u8))
            {
                delta = json;
            }
            else if (name.SequenceEqual("index"u8))
            {
                index = json.GetInt32();
            }
            else if (name.SequenceEqual("content_block"u8))
            {
                block = json;
            }
            else if (name.SequenceEqual("message"u8))
            {
                message = json;
            }
            else if (name.SequenceEqual("usage"u8))
            {
                counts = json;
            }
            else if (name.SequenceEqual("error"u8))
            {
                error = json;
            }

            json.Skip();
        }

        JsonWalk.End(ref json);
        if (type.TokenType != JsonTokenType.String)
        {
            throw new JsonException("it has no type");
        }

        if (type.ValueTextEquals("content_block_delta"u8))
        {
            ReadDelta(delta, index, recorder);
        }
        else if (type.ValueTextEquals("content_block_start"u8))
        {
            ReadBlock(block, index, recorder);
        }
        else if (type.ValueTextEquals("message_start"u8))
        {
            ReadMessage(message, recorder);
        }
        else if (type.ValueTextEquals("message_delta"u8))
        {
            ReadStop(delta, recorder);
            ReadUsage(counts, recorder);
        }
        else if (type.ValueTextEquals("message_stop"u8))
        {
            recorder.End();
        }
        else if (type.ValueTextEquals("error"u8))
        {
            recorder.Fail(FailureKind.ProviderError, ProviderMessage.Of(error));
        }

        // ping and whatever may be added later pass by, as the provider's versioning policy asks.
    }

    private static void ReadDelta(Utf8JsonReader delta, int index, StreamRecorder recorder)
    {
        Utf8JsonReader type = default, text = default, thinking = default, arguments = default;
        JsonWalk.EnterObject(ref delta);
        while (JsonWalk.NextProperty(ref delta, out var name))
        {
            if (name.SequenceEqual("type"u8))
            {
                type = delta;
            }
            else if (name.SequenceEqual("text"u8))
            {
                text = delta;
            }
            else if (name.SequenceEqual("thinking"u8))
            {
                thinking = delta;
            }
            else if (name.SequenceEqual("partial_json"u8))
            {
                arguments = delta;
            }

            delta.Skip();
        }

        if (type.TokenType != JsonTokenType.String)
        {
            throw new JsonException("its delta has no type");
        }

        if (type.ValueTextEquals("text_delta"u8))
        {
            recorder.ArriveString(ArrivalKind.Text, ref text);
        }
        else if (type.ValueTextEquals("thinking_delta"u8))
        {
            recorder.ArriveString(ArrivalKind.Reasoning, ref thinking);
        }
        else if (type.ValueTextEquals("input_json_delta"u8))
        {
            recorder.ArriveString(ArrivalKind.Tool, ref arguments, index);
        }
    }

    private static void ReadBlock(Utf8JsonReader block, int index, StreamRecorder recorder)
    {
        Utf8JsonReader type = default, id = default, toolName = default, text = default;
        JsonWalk.EnterObject(ref block);
        while (JsonWalk.NextProperty(ref block, out var name))
        {
            if (name.SequenceEqual("type"u8))
            {
                type = block;
            }
            else if (name.SequenceEqual("id"u8))
            {
                id = block;
            }
            else if (name.SequenceEqual("name"u8))
            {
                toolName = block;
            }
            else if (name.SequenceEqual("text"u8))
            {
                text = block;
            }

            block.Skip();
        }

        if (type.TokenType != JsonTokenType.String)
        {
            throw new JsonException("its content block has no type");
        }

        if (type.ValueTextEquals("tool_use"u8))
        {
            recorder.ArriveToolCall(index, ref id, ref toolName);
        }
        else if (type.ValueTextEquals("text"u8) && text.TokenType == JsonTokenType.String)
        {
            recorder.ArriveString(ArrivalKind.Text, ref text);
        }
    }

    private void ReadMessage(Utf8JsonReader message, StreamRecorder recorder)
    {
        JsonWalk.EnterObject(ref message);
        while (JsonWalk.NextProperty(ref message, out var name))
        {
            if (name.SequenceEqual("model"u8) && message.TokenType == JsonTokenType.String)
            {
                recorder.SetAnsweredBy(ref message);
            }
            else if (name.SequenceEqual("usage"u8))
            {
                ReadUsage(message, recorder);
            }

            message.Skip();
        }
    }

    private static void ReadStop(Utf8JsonReader delta, StreamRecorder recorder)
    {
        JsonWalk.EnterObject(ref delta);
        while (JsonWalk.NextProperty(ref delta, out var name))
        {
            if (name.SequenceEqual("stop_reason"u8) && delta.TokenType == JsonTokenType.String)
            {
                recorder.SetFinishReason(ref delta);
            }

            delta.Skip();
        }
    }

    // The counts of message_delta are cumulative; what it leaves out stands as message_start gave it.
    private void ReadUsage(Utf8JsonReader counts, StreamRecorder recorder)
    {
        if (counts.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (JsonWalk.NextProperty(ref counts, out var name))
        {
            if (name.SequenceEqual("input_tokens"u8))
            {
                usage = usage with { Input = JsonWalk.Count(ref counts) ?? usage.Input };
            }
            else if (name.SequenceEqual("cache_read_input_tokens"u8))
            {
                usage = usage with { CachedInput = JsonWalk.Count(ref counts) ?? usage.CachedInput };
            }
            else if (name.SequenceEqual("cache_creation_input_tokens"u8))
            {
                usage = usage with { CacheWrite = JsonWalk.Count(ref counts) ?? usage.CacheWrite };
            }
            else if (name.SequenceEqual("output_tokens"u8))
            {
                usage = usage with { Output = JsonWalk.Count(ref counts) ?? usage.Output };
                hasUsage = true;
            }
            else if (name.SequenceEqual("output_tokens_details"u8) && counts.TokenType == JsonTokenType.StartObject)
            {
                var details = counts;
                usage = usage with { Reasoning = JsonWalk.Count(ref details, "thinking_tokens"u8) ?? usage.Reasoning };
            }

            counts.Skip();
        }

        if (hasUsage)
        {
            recorder.Usage = usage;
        }
    }
}
