using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Providers.OpenAiResponses;

/// <summary>
/// One answer of Responses, as a stream of typed events or as one document. Thinking that is shown is shown as a
/// summary, which is all that OpenAI shows of it.
/// </summary>
internal sealed class OpenAiResponsesAnswer(AnswerPlan plan, string reason) : IAnswerWriter
{
    // Padding hides how long a token is: what it lacks to the next multiple of this many bytes.
    private const int PaddedTo = 16;
    private static readonly byte[] Padding = "kX3vQz9TfLw2BhYd"u8.ToArray();
    private readonly string?[] ids = new string?[Math.Max(1, plan.Script.Parts.Count)];
    private long sequence;
    private bool opened;

    public void Opening(ByteBuffer into)
    {
        opened = true;
        Response(into, "response.created", isOver: false);
        Response(into, "response.in_progress", isOver: false);
        if (plan.Script.SeenTokens > 0)
        {
            StartPart(into, 0);
        }
    }

    public void Tokens(ByteBuffer into, int from, int count)
    {
        if (!opened)
        {
            Opening(into);
        }

        var script = plan.Script;
        var part = script.PartAt(from);
        var kind = script.KindAt(from);
        if (kind == ArrivalKind.Tool && script.IndexAt(from) == 0)
        {
            Item(into, "response.output_item.added", part, isDone: false);
            return;
        }

        BeginDelta(into, kind, part);
        var bytes = 0;
        for (var i = from; i < from + count; i++)
        {
            var token = script.EscapedAt(i);
            bytes += token.Length;
            into.Add(token);
        }

        EndDelta(into, kind, bytes);
    }

    public void Boundary(ByteBuffer into, int seen)
    {
        var script = plan.Script;
        if (!script.IsBoundary(seen))
        {
            return;
        }

        if (seen > 0)
        {
            EndPart(into, script.PartAt(seen - 1));
        }

        if (seen > 0 && seen < script.SeenTokens)
        {
            StartPart(into, seen);
        }
    }

    // The event that has the reason and the counts is the one that ends the stream.
    public void Finish(ByteBuffer into)
    {
    }

    public void End(ByteBuffer into) => Response(into, "response." + FinalState, isOver: true);

    public void Malformed(ByteBuffer into) => into.Add(
        "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"delta\":\" brok\n\n"u8);

    public void Huge(ByteBuffer into, int bytes)
    {
        BeginDelta(into, ArrivalKind.Text, 0);
        Filler.Add(into, bytes);
        EndDelta(into, ArrivalKind.Text, bytes);
    }

    public void Error(ByteBuffer into)
    {
        into.Add("event: error\ndata: {\"type\":\"error\",\"code\":\"server_error\",\"message\":\"The server had an error while processing your request. Sorry about that!\",\"param\":null,\"sequence_number\":"u8);
        into.Add(sequence++);
        into.Add("}\n\n"u8);
    }

    public byte[] Whole() => Json.Write(writer =>
        WriteResponse(writer, isOver: true));

    private string FinalState => plan.CutShort ? "incomplete" : "completed";

    private string ItemId(int part) => plan.Script.Parts[part].Kind switch
    {
        ArrivalKind.Reasoning => "rs_",
        ArrivalKind.Text => "msg_",
        _ => "fc_",
    } + plan.Id + part.ToString("x2", CultureInfo.InvariantCulture);

    private void Event(ByteBuffer into, string type, Action<Utf8JsonWriter> rest)
    {
        into.AddAscii($"event: {type}\ndata: ");
        into.Add(Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            writer.WriteNumber("sequence_number", sequence++);
            rest(writer);
            writer.WriteEndObject();
        }));
        into.Add("\n\n"u8);
    }

    private void Response(ByteBuffer into, string type, bool isOver) => Event(into, type, writer =>
    {
        writer.WritePropertyName("response");
        WriteResponse(writer, isOver);
    });

    private void Item(ByteBuffer into, string type, int part, bool isDone) => Event(into, type, writer =>
    {
        writer.WriteNumber("output_index", part);
        writer.WritePropertyName("item");
        WriteItem(writer, part, isDone);
    });

    private void PartOfItem(ByteBuffer into, string type, int part, string index, Action<Utf8JsonWriter> rest) =>
        Event(into, type, writer =>
        {
            writer.WriteString("item_id", ItemId(part));
            writer.WriteNumber("output_index", part);
            if (index.Length > 0)
            {
                writer.WriteNumber(index, 0);
            }

            rest(writer);
        });

    // The start of a call has its name: it is the first token of the call, and not sent ahead of it.
    private void StartPart(ByteBuffer into, int seen)
    {
        var part = plan.Script.PartAt(seen);
        switch (plan.Script.KindAt(seen))
        {
            case ArrivalKind.Text:
                Item(into, "response.output_item.added", part, isDone: false);
                PartOfItem(into, "response.content_part.added", part, "content_index", static writer => WriteText(writer, ""));
                break;
            case ArrivalKind.Reasoning:
                Item(into, "response.output_item.added", part, isDone: false);
                PartOfItem(into, "response.reasoning_summary_part.added", part, "summary_index", static writer => WriteSummary(writer, ""));
                break;
            default:
                break;
        }
    }

    private void EndPart(ByteBuffer into, int part)
    {
        var said = plan.Script.Parts[part].UpTo(plan.Script.Parts[part].Tokens);
        switch (plan.Script.Parts[part].Kind)
        {
            case ArrivalKind.Text:
                PartOfItem(into, "response.output_text.done", part, "content_index", writer =>
                {
                    writer.WriteString("text", said);
                    writer.WriteStartArray("logprobs");
                    writer.WriteEndArray();
                });
                PartOfItem(into, "response.content_part.done", part, "content_index", writer => WriteText(writer, said));
                break;
            case ArrivalKind.Reasoning:
                PartOfItem(into, "response.reasoning_summary_text.done", part, "summary_index", writer => writer.WriteString("text", said));
                PartOfItem(into, "response.reasoning_summary_part.done", part, "summary_index", writer => WriteSummary(writer, said));
                break;
            default:
                PartOfItem(into, "response.function_call_arguments.done", part, "", writer => writer.WriteString("arguments", said));
                break;
        }

        Item(into, "response.output_item.done", part, isDone: true);
    }

    private void BeginDelta(ByteBuffer into, ArrivalKind kind, int part)
    {
        var (type, index) = kind switch
        {
            ArrivalKind.Reasoning => ("response.reasoning_summary_text.delta", ",\"summary_index\":0"),
            ArrivalKind.Text => ("response.output_text.delta", ",\"content_index\":0"),
            _ => ("response.function_call_arguments.delta", ""),
        };
        into.Add("event: "u8);
        into.AddAscii(type);
        into.Add("\ndata: {\"type\":\""u8);
        into.AddAscii(type);
        into.Add("\",\"sequence_number\":"u8);
        into.Add(sequence++);
        into.Add(",\"item_id\":\""u8);
        into.AddAscii(ids[part] ??= ItemId(part));
        into.Add("\",\"output_index\":"u8);
        into.Add(part);
        into.AddAscii(index);
        into.Add(",\"delta\":\""u8);
    }

    private void EndDelta(ByteBuffer into, ArrivalKind kind, int bytes)
    {
        into.Add(kind == ArrivalKind.Text ? "\",\"logprobs\":[]"u8 : "\""u8);
        if (plan.Request.Obfuscate)
        {
            into.Add(",\"obfuscation\":\""u8);
            into.Add(Padding.AsSpan(0, PaddedTo - (bytes % PaddedTo)));
            into.Add("\""u8);
        }

        into.Add("}\n\n"u8);
    }

    private void WriteResponse(Utf8JsonWriter writer, bool isOver)
    {
        writer.WriteStartObject();
        writer.WriteString("id", $"resp_{plan.Id}");
        writer.WriteString("object", "response");
        writer.WriteNumber("created_at", plan.CreatedUnixSeconds);
        writer.WriteString("status", isOver ? FinalState : "in_progress");
        writer.WriteBoolean("background", false);
        writer.WriteNull("error");
        if (isOver && plan.CutShort)
        {
            writer.WriteStartObject("incomplete_details");
            writer.WriteString("reason", reason);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("incomplete_details");
        }

        writer.WriteNull("instructions");
        if (plan.Request.MaxTokens is { } max)
        {
            writer.WriteNumber("max_output_tokens", max);
        }
        else
        {
            writer.WriteNull("max_output_tokens");
        }

        writer.WriteString("model", plan.Request.Model);
        writer.WriteStartArray("output");
        for (var part = 0; isOver && part < plan.Script.Parts.Count; part++)
        {
            WriteItem(writer, part, isDone: true);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("parallel_tool_calls", true);
        writer.WriteNull("previous_response_id");
        writer.WriteString("service_tier", isOver ? "default" : "auto");
        writer.WriteBoolean("store", false);
        writer.WriteNumber("temperature", 1);
        writer.WriteStartObject("text");
        writer.WriteStartObject("format");
        writer.WriteString("type", "text");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("tool_choice", "auto");
        writer.WriteStartArray("tools");
        writer.WriteEndArray();
        writer.WriteNumber("top_p", 1);
        writer.WriteString("truncation", "disabled");
        WriteUsage(writer, isOver);
        writer.WriteNull("user");
        writer.WriteStartObject("metadata");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter writer, int part, bool isDone)
    {
        var segment = plan.Script.Parts[part];
        var said = isDone ? segment.UpTo(segment.Tokens) : "";
        writer.WriteStartObject();
        writer.WriteString("id", ItemId(part));
        if (segment.Tool is { } tool)
        {
            writer.WriteString("type", "function_call");
            writer.WriteString("status", isDone ? "completed" : "in_progress");
            writer.WriteString("arguments", said);
            writer.WriteString("call_id", tool.Id);
            writer.WriteString("name", tool.Name);
        }
        else if (segment.Kind == ArrivalKind.Reasoning)
        {
            writer.WriteString("type", "reasoning");
            writer.WriteStartArray("summary");
            if (isDone)
            {
                WriteSummaryPart(writer, said);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("type", "message");
            writer.WriteString("status", isDone ? "completed" : "in_progress");
            writer.WriteStartArray("content");
            if (isDone)
            {
                WriteTextPart(writer, said);
            }

            writer.WriteEndArray();
            writer.WriteString("role", "assistant");
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WritePropertyName("part");
        WriteTextPart(writer, text);
    }

    private static void WriteTextPart(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "output_text");
        writer.WriteStartArray("annotations");
        writer.WriteEndArray();
        writer.WriteStartArray("logprobs");
        writer.WriteEndArray();
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter writer, string text)
    {
        writer.WritePropertyName("part");
        WriteSummaryPart(writer, text);
    }

    private static void WriteSummaryPart(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "summary_text");
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private void WriteUsage(Utf8JsonWriter writer, bool isOver)
    {
        if (!isOver)
        {
            writer.WriteNull("usage");
            return;
        }

        var usage = plan.Usage;
        writer.WriteStartObject("usage");
        writer.WriteNumber("input_tokens", usage.AllInput);
        writer.WriteStartObject("input_tokens_details");
        writer.WriteNumber("cached_tokens", usage.CachedInput);
        writer.WriteNumber("cache_write_tokens", usage.CacheWrite);
        writer.WriteEndObject();
        writer.WriteNumber("output_tokens", usage.Output);
        writer.WriteStartObject("output_tokens_details");
        writer.WriteNumber("reasoning_tokens", usage.Reasoning);
        writer.WriteEndObject();
        writer.WriteNumber("total_tokens", usage.AllInput + usage.Output);
        writer.WriteEndObject();
    }
}
