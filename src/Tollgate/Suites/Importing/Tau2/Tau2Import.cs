using System.Text.RegularExpressions;
using Tollgate.Input;

namespace Tollgate.Suites.Importing.Tau2;

/// <summary>
/// Turns tasks of a domain of tau2-bench into a suite of briefs: why the user calls becomes what the caller says, the
/// calls that the task expects what must come of it, the policy the agent's system text. What needs more than records
/// that are found, changed and put in is left out and counted. Deterministic.
/// </summary>
internal static partial class Tau2Import
{
    private const string TasksFile = "tasks.json";
    private const string DatabaseFile = "db.json";

    /// <param name="tasksJson">The domain's <c>tasks.json</c>.</param>
    /// <param name="databaseJson">The domain's <c>db.json</c>; null where its database is in another form.</param>
    /// <param name="policy">The domain's policy.</param>
    /// <param name="options">What of them becomes a suite.</param>
    public static ImportResult Convert(string tasksJson, string? databaseJson, string policy, ImportOptions options)
    {
        var errors = new List<InputError>();
        var all = DataText.Parse(tasksJson, TasksFile, JsonValueKind.Array, errors);
        JsonElement? db = databaseJson is null ? JsonElement.Parse("{}")
            : DataText.Parse(databaseJson, DatabaseFile, JsonValueKind.Object, errors);
        if (all is null || db is null)
        {
            return new ImportResult("", 0, 0, errors);
        }

        var database = Tau2Database.Read(db.Value);
        var read = all.Value.EnumerateArray().Take(options.Most ?? int.MaxValue).ToList();
        var tasks = new List<Tau2Task>();
        foreach (var (index, json) in read.Index())
        {
            if (DataText.Try(() =>
            {
                tasks.Add(Tau2Task.Read(json));
                return tasks.SkipLast(1).Any(other => other.Id == tasks[^1].Id)
                    ? "there is a task of this name already; expected one of its own"
                    : null;
            }) is { } problem)
            {
                var name = DataText.NameOf(json, "id");
                errors.Add(new InputError(TasksFile, null, null, $"{(name.Length > 0 ? name : $"entry {index + 1}")}: {problem}"));
            }
        }

        tasks = [.. tasks.DistinctBy(task => task.Id)];
        var tools = new Tau2Tools(database);
        tools.Read(tasks.SelectMany(task => task.Actions));
        var domain = DataText.Name(tasks.Select(task => task.Domain).FirstOrDefault(one => one.Length > 0) ?? "tau2", 30);
        var calls = new Tau2Calls(domain, database, tools, policy);
        var taken = tasks.Select(calls.Read).OfType<ImportedCall>().ToList();
        var (yaml, count) = SuiteDryRun.Run(Suite(domain, database, tools, policy, options), taken, errors);
        return new ImportResult(yaml, count, read.Count, errors) { Reasons = calls.Reasons };
    }

    private static ImportedSuite Suite(
        string domain, Tau2Database database, Tau2Tools tools, string policy, ImportOptions options)
    {
        var suite = new ImportedSuite
        {
            Name = options.Name ?? domain,
            Source = "Made of tasks of tau2-bench (sierra-research), MIT License, copyright (c) 2025 Sierra Research.",
            About = $"Callers who want what the users of the {domain} domain of tau2-bench want.",
            Now = Moment().Match(policy) is { Success: true } now && DateTime.TryParseExact(
                now.Groups[1].Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                    ? moment
                    : new DateTime(2024, 5, 15, 15, 0, 0),
            Noise = options.Noise,
        };

        // Names of accounts are said as they are, not letter by letter.
        suite.Slots["user_id"] = new OrderedDictionary<string, object>
        {
            ["kind"] = new YamlText.Plain("other"), ["words"] = new[] { "user id", "username", "user name" },
        };
        foreach (var table in database.Tables)
        {
            var rules = table.Fields.Select(field => (field, Rule: Tau2Tools.RuleOf(field)))
                .Where(one => one.Rule is not null && one.Rule.Word != "any")
                .Select(one => KeyValuePair.Create(one.field, (object)one.Rule!)).ToList(); // Where has seen it.
            suite.Tables[table.Name] = new()
            {
                ["key"] = table.Key, ["compare"] = new OrderedDictionary<string, object>(rules),
            };
        }

        foreach (var table in tools.Requests)
        {
            suite.Tables[table] = new() { ["key"] = "id" };
        }

        foreach (var tool in tools.All.Where(tool => tool.Body is not null))
        {
            suite.Tools[tool.Name] = tool.Body!; // Where has seen it.
        }

        suite.Agents[domain] = new ImportedAgent(
            $"The {domain} desk.", "You help callers on the telephone.\n\n" + policy, [.. suite.Tools.Keys]);
        return suite;
    }

    [GeneratedRegex(@"current time is (\d{4}-\d\d-\d\d \d\d:\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
