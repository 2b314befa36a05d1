using System.Text.Json;
using Tollgate.Unicode;
using Tollgate.Yaml;

namespace Tollgate.Suites.Sgd;

/// <summary>
/// Turns dialogues of the Schema-Guided Dialogue data set into a suite: a service is an agent, an intent a tool, a
/// service call an expected call, its results the records that are there, a call without results a missing record. The
/// services of one dialogue are one agent, since the data set's system is one.
/// </summary>
/// <remarks>
/// An intent that changes something updates a record of what could be had (<c>status: open</c>), so that what the data
/// set's service refused is not there. Deterministic.
/// </remarks>
public static class SgdImport
{
    /// <param name="schemaJson">The data set's <c>schema.json</c>.</param>
    /// <param name="dialoguesJson">Dialogues, a JSON array.</param>
    /// <param name="options">What of them becomes a suite.</param>
    /// <returns>
    /// The suite, which reads without errors, and why the dialogues that are not in it could not be turned; empty where
    /// nothing could.
    /// </returns>
    public static (string Yaml, IReadOnlyList<InputError> Errors) Convert(
        string schemaJson, string dialoguesJson, SgdOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = new List<InputError>();
        if (Parse(schemaJson, "schema.json", errors) is not { } schemas
            || Parse(dialoguesJson, "dialogues.json", errors) is not { } dialogues)
        {
            return ("", errors);
        }

        var services = new Dictionary<string, SgdService>(StringComparer.Ordinal);
        foreach (var schema in schemas.EnumerateArray())
        {
            Try("schema.json", Name(schema, "service_name"), errors, () =>
            {
                var service = SgdService.Read(schema);
                services[service.Name] = service;
                return "";
            });
        }

        SgdSlots.Note(services, dialogues);
        var sessions = new List<SgdSession>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dialogue in dialogues.EnumerateArray().Take(options.Most ?? int.MaxValue))
        {
            Try("dialogues.json", Name(dialogue, "dialogue_id"), errors, () =>
            {
                var session = SgdSession.Read(dialogue, services);
                if (!names.Add(session.Name))
                {
                    return "there is a dialogue of this name already; expected one of its own";
                }

                // Alone it shows what is wrong with it; together they must have nothing wrong.
                var alone = SuiteReader.Read(SgdWriter.Write([session], services, options), "it");
                if (alone.Errors.Count > 0)
                {
                    return alone.Errors[0].Message;
                }

                sessions.Add(session);
                return "";
            });
        }

        return (sessions.Count == 0 ? "" : SgdWriter.Write(sessions, services, options), errors);
    }

    private static void Try(string file, string name, List<InputError> errors, Func<string> read)
    {
        string problem;
        try
        {
            problem = read();
        }
        catch (Exception thrown) when (thrown is KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException)
        {
            problem = $"it is not of the data set's form ({thrown.Message})";
        }

        if (problem.Length > 0)
        {
            errors.Add(new InputError(file, null, null, $"{(name.Length > 0 ? name : "an entry")}: {problem}"));
        }
    }

    private static string Name(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out var name) ? name.ToString() : "";

    private static JsonElement? Parse(string text, string file, List<InputError> errors)
    {
        try
        {
            var json = JsonElement.Parse(WellFormed.Json(text).Span);
            if (json.ValueKind == JsonValueKind.Array)
            {
                return json;
            }

            errors.Add(new InputError(file, 1, 1, $"found {json.ValueKind}; expected an array"));
        }
        catch (JsonException thrown)
        {
            errors.Add(new InputError(file, (int?)thrown.LineNumber + 1, null, "the file is no JSON; expected an array"));
        }

        return null;
    }
}
