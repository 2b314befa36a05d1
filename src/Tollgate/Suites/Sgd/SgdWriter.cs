using System.Globalization;
using System.Text;
using Tollgate.Values;

namespace Tollgate.Suites.Sgd;

/// <summary>
/// Writes imported sessions as a suite's YAML. Every text stands in quotes, so that none can be taken for more.
/// </summary>
internal static class SgdWriter
{
    public static string Write(
        IReadOnlyList<SgdSession> sessions, IReadOnlyDictionary<string, SgdService> services, SgdOptions options)
    {
        var yaml = new StringBuilder();
        var used = sessions.SelectMany(session => session.Services).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(name => services[name].Intents.Select(intent => (services[name], intent))).ToList();
        Line(yaml, 0, "# Dialogues of Schema-Guided Dialogue (google-research-datasets), CC BY-SA 4.0.");
        Line(yaml, 0, $"suite: {Quoted(options.Name)}");
        Line(yaml, 0, "about: \"Dialogues of the Schema-Guided Dialogue data set.\"");
        Line(yaml, 0, $"now: {options.Now:yyyy-MM-dd HH:mm}");
        Line(yaml, 0, "records:");
        foreach (var (service, intent) in used)
        {
            WriteTable(yaml, service, intent);
        }

        Line(yaml, 0, "tools:");
        foreach (var (service, intent) in used)
        {
            WriteTool(yaml, service, intent);
        }

        Line(yaml, 0, "agents:");
        foreach (var session in sessions.DistinctBy(session => session.Agent)
            .OrderBy(session => session.Agent, StringComparer.Ordinal))
        {
            WriteAgent(yaml, session, services, options);
        }

        Line(yaml, 0, "sessions:");
        foreach (var session in sessions)
        {
            WriteSession(yaml, session, options);
        }

        return yaml.ToString();
    }

    private static void WriteTable(StringBuilder yaml, SgdService service, SgdIntent intent)
    {
        var slots = service.Slots.Values.Select(slot => $"{slot.Name}: {Rule(slot)}");
        Line(yaml, 1, $"{intent.ToolOf(service)}:");
        Line(yaml, 2, "key: id");
        Line(yaml, 2, $"compare: {{ {string.Join(", ", slots)} }}");
    }

    private static void WriteTool(StringBuilder yaml, SgdService service, SgdIntent intent)
    {
        var about = intent.Description.Length > 0 ? intent.Description : intent.Name;
        Line(yaml, 1, $"{intent.ToolOf(service)}:");
        Line(yaml, 2, $"about: {Quoted(about)}");
        Line(yaml, 2, "arguments:" + (intent.Arguments.Any() ? "" : " {}"));
        foreach (var name in intent.Arguments)
        {
            var slot = service.Slots.TryGetValue(name, out var known) ? known : new SgdSlot(name, name, []);
            var values = slot.Values.Count > 0 ? $", enum: [{string.Join(", ", slot.Values.Select(Quoted))}]" : "";
            var format = slot.Kind switch
            {
                ValueKind.Date => ", format: date",
                ValueKind.Time => ", format: time",
                _ => "",
            };
            var optional = intent.Optional.Contains(name) ? ", optional: true" : "";
            Line(yaml, 3, $"{name}: {{ type: string, description: {Quoted(slot.Description)}{values}{format}, "
                + $"compare: {Rule(slot)}{optional} }}");
        }

        Line(yaml, 2, $"{(intent.HasEffect ? "update" : "find")}: {intent.ToolOf(service)}");
        Line(yaml, 2, $"where: [{string.Join(", ", intent.Arguments)}]");
        if (intent.HasEffect)
        {
            Line(yaml, 2, "set_to: { status: done }");
        }
    }

    private static void WriteAgent(
        StringBuilder yaml, SgdSession session, IReadOnlyDictionary<string, SgdService> services, SgdOptions options)
    {
        var own = session.Services.Select(name => services[name]).ToList();
        var about = string.Join(" ", own.Select(service => service.Description.TrimEnd('.') + "."));
        var tools = own.SelectMany(service => service.Intents.Select(intent => intent.ToolOf(service)));
        var day = options.Now.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
        Line(yaml, 1, $"{session.Agent}:");
        Line(yaml, 2, $"about: {Quoted(about)}");
        Line(yaml, 2, "system: " + Quoted($"You help callers on the telephone. {about} Today is {day}. Ask for what a tool "
            + "needs, read back what changes something before you do it, and say so where nothing was found."));
        Line(yaml, 2, $"tools: [{string.Join(", ", tools)}]");
    }

    private static void WriteSession(StringBuilder yaml, SgdSession session, SgdOptions options)
    {
        Line(yaml, 1, $"- name: {Quoted(session.Name)}");
        Line(yaml, 2, $"starts_with: {session.Agent}");
        Line(yaml, 2, string.Create(CultureInfo.InvariantCulture, $"noise: {options.Noise}"));
        Line(yaml, 2, $"tags: [{string.Join(", ", session.Services.Select(Quoted))}]");
        WriteRecords(yaml, session);
        if (session.Missing.Count > 0)
        {
            Line(yaml, 2, "missing:");
            foreach (var (name, table, where) in session.Missing)
            {
                Line(yaml, 3, $"{name}: {{ {table}: {Mapping(where)} }}");
            }
        }

        // Lookups do no harm; the data set's system makes each once.
        var finds = session.Steps.SelectMany(step => step.Calls).Select(call => call.Tool).Distinct()
            .Where(tool => session.Taken.All(taken => taken.Table != tool)
                && session.Missing.All(missing => missing.Table != tool));
        Line(yaml, 2, $"may_call: [{string.Join(", ", finds)}]");
        if (session.Taken.Count > 0)
        {
            Line(yaml, 2, "records_after:");
            foreach (var (table, key) in session.Taken)
            {
                Line(yaml, 3, $"- {{ {table}: {{ id: {Quoted(key)} }}, fields: {{ status: done }} }}");
            }
        }

        Line(yaml, 2, "steps:");
        foreach (var step in session.Steps)
        {
            WriteStep(yaml, step);
        }
    }

    private static void WriteRecords(StringBuilder yaml, SgdSession session)
    {
        if (session.Records.Count == 0)
        {
            return;
        }

        Line(yaml, 2, "records:");
        foreach (var (table, rows) in session.Records)
        {
            Line(yaml, 3, $"{table}:");
            foreach (var row in rows)
            {
                Line(yaml, 4, $"- {Mapping(row)}");
            }
        }
    }

    private static void WriteStep(StringBuilder yaml, SgdStep step)
    {
        Line(yaml, 3, $"- say: {Quoted(step.Say)}");
        if (step.Entities.Count > 0)
        {
            Line(yaml, 4, $"entities: [{string.Join(", ", step.Entities.Select(Quoted))}]");
        }

        if (step.Asked.Count > 0)
        {
            Line(yaml, 4, $"asked: [{string.Join(", ", step.Asked.Select(Quoted))}]");
            Line(yaml, 4, "times: 1");
        }

        if (step.Calls.Count > 0)
        {
            Line(yaml, 4, "expect:");
            foreach (var (tool, arguments) in step.Calls)
            {
                var values = arguments.Select(one =>
                    $"{one.Key}: {{ any_of: [{string.Join(", ", one.Value.Select(Quoted))}] }}");
                Line(yaml, 5, $"- {tool}: {{ {string.Join(", ", values)} }}");
            }
        }

        if (step.Missing is { } missing)
        {
            Line(yaml, 4, $"missing: {missing}");
        }

        Line(yaml, 4, $"reply: {Quoted(step.Reply)}");
    }

    private static string Rule(SgdSlot slot) => Tollgate.Yaml.SnakeCase.Of(slot.Kind);

    private static string Mapping(IReadOnlyDictionary<string, string> fields) =>
        $"{{ {string.Join(", ", fields.Select(one => $"{one.Key}: {Quoted(one.Value)}"))} }}";

    // A JSON text is a YAML text in double quotes.
    private static string Quoted(string text) => RecordJson.Quoted(text);

    private static void Line(StringBuilder yaml, int depth, string text) =>
        yaml.Append(' ', depth * 2).Append(text).Append('\n');
}
