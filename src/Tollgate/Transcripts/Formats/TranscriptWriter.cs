using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace Tollgate.Transcripts.Formats;

/// <summary>
/// Writes a transcript as one JSON line in the form of Chat Completions. Beside its keys stand those that the form does
/// not have: what was <c>said</c> where the recogniser heard something else, how much was <c>heard</c> of a reply,
/// <c>agent</c>, <c>turn</c>, <c>steps</c>, <c>status</c>, <c>changes</c>. Failed exchanges are left out, and so are
/// handoffs, which follow from the calls.
/// </summary>
internal static class TranscriptWriter
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line, without its end.</summary>
    public static string Write(Transcript transcript)
    {
        var json = new JsonObject
        {
            ["suite"] = transcript.Suite,
            ["session"] = transcript.Session,
            ["target"] = transcript.Target,
            ["ended"] = Name(transcript.Ending),
        };
        if (transcript.PostCall is { } answer)
        {
            json["post_call"] = answer.Json;
        }

        json["messages"] = new JsonArray([.. transcript.Entries.SelectMany(Messages)]);
        return json.ToJsonString(Plain);
    }

    private static IEnumerable<JsonObject> Messages(TranscriptEntry entry) => entry switch
    {
        CallerSaid caller => [OfCaller(caller)],
        AgentSaid agent => [OfAgent(agent)],
        ToolRan { LaterJson: { } later } ran => [Call(ran), Result(ran), Later(ran, later)],
        ToolRan ran => [Call(ran), Result(ran)],
        _ => [],
    };

    private static JsonObject OfCaller(CallerSaid caller)
    {
        var json = Message("user", caller.Heard, caller);
        AddTimes(json, caller);
        json["said"] = caller.Said;
        json["kind"] = Name(caller.Kind);
        AddTexts(json, "steps", caller.Steps);
        if (caller.Settles.Count > 0)
        {
            json["settles"] = new JsonObject(
                caller.Settles.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
        }

        if (caller.Agrees)
        {
            json["agrees"] = true;
        }

        AddTexts(json, "interims", caller.Interims);
        if (caller.Drafts.Count > 0)
        {
            json["drafts"] = new JsonArray([.. caller.Drafts.Select(Draft)]);
        }

        return json;
    }

    private static JsonObject Draft(CallerDraft draft)
    {
        var json = new JsonObject { ["text"] = draft.Text, ["key"] = draft.Key };
        if (draft.Refused is { } why)
        {
            json["refused"] = why;
        }

        return json;
    }

    private static JsonObject OfAgent(AgentSaid agent)
    {
        var json = Message("assistant", agent.Text, agent);
        AddTimes(json, agent);
        AddSource(json, agent.Agent, agent.ExchangeId);
        if (agent.Heard != agent.Text)
        {
            json["heard"] = agent.Heard;
        }

        return json;
    }

    private static JsonObject Call(ToolRan ran)
    {
        var json = Message("assistant", null, ran);
        AddSource(json, ran.Agent, ran.ExchangeId);
        json["tool_calls"] = new JsonArray(new JsonObject
        {
            ["id"] = ran.CallId,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = ran.Tool, ["arguments"] = ran.ArgumentsJson },
        });
        return json;
    }

    private static JsonObject Result(ToolRan ran)
    {
        var json = Message("tool", ran.ResultJson, ran);
        AddTimes(json, ran);
        json["tool_call_id"] = ran.CallId;
        json["status"] = Name(ran.Status);
        if (ran.Interrupted)
        {
            json["interrupted"] = true;
        }

        if (ran.Changes.Count > 0)
        {
            json["changes"] = new JsonArray([.. ran.Changes.Select(change => new JsonObject
            {
                ["table"] = change.Table,
                ["key"] = change.Key,
                ["before"] = change.BeforeJson,
                ["after"] = change.AfterJson,
            })]);
        }

        return json;
    }

    private static JsonObject Later(ToolRan ran, string result)
    {
        var json = Message("tool", result, ran);
        json["tool_call_id"] = ran.CallId;
        json["later"] = true;
        return json;
    }

    private static JsonObject Message(string role, string? content, TranscriptEntry entry) =>
        new() { ["role"] = role, ["content"] = content, ["turn"] = entry.Turn };

    private static void AddTimes(JsonObject json, TranscriptEntry entry)
    {
        if (entry.AtNs is { } at)
        {
            json["at_ms"] = at / 1_000_000m;
        }

        if (entry.UntilNs is { } until)
        {
            json["until_ms"] = until / 1_000_000m;
        }
    }

    private static void AddSource(JsonObject json, string agent, long? exchange)
    {
        json["agent"] = agent;
        if (exchange is { } id)
        {
            json["exchange"] = id;
        }
    }

    private static void AddTexts(JsonObject json, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            json[key] = new JsonArray([.. texts]);
        }
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
