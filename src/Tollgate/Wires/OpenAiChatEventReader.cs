using System.Text.Json;
using Tollgate.Exchanges;

namespace Tollgate.Wires;

/// <summary>
/// Reads the chunks of a Chat Completions stream. It has no state, since every chunk says all that it means: one serves
/// all.
/// </summary>
internal sealed class OpenAiChatEventReader : IEventReader
{
    private OpenAiChatEventReader()
    {
    }

    public static OpenAiChatEventReader Shared { get; } = new();

    public void Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            recorder.End();
            return;
        }

        try
        {
            ReadChunk(data, recorder);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            recorder.Fail(FailureKind.MalformedEvent, $"an event is not the JSON that it must be: {e.Message}");
        }
    }

    private static void ReadChunk(ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        var json = new Utf8JsonReader(data);
        JsonWalk.StartObject(ref json);
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("choices"u8) && json.TokenType == JsonTokenType.StartArray)
            {
                // Some servers send null in place of an empty list.
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    ReadChoice(ref json, recorder);
                }
            }
            else if (name.SequenceEqual("model"u8) && json.TokenType == JsonTokenType.String
                && recorder.AnsweredBy is null)
            {
                recorder.SetAnsweredBy(ref json);
            }
            else if (name.SequenceEqual("usage"u8) && json.TokenType == JsonTokenType.StartObject)
            {
                recorder.Usage = ReadUsage(json);
            }
            else if (name.SequenceEqual("error"u8) && json.TokenType != JsonTokenType.Null)
            {
                recorder.Fail(FailureKind.ProviderError, ProviderMessage.Of(json));
            }

            json.Skip();
        }

        JsonWalk.End(ref json);
    }

    private static void ReadChoice(ref Utf8JsonReader choice, StreamRecorder recorder)
    {
        JsonWalk.EnterObject(ref choice);
        while (JsonWalk.NextProperty(ref choice, out var name))
        {
            if (name.SequenceEqual("delta"u8) && choice.TokenType == JsonTokenType.StartObject)
            {
                ReadDelta(ref choice, recorder);
            }
            else if (name.SequenceEqual("finish_reason"u8) && choice.TokenType == JsonTokenType.String)
            {
                recorder.SetFinishReason(ref choice);
            }

            choice.Skip();
        }
    }

    private static void ReadDelta(ref Utf8JsonReader delta, StreamRecorder recorder)
    {
        while (JsonWalk.NextProperty(ref delta, out var name))
        {
            if (delta.TokenType == JsonTokenType.String)
            {
                if (name.SequenceEqual("content"u8) || name.SequenceEqual("refusal"u8))
                {
                    recorder.ArriveString(ArrivalKind.Text, ref delta);
                }
                else if (name.SequenceEqual("reasoning_content"u8) || name.SequenceEqual("reasoning"u8))
                {
                    // Not OpenAI's own: DeepSeek, vLLM, SGLang and OpenRouter stream their thinking under these names.
                    recorder.ArriveString(ArrivalKind.Reasoning, ref delta);
                }
            }
            else if (name.SequenceEqual("tool_calls"u8) && delta.TokenType == JsonTokenType.StartArray)
            {
                while (delta.Read() && delta.TokenType != JsonTokenType.EndArray)
                {
                    ReadToolCall(ref delta, recorder);
                }
            }

            delta.Skip();
        }
    }

    private static void ReadToolCall(ref Utf8JsonReader call, StreamRecorder recorder)
    {
        Utf8JsonReader id = default, toolName = default, arguments = default;
        var index = 0;
        JsonWalk.EnterObject(ref call);
        while (JsonWalk.NextProperty(ref call, out var name))
        {
            if (name.SequenceEqual("index"u8) && call.TokenType == JsonTokenType.Number)
            {
                index = call.GetInt32();
            }
            else if (name.SequenceEqual("id"u8))
            {
                id = call;
            }
            else if (name.SequenceEqual("function"u8) && call.TokenType == JsonTokenType.StartObject)
            {
                while (JsonWalk.NextProperty(ref call, out var part))
                {
                    if (part.SequenceEqual("name"u8))
                    {
                        toolName = call;
                    }
                    else if (part.SequenceEqual("arguments"u8))
                    {
                        arguments = call;
                    }

                    call.Skip();
                }
            }

            call.Skip();
        }

        if (toolName.TokenType == JsonTokenType.String && !toolName.ValueSpan.IsEmpty)
        {
            recorder.ArriveToolCall(index, ref id, ref toolName);
        }

        if (arguments.TokenType == JsonTokenType.String)
        {
            recorder.ArriveString(ArrivalKind.Tool, ref arguments, index);
        }
    }

    // prompt_tokens counts the cached ones in; Usage keeps them apart.
    private static Usage ReadUsage(Utf8JsonReader json)
    {
        long prompt = 0, output = 0, total = 0, cached = 0, written = 0, reasoning = 0;
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("prompt_tokens"u8))
            {
                prompt = JsonWalk.Count(ref json) ?? 0;
            }
            else if (name.SequenceEqual("completion_tokens"u8))
            {
                output = JsonWalk.Count(ref json) ?? 0;
            }
            else if (name.SequenceEqual("total_tokens"u8))
            {
                total = JsonWalk.Count(ref json) ?? 0;
            }
            else if (name.SequenceEqual("prompt_tokens_details"u8) && json.TokenType == JsonTokenType.StartObject)
            {
                Utf8JsonReader first = json, second = json;
                cached = JsonWalk.Count(ref first, "cached_tokens"u8) ?? 0;
                written = JsonWalk.Count(ref second, "cache_write_tokens"u8) ?? 0;
            }
            else if (name.SequenceEqual("completion_tokens_details"u8) && json.TokenType == JsonTokenType.StartObject)
            {
                var details = json;
                reasoning = JsonWalk.Count(ref details, "reasoning_tokens"u8) ?? 0;
            }

            json.Skip();
        }

        // Not OpenAI's own: xAI counts reasoning beside the completion, which its total shows.
        if (reasoning > 0 && total == prompt + output + reasoning)
        {
            output += reasoning;
        }

        return new Usage(Math.Max(0, prompt - cached - written), cached, written, output, reasoning);
    }
}
