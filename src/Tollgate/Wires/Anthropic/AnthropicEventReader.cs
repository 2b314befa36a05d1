using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Errors;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.Anthropic;

/// <summary>Reads the events of an Anthropic Messages stream.</summary>
internal sealed class AnthropicEventReader : JsonEventReader
{
    private Usage usage;
    private bool isOutputCounted;

    protected override void ReadObject(
        ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
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
                index = JsonWalk.Index(ref json) ?? index;
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

        // The data's own type is the one that counts; the event's name stands in for one that is missing.
        var kind = type.TokenType == JsonTokenType.String ? type.ValueSpan : eventType;
        if (kind.SequenceEqual("content_block_delta"u8))
        {
            ReadDelta(data, delta, index, recorder);
        }
        else if (kind.SequenceEqual("content_block_start"u8))
        {
            ReadBlock(data, block, index, recorder);
        }
        else if (kind.SequenceEqual("message_start"u8))
        {
            ReadMessage(message, recorder);
        }
        else if (kind.SequenceEqual("message_delta"u8))
        {
            ReadStop(delta, recorder);
            isOutputCounted |= TakeUsage(counts, recorder);
        }
        else if (kind.SequenceEqual("message_stop"u8))
        {
            // What message_start counts of the output is only how it begins: without a later count there is none.
            usage = isOutputCounted ? usage : usage with { Output = 0 };
            recorder.Usage = usage == default ? null : usage;
            recorder.End();
        }
        else if (kind.SequenceEqual("error"u8) || JsonWalk.SaysAnything(error))
        {
            recorder.Fail(ProviderError.Of(data));
        }
        else if (type.TokenType == JsonTokenType.Number)
        {
            throw new JsonException("its type is a number");
        }
        else if (kind.IsEmpty && EventData.ErrorOf(data) is { } failure)
        {
            recorder.Fail(failure);
        }

        // ping and whatever may be added later pass by, as the provider's versioning policy asks.
    }

    private static void ReadDelta(
        ReadOnlySpan<byte> data, Utf8JsonReader delta, int index, StreamRecorder recorder)
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
            recorder.ArriveToolCall(new ToolCallPiece { Document = data, Index = index, Arguments = arguments });
        }
    }

    private static void ReadBlock(
        ReadOnlySpan<byte> data, Utf8JsonReader block, int index, StreamRecorder recorder)
    {
        Utf8JsonReader type = default, id = default, toolName = default, input = default;
        Utf8JsonReader text = default, thinking = default;
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
            else if (name.SequenceEqual("thinking"u8))
            {
                thinking = block;
            }
            else if (name.SequenceEqual("input"u8))
            {
                input = block;
            }

            block.Skip();
        }

        if (type.TokenType != JsonTokenType.String)
        {
            throw new JsonException("its content block has no type");
        }

        if (type.ValueTextEquals("tool_use"u8))
        {
            if (toolName.TokenType != JsonTokenType.String)
            {
                throw new JsonException("its tool has no name");
            }

            // Some servers have the whole input here; an empty object is only how the provider's own begin.
            recorder.ArriveToolCall(new ToolCallPiece
            {
                Document = data,
                Index = index,
                Id = id,
                Name = toolName,
                Arguments = input,
            });
        }
        else if (type.ValueTextEquals("text"u8) && text.TokenType == JsonTokenType.String)
        {
            recorder.ArriveString(ArrivalKind.Text, ref text);
        }
        else if (type.ValueTextEquals("thinking"u8) && thinking.TokenType == JsonTokenType.String)
        {
            recorder.ArriveString(ArrivalKind.Reasoning, ref thinking);
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
                TakeUsage(message, recorder);
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
                if (FinishReasons.FailureOf(recorder.FinishReason) is { } failure)
                {
                    recorder.Fail(failure);
                }
            }

            delta.Skip();
        }
    }

    // Counts are cumulative, so of each the largest stands. Only the input may fall: where as much of it turns out to
    // be the cache's. True where the output is counted.
    private bool TakeUsage(Utf8JsonReader counts, StreamRecorder recorder)
    {
        if (counts.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        long input = 0, read = 0, written = 0, output = 0, reasoning = 0;
        while (JsonWalk.NextProperty(ref counts, out var name))
        {
            if (name.SequenceEqual("output_tokens_details"u8) && counts.TokenType == JsonTokenType.StartObject)
            {
                reasoning = JsonWalk.Count(counts, "thinking_tokens"u8) ?? 0;
            }
            else if (name.SequenceEqual("input_tokens"u8))
            {
                input = JsonWalk.Count(ref counts) ?? 0;
            }
            else if (name.SequenceEqual("cache_read_input_tokens"u8))
            {
                read = JsonWalk.Count(ref counts) ?? 0;
            }
            else if (name.SequenceEqual("cache_creation_input_tokens"u8))
            {
                written = JsonWalk.Count(ref counts) ?? 0;
            }
            else if (name.SequenceEqual("output_tokens"u8))
            {
                output = JsonWalk.Count(ref counts) ?? 0;
            }

            counts.Skip();
        }

        var (allRead, allWritten) = (Math.Max(usage.CachedInput, read), Math.Max(usage.CacheWrite, written));
        var risen = allRead - usage.CachedInput + allWritten - usage.CacheWrite;
        usage = new Usage(
            Math.Max(input, input > 0 ? usage.Input - risen : usage.Input), allRead, allWritten,
            Math.Max(usage.Output, output), Math.Max(usage.Reasoning, reasoning));
        recorder.Usage = usage == default ? null : usage;
        return output > 0;
    }
}
