using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>Reads what a tool does to the records.</summary>
internal static class BackendReader
{
    /// <param name="draft">The suite; its tables are read.</param>
    /// <param name="at">The tool's name.</param>
    /// <param name="map">The tool.</param>
    /// <param name="schema">Its arguments; null where they are wrong.</param>
    /// <param name="action">The key of its action; null where there is none.</param>
    public static ToolBackend Read(ReadContext draft, YamlNode at, YamlMap map, ReadSchema? schema, string? action)
    {
        if (action is null || !SnakeCase.TryParse<BackendAction>(action, out var kind))
        {
            return new ToolBackend(BackendAction.Answer);
        }

        if (kind == BackendAction.Answer)
        {
            var answer = map.ValueOf("answer")!; // The action is one of the keys that are there.
            if (answer.Entries is null)
            {
                draft.Fail(answer, $"found {answer.Kind}; expected a mapping, which is answered as a JSON object");
            }

            return new ToolBackend(kind) { Answer = YamlJson.Of(answer) };
        }

        if (draft.Known(map.ValueOf(action), "table", draft.Tables.Keys) is not { } name)
        {
            return new ToolBackend(kind);
        }

        var table = draft.Tables[name];
        if (kind is BackendAction.Update or BackendAction.Delete && map.ValueOf("where") is not { Items.Count: > 0 }
            and not { Entries.Count: > 0 })
        {
            draft.Fail(map.KeyAt("where"), $"the tool has no `where`; expected the fields that name the record to "
                + action);
        }

        return new ToolBackend(kind)
        {
            Table = name,
            Where = Pairs(draft, map.ValueOf("where"), schema, table),
            Only = table.Values(draft, map.ValueOf("only")),
            Set = Pairs(draft, map.ValueOf("set"), schema, table),
            SetTo = table.Values(draft, map.ValueOf("set_to")),
            KeyPrefix = map.Text("key_prefix") ?? "",
            Requires = Requires(draft, map.ValueOf("requires"), schema),
            Return = [.. draft.Items(map.ValueOf("return"), "a list of fields")
                .Where(item => table.IsField(draft, item)).Select(item => item.Text!)], // IsField has seen a text.
            Answer = map.ValueOf("adds") is { } adds ? YamlJson.Of(adds) : null,
        };
    }

    // [a, b] is { a: a, b: b }.
    private static Dictionary<string, string> Pairs(
        ReadContext draft, YamlNode? node, ReadSchema? schema, TableDraft table)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is null)
        {
            return pairs;
        }

        var given = node.Items is { } items ? items.Select(item => (item, item))
            : draft.Entries(node, "fields, or { field: argument }").Select(entry => (entry.Key, entry.Value));
        foreach (var (field, argument) in given)
        {
            var known = table.IsField(draft, field);
            if (IsArgument(draft, argument, schema) && known)
            {
                pairs[field.Text!] = argument.Text!; // Both have been seen to be texts.
            }
        }

        return pairs;
    }

    private static Dictionary<string, string> Requires(ReadContext draft, YamlNode? node, ReadSchema? schema)
    {
        var requires = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (argument, at, table) in draft.Entries(node, "arguments with the tables whose keys they are"))
        {
            if (IsArgument(draft, at, schema) && draft.Known(table, "table", draft.Tables.Keys) is { } known)
            {
                requires[argument] = known;
            }
        }

        return requires;
    }

    private static bool IsArgument(ReadContext draft, YamlNode node, ReadSchema? schema)
    {
        if (schema is null)
        {
            return false;
        }

        return draft.Known(node, "argument", [.. schema.Properties.Keys]) is not null;
    }
}
