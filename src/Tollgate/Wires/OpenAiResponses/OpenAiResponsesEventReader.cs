using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Errors;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Json;
using Tollgate.Wires.OpenAiChat;

namespace Tollgate.Wires.OpenAiResponses;

/// <summary>
/// Reads the events of a Responses stream. Only <c>response.completed</c>, <c>response.incomplete</c> and
/// <c>response.failed</c> end it. What is not known, and what the provider's own tools do, passes by.
/// </summary>
internal sealed class OpenAiResponsesEventReader : JsonEventReader
{
    // The items of which deltas came: what their ends repeat is not taken again.
    private readonly HashSet<int> streamed = [];
    private int latest = -1;

    protected override void ReadObject(
        ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        var json = new Utf8JsonReader(data);
        Utf8JsonReader type = default, delta = default, item = default, response = default, error = default;
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
            else if (name.SequenceEqual("output_index"u8))
            {
                index = JsonWalk.Index(ref json) ?? index;
            }
            else if (name.SequenceEqual("item"u8))
            {
                item = json;
            }
            else if (name.SequenceEqual("response"u8))
            {
                response = json;
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
        if (kind.EndsWith(".delta"u8))
        {
            ReadDelta(kind, data, ref delta, index, recorder);
        }
        else if (kind.SequenceEqual("response.output_item.added"u8))
        {
            ReadItem(data, item, index, isWhole: false, recorder);
        }
        else if (kind.SequenceEqual("response.output_item.done"u8))
        {
            ReadItem(data, item, index, isWhole: true, recorder);
        }
        else if (kind.SequenceEqual("response.created"u8) || kind.SequenceEqual("response.completed"u8)
            || kind.SequenceEqual("response.incomplete"u8) || kind.SequenceEqual("response.failed"u8))
        {
            ReadResponse(kind["response."u8.Length..], data, response, recorder);
        }
        else if (kind.SequenceEqual("error"u8) || JsonWalk.SaysAnything(error))
        {
            recorder.Fail(ProviderError.Of(data));
        }
        else if (kind.IsEmpty && EventData.ErrorOf(data) is { } failure)
        {
            recorder.Fail(failure);
        }
    }

    private void ReadDelta(
        ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data, ref Utf8JsonReader delta, int index, StreamRecorder recorder)
    {
        if (kind.SequenceEqual("response.output_text.delta"u8) || kind.SequenceEqual("response.refusal.delta"u8)
            || kind.SequenceEqual("response.audio.transcript.delta"u8))
        {
            recorder.ArriveString(ArrivalKind.Text, ref delta);
        }
        else if (kind.StartsWith("response.reasoning"u8))
        {
            recorder.ArriveString(ArrivalKind.Reasoning, ref delta);
        }
        else if (kind.SequenceEqual("response.function_call_arguments.delta"u8)
            || kind.SequenceEqual("response.custom_tool_call_input.delta"u8))
        {
            recorder.ArriveToolCall(new ToolCallPiece { Document = data, Index = index, Arguments = delta });
        }
        else
        {
            return;
        }

        if (index != latest)
        {
            latest = index;
            streamed.Add(index);
        }
    }

    // An item begins without content, and ends with all of it.
    private void ReadItem(
        ReadOnlySpan<byte> data, Utf8JsonReader item, int index, bool isWhole, StreamRecorder recorder)
    {
        Utf8JsonReader type = default, id = default, name = default, arguments = default, content = default;
        Utf8JsonReader summary = default;
        JsonWalk.EnterObject(ref item);
        while (JsonWalk.NextProperty(ref item, out var property))
        {
            if (property.SequenceEqual("type"u8))
            {
                type = item;
            }
            else if (property.SequenceEqual("call_id"u8))
            {
                id = item;
            }
            else if (property.SequenceEqual("name"u8))
            {
                name = item;
            }
            else if (property.SequenceEqual("arguments"u8) || property.SequenceEqual("input"u8))
            {
                arguments = item;
            }
            else if (property.SequenceEqual("content"u8))
            {
                content = item;
            }
            else if (property.SequenceEqual("summary"u8))
            {
                summary = item;
            }

            item.Skip();
        }

        if (type.TokenType != JsonTokenType.String)
        {
            throw new JsonException("its item has no type");
        }

        var isNew = isWhole && !streamed.Contains(index);
        if (type.ValueTextEquals("function_call"u8) || type.ValueTextEquals("custom_tool_call"u8))
        {
            recorder.ArriveToolCall(new ToolCallPiece
            {
                Document = data, Index = index, Id = id, Name = name, Arguments = isNew ? arguments : default,
            });
        }
        else if (isNew && type.ValueTextEquals("message"u8))
        {
            MessageParts.Read(ref content, ArrivalKind.Text, recorder);
        }
        else if (isNew && type.ValueTextEquals("reasoning"u8))
        {
            MessageParts.Read(ref summary, ArrivalKind.Reasoning, recorder);
            MessageParts.Read(ref content, ArrivalKind.Reasoning, recorder);
        }

        if (isNew)
        {
            streamed.Add(index);
            recorder.ReaderChanged();
        }
    }

    private void ReadResponse(
        ReadOnlySpan<byte> status, ReadOnlySpan<byte> data, Utf8JsonReader response, StreamRecorder recorder)
    {
        var usage = default(OpenAiUsage);
        Utf8JsonReader details = default, error = default, output = default, said = default;
        JsonWalk.EnterObject(ref response);
        var whole = JsonWalk.Raw(data, response);
        while (JsonWalk.NextProperty(ref response, out var name))
        {
            if (name.SequenceEqual("model"u8) && response.TokenType == JsonTokenType.String)
            {
                recorder.SetAnsweredBy(ref response);
            }
            else if (name.SequenceEqual("usage"u8) && response.TokenType == JsonTokenType.StartObject)
            {
                usage.Take(response);
            }
            else if (name.SequenceEqual("incomplete_details"u8) && response.TokenType == JsonTokenType.StartObject)
            {
                details = response;
            }
            else if (name.SequenceEqual("error"u8) && response.TokenType == JsonTokenType.StartObject)
            {
                error = response;
            }
            else if (name.SequenceEqual("output"u8) && response.TokenType == JsonTokenType.StartArray)
            {
                output = response;
            }
            else if (name.SequenceEqual("status"u8) && response.TokenType == JsonTokenType.String)
            {
                said = response;
            }

            response.Skip();
        }

        if (status.SequenceEqual("created"u8))
        {
            return;
        }

        // A server that sends nothing before has all of it here.
        if (!recorder.HasArrival && output.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; output.Read() && output.TokenType != JsonTokenType.EndArray; index++)
            {
                ReadItem(data, output, index, isWhole: true, recorder);
                output.Skip();
            }
        }

        recorder.Usage = usage.ToUsage();
        if (status.SequenceEqual("failed"u8))
        {
            recorder.Fail(ProviderError.Of(
                error.TokenType == JsonTokenType.StartObject ? JsonWalk.Raw(data, error) : whole));
            return;
        }

        if (!SetReason(details, recorder) && said.TokenType == JsonTokenType.String)
        {
            recorder.SetFinishReason(ref said);
        }

        recorder.End();
    }

    private static bool SetReason(Utf8JsonReader details, StreamRecorder recorder)
    {
        while (details.TokenType != JsonTokenType.None && JsonWalk.NextProperty(ref details, out var name))
        {
            if (name.SequenceEqual("reason"u8) && details.TokenType == JsonTokenType.String)
            {
                recorder.SetFinishReason(ref details);
                return true;
            }

            details.Skip();
        }

        return false;
    }
}
