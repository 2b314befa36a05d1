using Tollgate.Input;

namespace Tollgate.Suites.Importing.Sgd;

/// <summary>
/// Turns dialogues of the Schema-Guided Dialogue data set into a suite of briefs: a service is an agent, an intent a
/// tool and a wish, the values of its last call the caller's facts, what it found the records, a call that found
/// nothing or failed what is missing. The services of one dialogue are one agent, since the data set's system is one.
/// </summary>
/// <remarks>
/// An intent that changes something updates a record of what could be had (<c>status: open</c>), so that what the data
/// set's service refused is not there. Deterministic.
/// </remarks>
internal static class SgdImport
{
    private const string SchemaFile = "schema.json";
    private const string DialoguesFile = "dialogues.json";

    /// <param name="schemaJson">The data set's <c>schema.json</c>.</param>
    /// <param name="dialoguesJson">Dialogues, a JSON array.</param>
    /// <param name="options">What of them becomes a suite.</param>
    public static ImportResult Convert(string schemaJson, string dialoguesJson, ImportOptions options)
    {
        var errors = new List<InputError>();
        var schemas = DataText.Parse(schemaJson, SchemaFile, JsonValueKind.Array, errors);
        var all = DataText.Parse(dialoguesJson, DialoguesFile, JsonValueKind.Array, errors);
        if (schemas is null || all is null)
        {
            return new ImportResult("", 0, 0, errors);
        }

        var services = new Dictionary<string, SgdService>(StringComparer.Ordinal);
        foreach (var (index, schema) in schemas.Value.EnumerateArray().Index())
        {
            Try(SchemaFile, DataText.NameOf(schema, "service_name"), index, errors, () =>
            {
                var service = SgdService.Read(schema);
                services[service.Name] = service;
                return null;
            });
        }

        SgdSlots.Note(services, all.Value);
        var records = new Dictionary<(string, string), ImportedRow>();
        var dialogues = new List<SgdDialogue>();
        var calls = new List<ImportedCall>();
        var taken = all.Value.EnumerateArray().Take(options.Most ?? int.MaxValue).ToList();
        foreach (var (index, json) in taken.Index())
        {
            var origin = DataText.NameOf(json, "dialogue_id");
            Try(DialoguesFile, origin, index, errors, () =>
            {
                var dialogue = SgdDialogue.Read(json, services);
                if (dialogues.Exists(other => other.Name == dialogue.Name))
                {
                    return "there is a dialogue of this name already; expected one of its own";
                }

                calls.Add(new SgdWishes(dialogue, new SgdRows(records)).Read(origin));
                dialogues.Add(dialogue);
                return null;
            });
        }

        var suite = SgdSuite.Of(dialogues, [.. services.Values], options);
        var (yaml, count) = SuiteDryRun.Run(suite, [.. calls.Zip(dialogues, (call, dialogue) =>
            call with { Without = [.. Others(call, dialogue, records.Values)] })], errors);
        return new ImportResult(yaml, count, taken.Count, errors);
    }

    // Records of other dialogues that fit what a service of this one was asked.
    private static HashSet<(string Table, string Key)> Others(
        ImportedCall call, SgdDialogue dialogue, IReadOnlyCollection<ImportedRow> all)
    {
        var own = call.Rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from goal in dialogue.Goals
            from one in goal.Calls
            from row in all
            where row.Table == goal.Tool && !own.Contains(row.Key) && one.Parameters.All(given =>
                row.Fields.GetValueOrDefault(given.Key, given.Value) as string == given.Value)
            select (row.Table, row.Key),
        ];
    }

    private static void Try(string file, string name, int index, List<InputError> errors, Func<string?> read)
    {
        if (DataText.Try(read) is { } problem)
        {
            errors.Add(new InputError(file, null, null, $"{(name.Length > 0 ? name : $"entry {index + 1}")}: {problem}"));
        }
    }
}
