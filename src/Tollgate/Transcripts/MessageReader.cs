using System.Text.Json;

namespace Tollgate.Transcripts;

/// <summary>Reads the messages of one transcript, in order.</summary>
internal sealed class MessageReader(List<string> wrong)
{
    private readonly List<TranscriptEntry> entries = [];

    // Where the calls stand that still wait for their answer, by id; a later call of the same id takes its place.
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);
    private int turn;

    public IReadOnlyList<TranscriptEntry> Entries => entries;

    public long? LengthNs { get; private set; }

    public void Read(JsonElement message, string place)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"{place}: found {TranscriptReader.Shown(message)}; expected an object with `role` and `content`");
            return;
        }

        switch (TranscriptReader.Text(message, "role", wrong))
        {
            case "user":
                User(message, place);
                break;
            case "assistant":
                Assistant(message, place);
                break;
            case "tool":
                Tool(message, place);
                break;
            case "system" or "developer":
                // The suite says what the agents are told.
                break;
            case var role:
                wrong.Add($"{place}: found the role \"{role}\"; expected user, assistant, tool or system");
                break;
        }
    }

    private void User(JsonElement message, string place)
    {
        var heard = Content(message, place);
        var kind = SpeechKind.Line;
        if (TranscriptReader.Text(message, "kind", wrong) is { } named
            && !Enum.TryParse(named.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out kind))
        {
            wrong.Add($"{place}: found the kind \"{named}\"; expected line, barge_in, cut_short, continuation, backchannel or clarification");
        }

        turn = Number(message, "turn", place) is { } given ? (int)given : turn + (kind == SpeechKind.Backchannel ? 0 : 1);
        entries.Add(new CallerSaid(TranscriptReader.Text(message, "said", wrong) ?? heard, heard, kind)
        {
            Turn = turn,
            AtNs = Instant(message, "at_ms", place),
            UntilNs = Instant(message, "until_ms", place),
            Steps = Texts(message, "steps"),
            Interims = Texts(message, "interims"),
        });
    }

    private void Assistant(JsonElement message, string place)
    {
        var agent = TranscriptReader.Text(message, "agent", wrong) ?? "";
        var exchange = Number(message, "exchange", place) is { } number ? (long?)number : null;
        turn = Number(message, "turn", place) is { } given ? (int)given : turn;
        var text = Content(message, place);
        if (text.Length > 0)
        {
            var heard = TranscriptReader.Text(message, "heard", wrong);
            entries.Add(new AgentSaid(agent, text, heard ?? text, exchange)
            {
                Turn = turn,
                AtNs = Instant(message, "at_ms", place),
                UntilNs = Instant(message, "until_ms", place),
                Interrupted = heard is not null && heard != text,
            });
        }

        if (!message.TryGetProperty("tool_calls", out var made) || made.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (made.ValueKind != JsonValueKind.Array)
        {
            wrong.Add($"{place}: found {TranscriptReader.Shown(made)} for `tool_calls`; expected a list");
            return;
        }

        foreach (var (index, call) in made.EnumerateArray().Index())
        {
            Call(call, agent, exchange, $"{place}.tool_calls[{index}]");
        }
    }

    private void Call(JsonElement call, string agent, long? exchange, string place)
    {
        if (call.ValueKind != JsonValueKind.Object || !call.TryGetProperty("function", out var function)
            || function.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"{place}: found {TranscriptReader.Shown(call)}; expected `id` and a `function` with `name` and `arguments`");
            return;
        }

        var id = TranscriptReader.Text(call, "id", wrong) ?? "";
        calls[id] = entries.Count;

        // A call whose answer never comes was not carried out.
        entries.Add(new ToolRan(
            agent, id, TranscriptReader.Text(function, "name", wrong) ?? "",
            TranscriptReader.Text(function, "arguments", wrong) ?? "", ToolStatus.NotRun, "", exchange)
        {
            Turn = turn,
        });
    }

    private void Tool(JsonElement message, string place)
    {
        var id = TranscriptReader.Text(message, "tool_call_id", wrong);
        if (id is null || !calls.TryGetValue(id, out var at) || entries[at] is not ToolRan ran)
        {
            wrong.Add($"{place}: found the tool_call_id \"{id}\"; expected that of a call before it");
            return;
        }

        if (message.TryGetProperty("later", out var later) && later.ValueKind == JsonValueKind.True)
        {
            entries[at] = ran with { LaterJson = Content(message, place) };
            return;
        }

        // A tool that answers twice, or with a part first: what came last is what it answered.
        var result = Content(message, place);
        var status = ToolStatusText.Of(result);
        if (TranscriptReader.Text(message, "status", wrong) is { } named
            && !Enum.TryParse(named.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out status))
        {
            wrong.Add($"{place}: found the status \"{named}\"; expected answered, timed_out, failed, unknown_tool, bad_arguments or not_run");
        }

        entries[at] = ran with
        {
            Status = status,
            ResultJson = result,
            AtNs = Instant(message, "at_ms", place) ?? ran.AtNs,
            UntilNs = Instant(message, "until_ms", place) ?? ran.UntilNs,
            Interrupted = message.TryGetProperty("interrupted", out var flag) && flag.ValueKind == JsonValueKind.True,
            Changes = Changes(message, place),
        };
    }

    private List<RecordChange> Changes(JsonElement message, string place)
    {
        var changes = new List<RecordChange>();
        if (!message.TryGetProperty("changes", out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return changes;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            wrong.Add($"{place}: found {TranscriptReader.Shown(list)} for `changes`; expected a list");
            return changes;
        }

        foreach (var change in list.EnumerateArray())
        {
            if (change.ValueKind != JsonValueKind.Object)
            {
                wrong.Add($"{place}: found {TranscriptReader.Shown(change)} among `changes`; expected an object");
                continue;
            }

            changes.Add(new RecordChange(
                TranscriptReader.Text(change, "table", wrong) ?? "", TranscriptReader.Text(change, "key", wrong) ?? "",
                TranscriptReader.Text(change, "before", wrong), TranscriptReader.Text(change, "after", wrong)));
        }

        return changes;
    }

    // A text, or a list of parts of which those of type text count.
    private string Content(JsonElement message, string place)
    {
        if (!message.TryGetProperty("content", out var content) || content.ValueKind == JsonValueKind.Null)
        {
            return "";
        }

        if (content.ValueKind == JsonValueKind.String)
        {
            return content.GetString()!;
        }

        if (content.ValueKind == JsonValueKind.Array)
        {
            return string.Concat(content.EnumerateArray().Select(static part =>
                part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text)
                    && text.ValueKind == JsonValueKind.String ? text.GetString() : ""));
        }

        wrong.Add($"{place}: found {TranscriptReader.Shown(content)} for `content`; expected a text or a list of parts");
        return "";
    }

    private List<string> Texts(JsonElement message, string key)
    {
        if (!message.TryGetProperty(key, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().All(static one => one.ValueKind == JsonValueKind.String))
        {
            return [.. list.EnumerateArray().Select(static one => one.GetString()!)];
        }

        wrong.Add($"found {TranscriptReader.Shown(list)} for `{key}`; expected a list of texts");
        return [];
    }

    private long? Instant(JsonElement message, string key, string place)
    {
        var instant = Number(message, key, place) is { } ms ? (long?)decimal.Round(ms * 1_000_000m) : null;
        LengthNs = instant is { } ns && ns > (LengthNs ?? 0) ? ns : LengthNs;
        return instant;
    }

    private decimal? Number(JsonElement message, string key, string place)
    {
        if (!message.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            && number is >= 0 and < 1_000_000_000)
        {
            return number;
        }

        wrong.Add($"{place}: found {TranscriptReader.Shown(value)} for `{key}`; expected a number from 0");
        return null;
    }
}
