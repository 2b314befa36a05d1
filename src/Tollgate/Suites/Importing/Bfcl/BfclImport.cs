using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tollgate.Input;

namespace Tollgate.Suites.Importing.Bfcl;

/// <summary>
/// Turns questions of the Berkeley Function Calling Leaderboard into a suite of briefs: the question is what the
/// caller says, the right calls are what must come of it. What needs the data set's own machines, or has no call that
/// is right, is left out and counted. Deterministic.
/// </summary>
internal static class BfclImport
{
    private const string Machine = "have several turns on a machine of the data set's own";
    private const string NoCall = "have no answer with a call that is right";
    private const string Language = "have types of other languages";

    /// <param name="files">Files of questions and of answers, in any order.</param>
    /// <param name="options">What of them becomes a suite.</param>
    public static ImportResult Convert(IReadOnlyList<BfclFile> files, ImportOptions options)
    {
        var errors = new List<InputError>();
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = files.SelectMany(file => Lines(file, errors)).ToList();
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (_, _, json) in lines.Where(line => line.Json.TryGetProperty("ground_truth", out _)))
        {
            answers[DataText.NameOf(json, "id")] = json.GetProperty("ground_truth");
        }

        var questions = lines.Where(line => !line.Json.TryGetProperty("ground_truth", out _))
            .Take(options.Most ?? int.MaxValue).ToList();
        var tools = new BfclTools();
        var suite = new ImportedSuite
        {
            Name = options.Name ?? "bfcl",
            Source = "Made of the Berkeley Function Calling Leaderboard (gorilla, UC Berkeley), Apache License 2.0.",
            About = "Callers who ask what the questions of the Berkeley Function Calling Leaderboard ask.",
            Now = new DateTime(2025, 1, 6, 9, 0, 0),
            Noise = options.Noise,
            Tools = tools.All,
        };
        var calls = new List<ImportedCall>();
        foreach (var (file, line, json) in questions)
        {
            var problem = DataText.Try(() =>
            {
                var entry = BfclEntry.Read(json, file);
                if (calls.Exists(other => other.Origin == entry.Id))
                {
                    return "there is an entry of this name already; expected one of its own";
                }

                var reason = entry.HasMachine ? Machine : !answers.ContainsKey(entry.Id) ? NoCall
                    : HasForeignTypes(entry) ? Language : null;
                if (reason is not null)
                {
                    reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                    return null;
                }

                calls.Add(Call(suite, tools, entry, answers[entry.Id]));
                return null;
            });
            if (problem is not null)
            {
                var name = DataText.NameOf(json, "id");
                errors.Add(new InputError(file, line, null, name.Length > 0 ? $"{name}: {problem}" : problem));
            }
        }

        foreach (var (name, tool) in tools.All)
        {
            suite.Tables[name] = new() { ["key"] = "call_number", ["compare"] = tool["compare"] };
        }

        var (yaml, count) = SuiteDryRun.Run(suite, calls, errors);
        return new ImportResult(yaml, count, questions.Count, errors)
        {
            Reasons = [.. reasons.OrderByDescending(one => one.Value).Select(one => (one.Key, one.Value))],
        };
    }

    private static IEnumerable<(string File, int Line, JsonElement Json)> Lines(BfclFile file, List<InputError> errors)
    {
        var found = false;
        foreach (var (index, line) in file.Text.Split('\n').Index().Where(one => !string.IsNullOrWhiteSpace(one.Item)))
        {
            found = true;
            if (DataText.Parse(line, file.Name, JsonValueKind.Object, errors, index + 1) is { } json)
            {
                yield return (file.Name, index + 1, json);
            }
        }

        if (!found)
        {
            errors.Add(new InputError(file.Name, null, null, "the file is empty; expected JSON lines"));
        }
    }

    private static bool HasForeignTypes(BfclEntry entry)
    {
        try
        {
            return entry.Functions.Where(function => function.ValueKind == JsonValueKind.Object)
                .Any(function => function.TryGetProperty("parameters", out var parameters)
                    && parameters.ValueKind == JsonValueKind.Object && BfclSchema.Of(parameters).Count == 0);
        }
        catch (FormatException)
        {
            return true;
        }
    }

    private static ImportedCall Call(ImportedSuite suite, BfclTools tools, BfclEntry entry, JsonElement answer)
    {
        if (entry.Question.Length == 0 || answer.ValueKind != JsonValueKind.Array || answer.GetArrayLength() == 0)
        {
            throw new FormatException("found no question, or no call in its answer; expected both");
        }

        var functions = entry.Functions.ToDictionary(
            one => DataText.Text(one, "name"), one => (Json: one, Tool: tools.Add(one)));
        var does = answer.EnumerateArray().SelectMany(call => call.EnumerateObject())
            .Select(call => functions.TryGetValue(call.Name, out var function) ? (function, call.Value)
                : throw new FormatException($"its answer calls `{call.Name}`, which is none of its functions")).ToList();
        var name = DataText.Name(entry.Id);
        suite.Agents[name] = new ImportedAgent(
            "Answers questions.",
            "You help callers on the telephone with what your tools can do."
                + (entry.System.Length > 0 ? "\n\n" + entry.System : ""),
            [.. functions.Values.Select(function => function.Tool).Distinct()]);
        return new ImportedCall(name, entry.Id, entry.File)
        {
            Agent = name,
            Wishes =
            [
                new ImportedWish(name, new OrderedDictionary<string, object>
                {
                    ["about"] = entry.Id,
                    ["agents"] = new[] { new YamlText.Plain(name) },
                    ["opens"] = entry.Question,
                    ["facts"] = Facts(entry, [.. does.Select(call => call.Value)]),
                    ["does"] = does.Select(call => (object)new OrderedDictionary<string, object>
                    {
                        [call.function.Tool] = Arguments(call.function.Json, call.Value),
                    }).ToList(),
                }),
            ],
        };
    }

    private static OrderedDictionary<string, object> Arguments(JsonElement function, JsonElement accepted)
    {
        var parameters = DataText.Property(function, "parameters", JsonValueKind.Object);
        var properties = DataText.Optional(parameters, "properties", JsonValueKind.Object);
        var required = DataText.Optional(parameters, "required", JsonValueKind.Array)?.EnumerateArray()
            .Select(one => one.ToString()).ToHashSet() ?? [];
        return new OrderedDictionary<string, object>(accepted.EnumerateObject().Select(argument =>
            KeyValuePair.Create(argument.Name, (object)new OrderedDictionary<string, object>
            {
                ["any_of"] = BfclValues.Of(argument.Value, !required.Contains(argument.Name))
                    .Select(value => value is null ? default : JsonSerializer.SerializeToElement(value))
                    .Where(value => value.ValueKind == JsonValueKind.Undefined || properties is not { } all
                        || !all.TryGetProperty(argument.Name, out var schema) || BfclSchema.Allows(schema, value))
                    .Select(value => (object)value).ToList() is { Count: > 0 } values ? values
                        : throw new FormatException($"its answer has no value of `{argument.Name}` that the function takes"),
            })));
    }

    // What stands in the question the caller knows. Two calls with different values of an argument ask for no single
    // one.
    private static OrderedDictionary<string, object> Facts(BfclEntry entry, IReadOnlyList<JsonElement> calls)
    {
        var facts = new OrderedDictionary<string, object>();
        foreach (var values in calls.SelectMany(call => call.EnumerateObject()).GroupBy(argument => argument.Name)
            .Where(one => DataText.Name(one.Key) == one.Key && one.Key != "changes"))
        {
            var said = values.Select(one => FirstOf(one.Value)).Distinct().ToList();
            if (said is [{ Length: > 0 } only] && Regex.IsMatch(
                entry.Question, $@"(?<!\w){Regex.Escape(only)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
            {
                facts[values.Key] = new OrderedDictionary<string, object>
                {
                    ["value"] = only, ["kind"] = new YamlText.Plain("other"),
                };
            }
        }

        return facts;
    }

    private static string FirstOf(JsonElement accepted) =>
        accepted.ValueKind == JsonValueKind.Array && accepted.GetArrayLength() > 0
            && accepted[0].ValueKind is JsonValueKind.String or JsonValueKind.Number ? accepted[0].ToString() : "";
}
