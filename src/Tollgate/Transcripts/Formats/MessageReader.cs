using Tollgate.Unicode;

namespace Tollgate.Transcripts.Formats;

/// <summary>Reads the messages of one transcript, in order.</summary>
internal sealed class MessageReader(List<string> wrong)
{
    private const string Roles = "user, assistant, tool, function, system or developer";

    private static readonly string[] UserKeys =
        ["role", "content", "said", "kind", "steps", "settles", "agrees", "interims", "drafts", "turn", "at_ms",
         "until_ms"];

    // The reasoning of a model is not heard.
    private static readonly string[] AssistantKeys =
    [
        "role", "content", "tool_calls", "function_call", "refusal", "audio", "agent", "heard", "exchange", "turn",
        "at_ms", "until_ms", "reasoning", "reasoning_content", "reasoning_details", "thinking", "thinking_blocks",
        "phase", "status",
    ];

    private static readonly string[] ToolKeys =
    [
        "role", "content", "tool_call_id", "call_id", "output", "status", "later", "interrupted", "changes", "turn",
        "at_ms", "until_ms",
    ];

    private static readonly string[] CallKeys =
        ["id", "call_id", "type", "function", "name", "arguments", "args", "input", "role", "agent", "turn", "status"];

    private readonly List<TranscriptEntry> entries = [];
    private readonly PendingCalls calls = new();
    private readonly List<string> callPlaces = [];
    private int message = -1;
    private int turn;

    public IReadOnlyList<TranscriptEntry> Entries => entries;

    public long? LengthNs { get; private set; }

    /// <summary>What is said of calls whose answers are not there; null where none is missing.</summary>
    public string? Unanswered => calls.Open.Count() is var count and > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{count} of {callPlaces.Count} calls have no answer in the transcript, {First()} first: they are judged by their arguments, and what is said after them is not judged")
        : null;

    public void Read(JsonElement json, string place)
    {
        message++;
        if (json.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"{place}: found {JsonFields.Shown(json)}; expected an object with `role` and `content`");
            return;
        }

        var fields = new JsonFields(json, place, wrong);
        var role = fields.Text("role");
        switch (role ?? fields.Text("type"))
        {
            case "user":
                User(fields);
                break;
            case "assistant":
                Assistant(fields);
                break;
            case "tool" or "function":
                Tool(fields, "content", fields.Text("tool_call_id"));
                break;
            case "system" or "developer":
                // The suite says what the agents are told.
                break;
            case "function_call" when role is null:
                Add(PartReader.Call(fields, fields.Text("call_id") ?? fields.Text("id")), "", null);
                fields.CheckKeys(CallKeys);
                break;
            case "function_call_output" when role is null:
                Tool(fields, "output", fields.Text("call_id"));
                break;
            case "reasoning" when role is null:
                break;
            case var other:
                fields.Fail(role is not null ? $"found the role \"{role}\"; expected {Roles}"
                    : other is null ? $"found no `role`; expected {Roles}"
                    : $"found an item {other}, which cannot be scored; expected a message with `role`, function_call or function_call_output");
                break;
        }
    }

    private void User(JsonFields fields)
    {
        var parts = PartReader.Read(fields, wrong);
        fields.CheckKeys(UserKeys);
        if (!fields.Has("content"))
        {
            fields.Fail("found no `content`; expected what was said");
        }

        foreach (var part in parts)
        {
            if (part is MessagePart.Answer answer)
            {
                Answer(answer, fields);
            }
            else if (part is MessagePart.Call call)
            {
                wrong.Add($"{call.Place}: found a call of {call.Tool} by the user; expected it in a message of the assistant");
            }
        }

        var words = parts.OfType<MessagePart.Words>().Select(static part => part.Text).ToList();
        if (words.Count == 0 && parts.Count > 0)
        {
            // Nothing but tools' answers: nobody spoke.
            return;
        }

        var heard = string.Join(' ', words);
        var kind = fields.OneOf<SpeechKind>("kind") ?? SpeechKind.Line;
        turn = fields.Number("turn") is { } given ? (int)given : turn + (kind == SpeechKind.Backchannel ? 0 : 1);
        entries.Add(new CallerSaid(fields.Text("said") ?? heard, heard, kind)
        {
            Turn = turn,
            AtNs = Instant(fields, "at_ms"),
            UntilNs = Instant(fields, "until_ms"),
            Steps = fields.Texts("steps"),
            Settles = fields.TextsByName("settles"),
            Agrees = fields.Flag("agrees"),
            Interims = fields.Texts("interims"),
            Drafts = Drafts(fields),
        });
    }

    private List<CallerDraft> Drafts(JsonFields fields)
    {
        var drafts = new List<CallerDraft>();
        foreach (var json in fields.List("drafts"))
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                fields.Fail($"found {JsonFields.Shown(json)} among `drafts`; expected an object with `text` and `key`");
                continue;
            }

            var draft = new JsonFields(json, $"{fields.Place}.drafts[{drafts.Count}]", wrong);
            drafts.Add(new CallerDraft(draft.Text("text") ?? "", draft.Text("key") ?? "")
            {
                Refused = draft.Text("refused"),
            });
        }

        return drafts;
    }

    private void Assistant(JsonFields fields)
    {
        var agent = fields.Text("agent") ?? "";
        var exchange = (long?)fields.Number("exchange");
        turn = fields.Number("turn") is { } given ? (int)given : turn;
        var parts = PartReader.Read(fields, wrong);
        PartReader.Say(parts, fields.Text("refusal"));
        if (parts.Count == 0)
        {
            PartReader.Say(parts, fields.Inner("audio")?.Text("transcript"));
        }

        Calls(fields, parts);
        fields.CheckKeys(AssistantKeys);
        if (parts.Count == 0 && !fields.Has("content") && !fields.Has("tool_calls"))
        {
            fields.Fail("found neither `content` nor `tool_calls`; expected what was said or done");
        }

        var heard = fields.Text("heard");
        if (heard is not null && parts.OfType<MessagePart.Words>().Count() > 1)
        {
            fields.Fail("found `heard` beside words before and after a call; expected a message for each");
        }

        foreach (var part in parts)
        {
            switch (part)
            {
                case MessagePart.Words words:
                    Say(words.Text, heard, agent, exchange, fields);
                    break;
                case MessagePart.Call call:
                    Add(call, agent, exchange);
                    break;
                default:
                    fields.Fail("found a part tool_result; expected a tool's answer in a message of the user or the tool");
                    break;
            }
        }
    }

    private void Say(string text, string? heard, string agent, long? exchange, JsonFields fields) =>
        entries.Add(new AgentSaid(agent, text, heard ?? text, exchange)
        {
            Turn = turn,
            AtNs = Instant(fields, "at_ms"),
            UntilNs = Instant(fields, "until_ms"),
            Interrupted = heard is not null && heard != text,
        });

    private void Calls(JsonFields fields, List<MessagePart> parts)
    {
        foreach (var (index, json) in fields.List("tool_calls").Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{fields.Place}.tool_calls[{index}]");
            if (json.ValueKind != JsonValueKind.Object)
            {
                wrong.Add($"{place}: found {JsonFields.Shown(json)}; expected `id` and a `function` with `name` and `arguments`");
                continue;
            }

            var call = new JsonFields(json, place, wrong);
            if (PartReader.Call(call.Has("function") ? call.Inner("function") ?? call : call, call.Text("id")) is { } made)
            {
                parts.Add(made with { Place = place });
            }

            call.CheckKeys(CallKeys);
        }

        // As tools were called at first: one, and its answer names the tool.
        if (fields.Inner("function_call") is { } function && PartReader.Call(function, null) is { } only)
        {
            parts.Add(only);
        }
    }

    private void Add(MessagePart.Call? call, string agent, long? exchange)
    {
        if (call is null)
        {
            return;
        }

        calls.Add(entries.Count, call.Id, call.Tool, message);
        callPlaces.Add(call.Place);
        entries.Add(new ToolRan(agent, call.Id, call.Tool, call.ArgumentsJson, ToolStatus.NotRecorded, "", exchange)
        {
            Turn = turn,
        });
    }

    private void Tool(JsonFields fields, string key, string? id)
    {
        fields.CheckKeys(ToolKeys);
        Answer(
            new MessagePart.Answer(id ?? "", fields.Text("name") ?? "", PartReader.Answer(fields, key), false), fields);
    }

    private void Answer(MessagePart.Answer answer, JsonFields fields)
    {
        var isLater = fields.Flag("later");
        if (calls.Answered(answer.Id, answer.Tool, isLater) is not { } at || entries[at] is not ToolRan ran)
        {
            fields.Fail(answer.Id.Length > 0
                ? $"found an answer to the call \"{answer.Id}\"; expected the id of a call before it"
                : $"found an answer{(answer.Tool.Length > 0 ? $" of {answer.Tool}" : "")} without a call before it; expected the `tool_call_id` of one");
            return;
        }

        if (isLater)
        {
            entries[at] = ran with { LaterJson = answer.Text };
            return;
        }

        // A tool that answers twice, or with a part first: what came last is what it answered.
        entries[at] = ran with
        {
            Status = fields.Value("status") is { ValueKind: JsonValueKind.String } said
                && said.GetString() is "success" or "completed" or "ok" or "error"
                ? ToolStatusText.Of(answer.Text, answer.IsError || said.ValueEquals("error"))
                : fields.OneOf<ToolStatus>("status") ?? ToolStatusText.Of(answer.Text, answer.IsError),
            ResultJson = answer.Text,
            AtNs = Instant(fields, "at_ms") ?? ran.AtNs,
            UntilNs = Instant(fields, "until_ms") ?? ran.UntilNs,
            Interrupted = fields.Flag("interrupted"),
            Changes = Changes(fields),
        };
    }

    private List<RecordChange> Changes(JsonFields fields)
    {
        var changes = new List<RecordChange>();
        foreach (var (index, json) in fields.List("changes").Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{fields.Place}.changes[{index}]");
            if (json.ValueKind != JsonValueKind.Object)
            {
                wrong.Add($"{place}: found {JsonFields.Shown(json)}; expected an object");
                continue;
            }

            var change = new JsonFields(json, place, wrong);
            changes.Add(new RecordChange(
                change.Text("table") ?? "", change.Text("key") ?? "", Record(change, "before"), Record(change, "after")));
        }

        return changes;
    }

    private static string? Record(JsonFields change, string key)
    {
        if (change.Text(key) is not { } record || OutsideJson.Parse(record) is { ValueKind: JsonValueKind.Object })
        {
            return change.Text(key);
        }

        change.Fail($"found no record in `{key}`; expected a JSON object as text");
        return null;
    }

    private long? Instant(JsonFields fields, string key)
    {
        var instant = fields.Number(key) is { } ms ? (long?)decimal.Round(ms * 1_000_000m) : null;
        LengthNs = instant is { } ns && ns > (LengthNs ?? 0) ? ns : LengthNs;
        return instant;
    }

    private string First()
    {
        var ordinal = entries.Take(calls.Open.Min() + 1).OfType<ToolRan>().Count() - 1;
        return callPlaces[ordinal];
    }
}
