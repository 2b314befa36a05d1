using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Providers.OpenAiChat;

/// <summary>One answer of Chat Completions, as a stream of <c>chat.completion.chunk</c> or as one document.</summary>
internal sealed class OpenAiAnswer : IAnswerWriter
{
    private readonly AnswerPlan plan;
    private readonly byte[] head;
    private readonly byte[] tail;
    private readonly string finishReason;
    private bool opened;

    public OpenAiAnswer(AnswerPlan plan, string finishReason)
    {
        this.plan = plan;
        this.finishReason = finishReason;
        head = Encoding.UTF8.GetBytes(
            $"data: {{\"id\":\"chatcmpl-{plan.Id}\",\"object\":\"chat.completion.chunk\","
            + $"\"created\":{plan.CreatedUnixSeconds},\"model\":\"{Json.Escape(plan.Request.Model)}\","
            + "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_70119a7e00\",\"choices\":[");
        tail = Encoding.UTF8.GetBytes(plan.Request.IncludeUsage ? "],\"usage\":null}\n\n" : "]}\n\n");
    }

    public void Opening(ByteBuffer into)
    {
        opened = true;
        BeginDelta(into);
        into.Add(plan.Script.HasText
            ? "\"role\":\"assistant\",\"content\":\"\",\"refusal\":null"u8
            : "\"role\":\"assistant\",\"content\":null"u8);
        EndDelta(into);
    }

    public void Tokens(ByteBuffer into, int from, int count)
    {
        BeginDelta(into);
        if (!opened)
        {
            opened = true;
            into.Add("\"role\":\"assistant\","u8);
        }

        var script = plan.Script;
        switch (script.KindAt(from))
        {
            // Not OpenAI's own, whose reasoning stays hidden; the field of the servers that speak its format.
            case ArrivalKind.Reasoning:
                into.Add("\"reasoning_content\":\""u8);
                Add(into, from, count);
                into.Add("\""u8);
                break;
            case ArrivalKind.Text:
                into.Add("\"content\":\""u8);
                Add(into, from, count);
                into.Add("\""u8);
                break;
            default:
                AddTool(into, from, count);
                break;
        }

        EndDelta(into);
    }

    public void Boundary(ByteBuffer into, int seen)
    {
    }

    public void Finish(ByteBuffer into)
    {
        into.Add(head);
        into.Add("{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\""u8);
        into.AddAscii(finishReason);
        into.Add("\"}"u8);
        into.Add(tail);
        if (plan.Request.IncludeUsage)
        {
            into.Add(head);
            into.Add("],\"usage\":"u8);
            into.Add(Json.Write(WriteUsage));
            into.Add("}\n\n"u8);
        }
    }

    public void End(ByteBuffer into) => into.Add("data: [DONE]\n\n"u8);

    public void Malformed(ByteBuffer into)
    {
        into.Add(head);
        into.Add("{\"index\":0,\"delta\":{\"content\":\" brok\n\n"u8);
    }

    public void Huge(ByteBuffer into, int bytes)
    {
        BeginDelta(into);
        into.Add("\"content\":\""u8);
        Filler.Add(into, bytes);
        into.Add("\""u8);
        EndDelta(into);
    }

    public void Error(ByteBuffer into) => into.Add(
        "data: {\"error\":{\"message\":\"The server had an error while processing your request. Sorry about that!\",\"type\":\"server_error\",\"param\":null,\"code\":null}}\n\n"u8);

    public byte[] Whole() => Json.Write(writer =>
    {
        var script = plan.Script;
        writer.WriteStartObject();
        writer.WriteString("id", $"chatcmpl-{plan.Id}");
        writer.WriteString("object", "chat.completion");
        writer.WriteNumber("created", plan.CreatedUnixSeconds);
        writer.WriteString("model", plan.Request.Model);
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        var reply = script.ReplyUpTo(script.SeenTokens);
        writer.WriteString("content", script.HasText ? reply.Text : null);
        writer.WriteNull("refusal");
        if (script.ReasoningTokens > 0)
        {
            writer.WriteString("reasoning_content", reply.Reasoning);
        }

        if (reply.ToolCalls.Count > 0)
        {
            writer.WriteStartArray("tool_calls");
            foreach (var call in reply.ToolCalls)
            {
                writer.WriteStartObject();
                writer.WriteString("id", call.Id);
                writer.WriteString("type", "function");
                writer.WriteStartObject("function");
                writer.WriteString("name", call.Name);
                writer.WriteString("arguments", call.ArgumentsJson);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteNull("logprobs");
        writer.WriteString("finish_reason", finishReason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WritePropertyName("usage");
        WriteUsage(writer);
        writer.WriteString("service_tier", "default");
        writer.WriteString("system_fingerprint", "fp_70119a7e00");
        writer.WriteEndObject();
    });

    private void AddTool(ByteBuffer into, int from, int count)
    {
        var script = plan.Script;
        var part = script.PartAt(from);
        into.Add("\"tool_calls\":[{\"index\":"u8);
        into.Add(script.Parts.Take(part).Count(before => before.Tool is not null));
        if (script.IndexAt(from) == 0)
        {
            var tool = script.Parts[part].Tool!; // Its kind says so.
            into.Add(",\"id\":\""u8);
            into.Add(Encoding.UTF8.GetBytes(Json.Escape(tool.Id)));
            into.Add("\",\"type\":\"function\",\"function\":{\"name\":\""u8);
            into.Add(Encoding.UTF8.GetBytes(Json.Escape(tool.Name)));
            into.Add("\",\"arguments\":\"\"}}]"u8);
            return;
        }

        into.Add(",\"function\":{\"arguments\":\""u8);
        Add(into, from, count);
        into.Add("\"}}]"u8);
    }

    private void Add(ByteBuffer into, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            into.Add(plan.Script.EscapedAt(i));
        }
    }

    private void BeginDelta(ByteBuffer into)
    {
        into.Add(head);
        into.Add("{\"index\":0,\"delta\":{"u8);
    }

    private void EndDelta(ByteBuffer into)
    {
        into.Add("},\"logprobs\":null,\"finish_reason\":null}"u8);
        into.Add(tail);
    }

    private void WriteUsage(Utf8JsonWriter writer)
    {
        var usage = plan.Usage;
        writer.WriteStartObject();
        writer.WriteNumber("prompt_tokens", usage.AllInput);
        writer.WriteNumber("completion_tokens", usage.Output);
        writer.WriteNumber("total_tokens", usage.AllInput + usage.Output);
        writer.WriteStartObject("prompt_tokens_details");
        writer.WriteNumber("cached_tokens", usage.CachedInput);
        writer.WriteNumber("audio_tokens", 0);
        writer.WriteEndObject();
        writer.WriteStartObject("completion_tokens_details");
        writer.WriteNumber("reasoning_tokens", usage.Reasoning);
        writer.WriteNumber("audio_tokens", 0);
        writer.WriteNumber("accepted_prediction_tokens", 0);
        writer.WriteNumber("rejected_prediction_tokens", 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
