using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the tools and their backends.</summary>
internal static class ToolReader
{
    public static string[] Keys { get; } =
    [
        "about", "arguments", "schema", "compare", "find", "insert", "update", "delete", "answer", "where", "only",
        "set", "set_to", "key_prefix", "requires", "return", "adds", "latency", "timeout", "decoy",
    ];

    private static readonly string[] Actions = ["find", "insert", "update", "delete", "answer"];

    // Which keys say something only beside which action.
    private static readonly (string Key, string[] With)[] Belongs =
    [
        ("where", ["find", "update", "delete"]), ("only", ["find", "update", "delete"]), ("set", ["insert", "update"]),
        ("set_to", ["insert", "update"]), ("key_prefix", ["insert"]), ("return", ["find", "insert", "update", "delete"]),
        ("requires", ["find", "insert", "update", "delete"]), ("adds", ["find", "insert", "update", "delete"]),
    ];

    public static void Read(ReadContext draft, YamlNode? tools)
    {
        var read = new List<(YamlNode At, YamlMap Map)>();
        foreach (var (name, at, value) in draft.Entries(tools, "tools by name"))
        {
            draft.Tools[name] = null;
            SuiteRootReader.CheckName(draft, at, "a tool's name");
            if (Transfer.IsTransfer(name, out _))
            {
                draft.Fail(at, $"found the name `{name}`; expected another, since a handoff has it");
            }

            if (YamlMap.Of(draft.Context, value, "a tool", Keys) is { } map)
            {
                read.Add((at, map));
                NoteWritten(draft, map);
            }
        }

        foreach (var (at, map) in read)
        {
            draft.Tools[at.Text!] = ReadOne(draft, at, map); // Entries gives texts.
        }
    }

    /// <summary>
    /// A tool that no wish looks up with or calls is a wish that was forgotten, unless it is there to be left alone.
    /// </summary>
    public static void CheckUsed(ReadContext draft, YamlNode? tools, YamlNode? wishes)
    {
        var used = (wishes?.Entries ?? []).SelectMany(wish => wish.Value.Entries ?? [])
            .Where(entry => entry.Key.Text is "does" or "looks_up").SelectMany(entry => entry.Value.Items ?? [])
            .SelectMany(call => call.Entries ?? []).Select(call => call.Key.Text).ToHashSet(StringComparer.Ordinal);

        // Where there are no calls at all, that was said.
        foreach (var (key, _) in (tools?.Entries ?? []).Where(tool => used.Count > 0 && !used.Contains(tool.Key.Text)
            && !IsDecoy(tool.Value)))
        {
            draft.Fail(key, $"no wish looks anything up with the tool `{ReadContext.Shown(key.Text ?? key.Kind)}`, or calls it; "
                + "expected a wish that does, or `decoy: true`");
        }
    }

    private static bool IsDecoy(YamlNode tool) =>
        (tool.Entries ?? []).Exists(entry => entry is { Key.Text: "decoy", Value.Text: "true" });

    // What tools write are fields too, whether or not a record has them at the start.
    private static void NoteWritten(ReadContext draft, YamlMap map)
    {
        var action = Actions.FirstOrDefault(map.Has);
        if (action is null || !draft.Tables.TryGetValue(map.ValueOf(action)?.Text ?? "", out var table))
        {
            return;
        }

        foreach (var key in new[] { "set", "set_to" })
        {
            table.Fields.UnionWith((map.ValueOf(key)?.Entries?.Select(entry => entry.Key.Text)
                ?? map.ValueOf(key)?.Items?.Select(item => item.Text) ?? []).OfType<string>());
        }
    }

    private static SuiteTool? ReadOne(ReadContext draft, YamlNode at, YamlMap map)
    {
        var before = draft.Context.Errors.Count;
        var about = map.Verbatim("about") ?? "";
        var (schema, rules) = ToolSchemaReader.Read(draft, at, map);
        var backend = BackendReader.Read(draft, at, map, schema, ActionOf(draft, at, map));
        map.Flag("decoy");
        var (from, to) = ReadLatency(draft, map);
        var name = at.Text!; // Entries gives texts.
        var tool = new SuiteTool(name, about, schema?.Text ?? "", backend) { Rules = rules };
        tool = tool with
        {
            LatencyFrom = from ?? tool.LatencyFrom,
            LatencyTo = to ?? tool.LatencyTo,
            Timeout = map.Duration("timeout") ?? tool.Timeout,
        };
        if (tool.Timeout <= tool.LatencyTo && draft.Context.Errors.Count == before)
        {
            draft.Fail(map.KeyAt("timeout"), $"found a time-out of {Durations.Format(tool.Timeout)}, no longer than the "
                + $"latency of up to {Durations.Format(tool.LatencyTo)}; expected a longer one, since faults are stated");
        }

        return draft.Context.Errors.Count == before ? tool : null;
    }

    private static string? ActionOf(ReadContext draft, YamlNode at, YamlMap map)
    {
        var given = Actions.Where(map.Has).ToList();
        if (given.Count != 1)
        {
            var found = given.Count == 0 ? "none" : string.Join(" and ", given.Select(key => $"`{key}`"));
            draft.Fail(given.Count == 0 ? at : map.KeyAt(given[1]),
                $"found {found}; expected one of find, insert, update, delete and answer");
            return given.FirstOrDefault();
        }

        foreach (var (key, with) in Belongs.Where(one => map.Has(one.Key) && !one.With.Contains(given[0])))
        {
            draft.Fail(map.KeyAt(key), $"`{key}` stands beside `{given[0]}`, where it means nothing; expected it beside "
                + string.Join(" or ", with.Select(word => $"`{word}`")));
        }

        return given[0];
    }

    private static (TimeSpan? From, TimeSpan? To) ReadLatency(ReadContext draft, YamlMap map)
    {
        const string Expected = "a duration such as 300ms, or two such as 300ms..900ms";
        if (map.ValueOf("latency") is not { } node || draft.Word(node, Expected) is not { } text)
        {
            return (null, null);
        }

        var parts = text.Split("..");
        if (parts.Length <= 2 && Durations.TryParse(parts[0].Trim(), out var from)
            && Durations.TryParse(parts[^1].Trim(), out var to) && from <= to)
        {
            return (from, to);
        }

        draft.Fail(node, $"found {YamlContext.Quote(text)}; expected {Expected}");
        return (null, null);
    }
}
