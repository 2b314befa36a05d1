using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tollgate.Transcripts.Formats;

/// <summary>
/// Writes a transcript as one JSON line in the form of Chat Completions. Beside its keys stand those that the form does
/// not have: what was <c>said</c> where the recogniser heard something else, how much was <c>heard</c> of a reply,
/// <c>agent</c>, <c>turn</c>, <c>steps</c>, <c>status</c>, <c>changes</c>. Failed exchanges are left out, and so are
/// handoffs, which follow from the calls.
/// </summary>
internal static class TranscriptWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, without its end.</summary>
    public static string Write(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("suite", transcript.Suite);
            json.WriteString("session", transcript.Session);
            json.WriteString("target", transcript.Target);
            json.WriteString("ended", Name(transcript.Ending));
            if (transcript.PostCall is { } answer)
            {
                json.WriteString("post_call", answer.Json);
            }

            json.WriteStartArray("messages");
            foreach (var entry in transcript.Entries)
            {
                Write(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, TranscriptEntry entry)
    {
        switch (entry)
        {
            case CallerSaid caller:
                Begin(json, "user", caller.Heard, caller);
                Times(json, caller);
                json.WriteString("said", caller.Said);
                json.WriteString("kind", Name(caller.Kind));
                Texts(json, "steps", caller.Steps);
                Settles(json, caller.Settles);
                if (caller.Agrees)
                {
                    json.WriteBoolean("agrees", true);
                }

                Texts(json, "interims", caller.Interims);
                Drafts(json, caller.Drafts);
                json.WriteEndObject();
                break;
            case AgentSaid agent:
                Begin(json, "assistant", agent.Text, agent);
                Times(json, agent);
                From(json, agent.Agent, agent.ExchangeId);
                if (agent.Heard != agent.Text)
                {
                    json.WriteString("heard", agent.Heard);
                }

                json.WriteEndObject();
                break;
            case ToolRan ran:
                Call(json, ran);
                Result(json, ran);
                break;
            default:
                break;
        }
    }

    private static void Drafts(Utf8JsonWriter json, IReadOnlyList<CallerDraft> drafts)
    {
        if (drafts.Count == 0)
        {
            return;
        }

        json.WriteStartArray("drafts");
        foreach (var draft in drafts)
        {
            json.WriteStartObject();
            json.WriteString("text", draft.Text);
            json.WriteString("key", draft.Key);
            if (draft.Refused is { } why)
            {
                json.WriteString("refused", why);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Settles(Utf8JsonWriter json, IReadOnlyDictionary<string, string> settles)
    {
        if (settles.Count == 0)
        {
            return;
        }

        json.WriteStartObject("settles");
        foreach (var (slot, value) in settles)
        {
            json.WriteString(slot, value);
        }

        json.WriteEndObject();
    }

    private static void Call(Utf8JsonWriter json, ToolRan ran)
    {
        Begin(json, "assistant", null, ran);
        From(json, ran.Agent, ran.ExchangeId);
        json.WriteStartArray("tool_calls");
        json.WriteStartObject();
        json.WriteString("id", ran.CallId);
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", ran.Tool);
        json.WriteString("arguments", ran.ArgumentsJson);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, ToolRan ran)
    {
        Begin(json, "tool", ran.ResultJson, ran);
        Times(json, ran);
        json.WriteString("tool_call_id", ran.CallId);
        json.WriteString("status", Name(ran.Status));
        if (ran.Interrupted)
        {
            json.WriteBoolean("interrupted", true);
        }

        if (ran.Changes.Count > 0)
        {
            json.WriteStartArray("changes");
            foreach (var change in ran.Changes)
            {
                json.WriteStartObject();
                json.WriteString("table", change.Table);
                json.WriteString("key", change.Key);
                json.WriteString("before", change.BeforeJson);
                json.WriteString("after", change.AfterJson);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (ran.LaterJson is { } later)
        {
            Begin(json, "tool", later, ran);
            json.WriteString("tool_call_id", ran.CallId);
            json.WriteBoolean("later", true);
            json.WriteEndObject();
        }
    }

    private static void Begin(Utf8JsonWriter json, string role, string? content, TranscriptEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", content);
        json.WriteNumber("turn", entry.Turn);
    }

    private static void Times(Utf8JsonWriter json, TranscriptEntry entry)
    {
        if (entry.AtNs is { } at)
        {
            json.WriteNumber("at_ms", at / 1_000_000m);
        }

        if (entry.UntilNs is { } until)
        {
            json.WriteNumber("until_ms", until / 1_000_000m);
        }
    }

    private static void From(Utf8JsonWriter json, string agent, long? exchange)
    {
        json.WriteString("agent", agent);
        if (exchange is { } id)
        {
            json.WriteNumber("exchange", id);
        }
    }

    private static void Texts(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
