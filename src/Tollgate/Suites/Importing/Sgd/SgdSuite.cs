using Tollgate.Input;
using Tollgate.Values;

namespace Tollgate.Suites.Importing.Sgd;

/// <summary>What the dialogues have in common: an agent for services that go together, a tool for an intent.</summary>
internal static class SgdSuite
{
    // The data set's own dialogues are of this day.
    private static readonly DateTime Now = new(2019, 3, 1, 8, 0, 0);

    /// <summary>
    /// The tool that says what of an intent can be had; the data set's services say so when they refuse.
    /// </summary>
    public static string OptionsOf(string tool) => tool + "_options";

    public static ImportedSuite Of(
        IReadOnlyList<SgdDialogue> dialogues, IReadOnlyList<SgdService> services, ImportOptions options)
    {
        var suite = new ImportedSuite
        {
            Name = options.Name ?? "sgd",
            Source = "Made of dialogues of Schema-Guided Dialogue (google-research-datasets), CC BY-SA 4.0.",
            About = "Callers who want what the users of the Schema-Guided Dialogue data set want.",
            Now = Now,
            Noise = options.Noise,
        };
        foreach (var service in services.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            foreach (var intent in service.Intents)
            {
                AddTools(suite, service, intent);
            }

            foreach (var slot in service.Slots.Values)
            {
                Declare(suite, slot);
            }
        }

        var day = Now.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
        foreach (var of in dialogues.DistinctBy(dialogue => string.Join(' ', dialogue.Services)))
        {
            var own = services.Where(service => of.Services.Contains(service.Name))
                .OrderBy(service => service.Name, StringComparer.Ordinal).ToList();
            var about = string.Join(" ", own.Select(service => service.Description.TrimEnd('.') + "."));
            suite.Agents[string.Join("_and_", of.Services.Select(SgdIntent.Snake))] = new ImportedAgent(
                about,
                $"You help callers on the telephone. {about} Today is {day}. Ask for what a tool needs, read back what changes "
                + "something before you do it, and say so where nothing was found.",
                [.. own.SelectMany(service => service.Intents.Select(intent => intent.ToolOf(service)))
                    .SelectMany(tool => new[] { tool, OptionsOf(tool) })]);
        }

        return suite;
    }

    // A name alone would make a code of a phone number, and a time of "transfer_time: 3 days".
    private static void Declare(ImportedSuite suite, SgdSlot slot)
    {
        var kind = slot.Name.EndsWith("phone_number", StringComparison.Ordinal) ? "phone"
            : slot.Kind == ValueKind.Text && slot.Name.Split('_')[^1] is "time" or "date" or "day" ? "other"
            : null;
        if (kind is not null)
        {
            suite.Slots[slot.Name] = new OrderedDictionary<string, object>
            {
                ["kind"] = new YamlText.Plain(kind), ["words"] = new[] { slot.Name.Replace('_', ' ') },
            };
        }
    }

    private static void AddTools(ImportedSuite suite, SgdService service, SgdIntent intent)
    {
        var tool = intent.ToolOf(service);
        suite.Tables[tool] = new()
        {
            ["key"] = new YamlText.Plain("id"),
            ["compare"] = new OrderedDictionary<string, object>(service.Slots.Values.Select(slot =>
                KeyValuePair.Create(slot.Name, (object)Rule(slot)))),
        };
        suite.Tools[tool] = Tool(service, intent, tool, intent.HasEffect ? "update" : "find", false);
        if (intent.HasEffect)
        {
            suite.Tools[tool]["set_to"] = new OrderedDictionary<string, object> { ["status"] = "done" };
            suite.Tools[OptionsOf(tool)] = Tool(service, intent, tool, "find", true);
        }
    }

    private static OrderedDictionary<string, object> Tool(
        SgdService service, SgdIntent intent, string table, string action, bool options)
    {
        var arguments = new OrderedDictionary<string, object>();
        foreach (var name in intent.Arguments.Distinct())
        {
            var slot = service.Slots.TryGetValue(name, out var known) ? known : new SgdSlot(name, name, []);
            var schema = new OrderedDictionary<string, object> { ["type"] = "string", ["description"] = slot.Description };
            if (slot.Values.Count > 0)
            {
                schema["enum"] = slot.Values;
            }

            if (slot.Kind is ValueKind.Date or ValueKind.Time)
            {
                schema["format"] = slot.Kind == ValueKind.Date ? "date" : "time";
            }

            schema["compare"] = Rule(slot);
            if (options || intent.Optional.Contains(name))
            {
                schema["optional"] = true;
            }

            arguments[name] = schema;
        }

        var about = intent.Description.Length > 0 ? intent.Description.TrimEnd('.') : intent.Name;
        return new OrderedDictionary<string, object>
        {
            ["about"] = options ? $"Look up what can be had: {about}." : about + ".",
            ["arguments"] = arguments,
            [action] = new YamlText.Plain(table),
            ["where"] = intent.Arguments.Distinct().Select(name => new YamlText.Plain(name)),
        };
    }

    private static YamlText.Plain Rule(SgdSlot slot) => new(SnakeCase.Of(slot.Kind));
}
