using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Errors;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.OpenAiChat;

/// <summary>Reads the chunks of a Chat Completions stream, and what servers make of them.</summary>
internal sealed class OpenAiChatEventReader : JsonEventReader
{
    private OpenAiUsage usage;
    private bool hasDeltas;

    protected override void ReadObject(
        ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        var json = new Utf8JsonReader(data);
        var hasChoice = false;
        Failure? stopped = null;
        Utf8JsonReader error = default;
        JsonWalk.StartObject(ref json);
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (name.SequenceEqual("choices"u8) && json.TokenType == JsonTokenType.StartArray)
            {
                // Some servers send null in place of an empty list.
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    hasChoice = true;
                    stopped = ReadChoice(data, ref json, ref error, recorder) ?? stopped;
                }
            }
            else if (name.SequenceEqual("model"u8) && json.TokenType == JsonTokenType.String
                && recorder.AnsweredBy is null)
            {
                recorder.SetAnsweredBy(ref json);
            }
            else if (name.SequenceEqual("x_groq"u8) && json.TokenType == JsonTokenType.StartObject)
            {
                var inner = json;
                while (JsonWalk.NextProperty(ref inner, out var part))
                {
                    TakeUsage(part, ref inner, recorder);
                    TakeError(part, ref inner, ref error);
                    inner.Skip();
                }
            }
            else
            {
                TakeUsage(name, ref json, recorder);
                TakeError(name, ref json, ref error);
            }

            json.Skip();
        }

        JsonWalk.End(ref json);
        if (error.TokenType != JsonTokenType.None)
        {
            recorder.Fail(ProviderError.Of(JsonWalk.Raw(data, error)));
        }
        else if (stopped is not null)
        {
            recorder.Fail(stopped);
        }
        else if (!hasChoice && EventData.ErrorOf(data) is { } failure)
        {
            recorder.Fail(failure);
        }
    }

    // The failure that ended the choice, where its finish reason says so.
    private Failure? ReadChoice(
        ReadOnlySpan<byte> data, ref Utf8JsonReader choice, ref Utf8JsonReader error, StreamRecorder recorder)
    {
        Utf8JsonReader message = default;
        Failure? stopped = null;
        JsonWalk.EnterObject(ref choice);
        while (JsonWalk.NextProperty(ref choice, out var name))
        {
            if (name.SequenceEqual("delta"u8) && choice.TokenType == JsonTokenType.StartObject)
            {
                ReadDelta(data, ref choice, recorder);
                hasDeltas |= recorder.EventHasArrival;
            }
            else if (name.SequenceEqual("text"u8))
            {
                // Completions, the API before this one.
                MessageParts.Read(ref choice, ArrivalKind.Text, recorder);
                hasDeltas |= recorder.EventHasArrival;
            }
            else if (name.SequenceEqual("message"u8))
            {
                message = choice;
            }
            else if (name.SequenceEqual("finish_reason"u8) && choice.TokenType == JsonTokenType.String)
            {
                recorder.SetFinishReason(ref choice);
                stopped = FinishReasons.FailureOf(recorder.FinishReason);
            }
            else if (name.SequenceEqual("finish_reason"u8) && choice.TokenType == JsonTokenType.StartObject)
            {
                // SGLang's engine says why it aborted.
                stopped = ProviderError.Of(JsonWalk.Raw(data, choice));
            }
            else
            {
                TakeUsage(name, ref choice, recorder);
                TakeError(name, ref choice, ref error);
            }

            choice.Skip();
        }

        // Some servers send messages in place of deltas, and some the whole message behind them.
        if (!hasDeltas && message.TokenType == JsonTokenType.StartObject)
        {
            ReadDelta(data, ref message, recorder);
        }

        return stopped;
    }

    private static void ReadDelta(ReadOnlySpan<byte> data, ref Utf8JsonReader delta, StreamRecorder recorder)
    {
        Utf8JsonReader functionCall = default;
        bool hasThought = false, hasCalls = false;
        while (JsonWalk.NextProperty(ref delta, out var name))
        {
            if (name.SequenceEqual("content"u8) || name.SequenceEqual("refusal"u8))
            {
                MessageParts.Read(ref delta, ArrivalKind.Text, recorder);
            }
            else if (IsThought(name))
            {
                // One thought may stand under several names.
                if (!hasThought)
                {
                    var before = recorder.OutputBytes;
                    MessageParts.Read(ref delta, ArrivalKind.Reasoning, recorder);
                    hasThought = recorder.OutputBytes > before;
                }
            }
            else if (name.SequenceEqual("tool_calls"u8))
            {
                hasCalls |= ReadToolCalls(data, delta, recorder);
            }
            else if (name.SequenceEqual("function_call"u8))
            {
                functionCall = delta;
            }

            delta.Skip();
        }

        // The form before tool_calls, which some servers send beside them.
        if (!hasCalls && functionCall.TokenType == JsonTokenType.StartObject)
        {
            var piece = new ToolCallPiece { Document = data };
            ReadFunction(functionCall, ref piece);
            recorder.ArriveToolCall(piece);
        }
    }

    // Not OpenAI's own: DeepSeek, vLLM, SGLang, OpenRouter and MiniMax stream their thinking under these names.
    private static bool IsThought(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("reasoning_content"u8) || name.SequenceEqual("reasoning"u8)
        || name.SequenceEqual("reasoning_details"u8) || name.SequenceEqual("reasoning_text"u8)
        || name.SequenceEqual("thinking"u8);

    private static bool ReadToolCalls(ReadOnlySpan<byte> data, Utf8JsonReader calls, StreamRecorder recorder)
    {
        if (calls.TokenType == JsonTokenType.StartObject)
        {
            ReadToolCall(data, calls, 0, recorder);
            return true;
        }

        var place = 0;
        if (calls.TokenType == JsonTokenType.StartArray)
        {
            while (calls.Read() && calls.TokenType != JsonTokenType.EndArray)
            {
                ReadToolCall(data, calls, place++, recorder);
                calls.Skip();
            }
        }

        return place > 0;
    }

    private static void ReadToolCall(
        ReadOnlySpan<byte> data, Utf8JsonReader call, int place, StreamRecorder recorder)
    {
        var piece = new ToolCallPiece { Document = data, Place = place };
        JsonWalk.EnterObject(ref call);
        ReadFunction(call, ref piece);
        while (JsonWalk.NextProperty(ref call, out var name))
        {
            if (name.SequenceEqual("index"u8))
            {
                piece.Index = JsonWalk.Index(ref call);
            }
            else if (name.SequenceEqual("id"u8))
            {
                piece.Id = call;
            }
            else if (name.SequenceEqual("function"u8) && call.TokenType == JsonTokenType.StartObject)
            {
                ReadFunction(call, ref piece);
            }

            call.Skip();
        }

        recorder.ArriveToolCall(piece);
    }

    private static void ReadFunction(Utf8JsonReader function, ref ToolCallPiece piece)
    {
        while (JsonWalk.NextProperty(ref function, out var name))
        {
            if (name.SequenceEqual("name"u8))
            {
                piece.Name = function;
            }
            else if (name.SequenceEqual("arguments"u8))
            {
                piece.Arguments = function;
            }

            function.Skip();
        }
    }

    // Kimi has the counts in the choice, Groq under its own name.
    private void TakeUsage(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader json, StreamRecorder recorder)
    {
        if (name.SequenceEqual("usage"u8) && json.TokenType == JsonTokenType.StartObject)
        {
            usage.Take(json);
            recorder.Usage = usage.ToUsage();
        }
    }

    private static void TakeError(
        scoped ReadOnlySpan<byte> name, ref Utf8JsonReader json, ref Utf8JsonReader error)
    {
        if (ProviderError.IsError(name, json))
        {
            error = json;
        }
    }
}
