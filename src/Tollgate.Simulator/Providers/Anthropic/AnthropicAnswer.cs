using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Providers.Anthropic;

/// <summary>One answer of Messages, as a stream of named events or as one document.</summary>
internal sealed class AnthropicAnswer(AnswerPlan plan, string stopReason) : IAnswerWriter
{
    private const string Signature = "EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds";
    private bool opened;

    public void Opening(ByteBuffer into)
    {
        opened = true;
        into.Add("event: message_start\ndata: "u8);
        into.Add(Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "message_start");
            writer.WriteStartObject("message");
            WriteMessageHead(writer);
            writer.WriteStartArray("content");
            writer.WriteEndArray();
            writer.WriteNull("stop_reason");
            writer.WriteNull("stop_sequence");
            writer.WritePropertyName("usage");
            WriteUsage(writer, 1, null);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
        into.Add("\n\n"u8);
        if (plan.Script.SeenTokens > 0)
        {
            StartPart(into, 0);
        }

        into.Add("event: ping\ndata: {\"type\": \"ping\"}\n\n"u8);
    }

    public void Tokens(ByteBuffer into, int from, int count)
    {
        if (!opened)
        {
            Opening(into);
        }

        var script = plan.Script;
        var kind = script.KindAt(from);
        if (kind == ArrivalKind.Tool && script.IndexAt(from) == 0)
        {
            StartTool(into, from);
            return;
        }

        BeginDelta(into, from);
        into.Add(kind switch
        {
            ArrivalKind.Reasoning => "\"thinking_delta\",\"thinking\":\""u8,
            ArrivalKind.Text => "\"text_delta\",\"text\":\""u8,
            _ => "\"input_json_delta\",\"partial_json\":\""u8,
        });
        for (var i = from; i < from + count; i++)
        {
            into.Add(script.EscapedAt(i));
        }

        into.Add("\"}}\n\n"u8);
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
            if (script.KindAt(seen - 1) == ArrivalKind.Reasoning)
            {
                BeginDelta(into, seen - 1);
                into.Add("\"signature_delta\",\"signature\":\""u8);
                into.AddAscii(Signature);
                into.Add("\"}}\n\n"u8);
            }

            into.Add("event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":"u8);
            into.Add(script.PartAt(seen - 1));
            into.Add("}\n\n"u8);
        }

        if (seen > 0 && seen < script.SeenTokens)
        {
            StartPart(into, seen);
        }
    }

    public void Finish(ByteBuffer into)
    {
        into.Add("event: message_delta\ndata: "u8);
        into.Add(Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "message_delta");
            writer.WriteStartObject("delta");
            writer.WriteString("stop_reason", stopReason);
            writer.WriteNull("stop_sequence");
            writer.WriteEndObject();
            writer.WritePropertyName("usage");
            WriteUsage(writer, plan.Usage.Output, plan.Usage.Reasoning);
            writer.WriteEndObject();
        }));
        into.Add("\n\n"u8);
    }

    public void End(ByteBuffer into) => into.Add("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"u8);

    public void Malformed(ByteBuffer into) => into.Add(
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"te\n\n"u8);

    public void Huge(ByteBuffer into, int bytes)
    {
        BeginDelta(into, 0);
        into.Add("\"text_delta\",\"text\":\""u8);
        Filler.Add(into, bytes);
        into.Add("\"}}\n\n"u8);
    }

    public void Error(ByteBuffer into) => into.Add(
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"Internal server error\"}}\n\n"u8);

    public byte[] Whole() => Json.Write(writer =>
    {
        var script = plan.Script;
        writer.WriteStartObject();
        WriteMessageHead(writer);
        writer.WriteStartArray("content");
        foreach (var part in script.Parts)
        {
            WritePart(writer, part);
        }

        writer.WriteEndArray();
        writer.WriteString("stop_reason", stopReason);
        writer.WriteNull("stop_sequence");
        writer.WritePropertyName("usage");
        WriteUsage(writer, plan.Usage.Output, plan.Usage.Reasoning);
        writer.WriteEndObject();
    });

    private static void WritePart(Utf8JsonWriter writer, ScriptSegment part)
    {
        writer.WriteStartObject();
        if (part.Tool is { } tool)
        {
            writer.WriteString("type", "tool_use");
            writer.WriteString("id", tool.Id);
            writer.WriteString("name", tool.Name);
            writer.WritePropertyName("input");
            var whole = part.Tokens >= tool.Tokens && Json.IsValid(tool.ArgumentsJson);
            writer.WriteRawValue(whole ? tool.ArgumentsJson : "{}");
        }
        else if (part.Kind == ArrivalKind.Reasoning)
        {
            writer.WriteString("type", "thinking");
            writer.WriteString("thinking", part.UpTo(part.Tokens));
            writer.WriteString("signature", Signature);
        }
        else
        {
            writer.WriteString("type", "text");
            writer.WriteString("text", part.UpTo(part.Tokens));
        }

        writer.WriteEndObject();
    }

    private void WriteMessageHead(Utf8JsonWriter writer)
    {
        writer.WriteString("id", $"msg_{plan.Id}");
        writer.WriteString("type", "message");
        writer.WriteString("role", "assistant");
        writer.WriteString("model", plan.Request.Model);
    }

    private void WriteUsage(Utf8JsonWriter writer, long output, long? thinking)
    {
        writer.WriteStartObject();
        writer.WriteNumber("input_tokens", plan.Usage.Input);
        writer.WriteNumber("cache_creation_input_tokens", plan.Usage.CacheWrite);
        writer.WriteNumber("cache_read_input_tokens", plan.Usage.CachedInput);
        writer.WriteNumber("output_tokens", output);
        if (thinking is { } tokens)
        {
            writer.WriteStartObject("output_tokens_details");
            writer.WriteNumber("thinking_tokens", tokens);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    // The start of a tool's block has the call's name: it is the first token of the call, and not sent ahead of it.
    private void StartPart(ByteBuffer into, int seen)
    {
        var kind = plan.Script.KindAt(seen);
        if (kind == ArrivalKind.Tool)
        {
            return;
        }

        into.Add("event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":"u8);
        into.Add(plan.Script.PartAt(seen));
        into.Add(kind == ArrivalKind.Reasoning
            ? ",\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}}\n\n"u8
            : ",\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"u8);
    }

    private void StartTool(ByteBuffer into, int seen)
    {
        var tool = plan.Script.Parts[plan.Script.PartAt(seen)].Tool!; // Its kind says so.
        into.Add("event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":"u8);
        into.Add(plan.Script.PartAt(seen));
        into.Add(Encoding.UTF8.GetBytes(
            $",\"content_block\":{{\"type\":\"tool_use\",\"id\":\"{Json.Escape(tool.Id)}\",\"name\":\"{Json.Escape(tool.Name)}\",\"input\":{{}}}}}}\n\n"));
    }

    private void BeginDelta(ByteBuffer into, int seen)
    {
        into.Add("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":"u8);
        into.Add(plan.Script.PartAt(seen));
        into.Add(",\"delta\":{\"type\":"u8);
    }
}
