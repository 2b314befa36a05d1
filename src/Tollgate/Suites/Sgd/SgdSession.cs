using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tollgate.Values;

namespace Tollgate.Suites.Sgd;

/// <summary>A dialogue on its way to a session.</summary>
internal sealed class SgdSession
{
    private const int LongestWord = 80;

    private readonly IReadOnlyDictionary<string, SgdService> services;
    private readonly HashSet<string> rows = new(StringComparer.Ordinal);

    private SgdSession(string name, IReadOnlyList<string> used, IReadOnlyDictionary<string, SgdService> services)
    {
        Name = name;
        Services = used;
        this.services = services;
    }

    public string Name { get; }

    /// <summary>The names of its services, in the order of their names.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The agent that has the tools of all of them.</summary>
    public string Agent => string.Join("_and_", Services.Select(SgdIntent.Snake));

    public List<SgdStep> Steps { get; } = [];

    /// <summary>The records that are there, by table.</summary>
    public SortedDictionary<string, List<Dictionary<string, string>>> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>What is asked for and not there: the table and the fields.</summary>
    public List<(string Name, string Table, IReadOnlyDictionary<string, string> Where)> Missing { get; } = [];

    /// <summary>The records that are taken up: table and key.</summary>
    public List<(string Table, string Key)> Taken { get; } = [];

    /// <exception cref="FormatException">It has turns that are no conversation, or names what there is not.</exception>
    public static SgdSession Read(JsonElement dialogue, IReadOnlyDictionary<string, SgdService> services)
    {
        var used = dialogue.GetProperty("services").EnumerateArray().Select(one => one.ToString())
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (used.Find(name => !services.ContainsKey(name)) is { } unknown)
        {
            throw new FormatException($"there is no service `{unknown}` in the schema");
        }

        var session = new SgdSession(
            "d" + SgdIntent.Snake(dialogue.GetProperty("dialogue_id").ToString()), used, services);
        var turns = dialogue.GetProperty("turns").EnumerateArray().ToList();
        for (var i = 0; i < turns.Count; i += 2)
        {
            if (Speaker(turns[i]) != "USER" || i + 1 == turns.Count || Speaker(turns[i + 1]) != "SYSTEM")
            {
                throw new FormatException($"turn {i + 1} is not a user's with a system's after it");
            }

            session.Add(turns[i], turns[i + 1], i == 0 ? null : turns[i - 1]);
        }

        return session;
    }

    private static string Speaker(JsonElement turn) => turn.GetProperty("speaker").ToString();

    private static string Utterance(JsonElement turn) => turn.GetProperty("utterance").GetString() ?? "";

    private static IEnumerable<JsonElement> Frames(JsonElement turn) => turn.GetProperty("frames").EnumerateArray();

    private void Add(JsonElement user, JsonElement system, JsonElement? before)
    {
        var calls = new List<(string, IReadOnlyDictionary<string, IReadOnlyList<string>>)>();
        string? missing = null;
        foreach (var frame in Frames(system).Where(frame => frame.TryGetProperty("service_call", out _)))
        {
            missing = AddCall(frame, Variants(user, frame.GetProperty("service").ToString()), calls) ?? missing;
        }

        Steps.Add(new SgdStep(Utterance(user), Utterance(system))
        {
            Entities = Entities(user),
            Asked = before is { } asking ? Asked(asking) : [],
            Calls = calls,
            Missing = missing,
        });
    }

    private string? AddCall(
        JsonElement frame, IReadOnlyDictionary<string, IReadOnlyList<string>> variants,
        List<(string, IReadOnlyDictionary<string, IReadOnlyList<string>>)> calls)
    {
        var service = services[frame.GetProperty("service").ToString()];
        var call = frame.GetProperty("service_call");
        var method = call.GetProperty("method").ToString();
        var intent = service.Intents.FirstOrDefault(one => one.Name == method)
            ?? throw new FormatException($"the service {service.Name} has no intent `{method}`");
        var given = call.GetProperty("parameters").EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value.ToString());
        var table = intent.ToolOf(service);
        calls.Add((table, given.ToDictionary(
            one => one.Key, one => Values(service, one.Key, one.Value, variants))));
        var results = frame.TryGetProperty("service_results", out var list) ? list.EnumerateArray().ToList() : [];
        foreach (var result in results)
        {
            AddRow(table, given, result, intent.HasEffect);
        }

        return results.Count > 0 ? null : AddMissing(table, given);
    }

    // A service may give another time than it was asked for: found by the one, it says the other.
    private void AddRow(
        string table, Dictionary<string, string> given, JsonElement result, bool taken)
    {
        var row = result.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString());
        foreach (var (slot, value) in given)
        {
            if (row.TryGetValue(slot, out var other) && other != value)
            {
                row["confirmed_" + slot] = other;
            }

            row[slot] = value;
        }

        var all = Records.TryGetValue(table, out var there) ? there : Records[table] = [];
        if (rows.Add(table + JsonSerializer.Serialize(row)))
        {
            row["id"] = string.Create(CultureInfo.InvariantCulture, $"{table}-{all.Count + 1}");
            all.Add(row);
            if (taken)
            {
                row["status"] = "open";
                Taken.Add((table, row["id"]));
            }
        }
    }

    private string AddMissing(string table, Dictionary<string, string> given)
    {
        if (Missing.Find(one => one.Table == table && one.Where.Count == given.Count
            && one.Where.All(field => given.GetValueOrDefault(field.Key) == field.Value)) is { Name: { } known })
        {
            return known;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"missing_{Missing.Count + 1}");
        Missing.Add((name, table, given));
        return name;
    }

    // What the user said for it counts too, where it is free text: "Sipan" for its whole name.
    private static IReadOnlyList<string> Values(
        SgdService service, string slot, string value, IReadOnlyDictionary<string, IReadOnlyList<string>> variants) =>
        service.Slots.TryGetValue(slot, out var known) && known.Kind == ValueKind.Text
            && variants.TryGetValue(slot, out var said)
            ? [value, .. said.Where(one => one != value)]
            : [value];

    private static Dictionary<string, IReadOnlyList<string>> Variants(JsonElement user, string service) =>
        Frames(user).Where(frame => frame.GetProperty("service").ToString() == service && frame.TryGetProperty("state", out _))
            .SelectMany(frame => frame.GetProperty("state").GetProperty("slot_values").EnumerateObject())
            .GroupBy(slot => slot.Name)
            .ToDictionary(slot => slot.Key, slot => (IReadOnlyList<string>)[.. slot.First().Value.EnumerateArray()
                .Select(one => one.ToString())]);

    private static List<string> Entities(JsonElement user)
    {
        var text = Utterance(user);
        return [.. Frames(user).SelectMany(frame => frame.GetProperty("slots").EnumerateArray())
            .Select(slot => (From: slot.GetProperty("start").GetInt32(), To: slot.GetProperty("exclusive_end").GetInt32()))
            .Where(span => span.From >= 0 && span.From < span.To && span.To <= text.Length)
            .Select(span => text[span.From..span.To].Trim())
            .Where(words => words.Length > 0).Distinct()];
    }

    // What is asked for goes by the slot's words, what is read back by its value. The question itself stands for what a
    // schema's words do not say: "what city" for a location.
    private List<string> Asked(JsonElement system)
    {
        var text = Utterance(system);
        var patterns = new List<string>();
        foreach (var act in Frames(system).SelectMany(frame => frame.GetProperty("actions").EnumerateArray()))
        {
            var kind = act.GetProperty("act").ToString();
            if (kind == "REQUEST")
            {
                patterns.Add(string.Join(".?", act.GetProperty("slot").ToString().Split('_').Select(Regex.Escape)));
                patterns.AddRange(act.GetProperty("values").EnumerateArray().Select(value => Regex.Escape(value.ToString())));
            }
            else if (kind == "CONFIRM")
            {
                patterns.AddRange(act.GetProperty("values").EnumerateArray().Select(value => Regex.Escape(value.ToString())));
            }
        }

        if (patterns.Count > 0)
        {
            var question = text.Split('.', '!').Select(one => one.Trim())
                .LastOrDefault(one => one.EndsWith('?')) ?? text;
            patterns.Add(Regex.Escape(question.Length <= LongestWord ? question : question[..LongestWord]));
        }

        var usable = patterns.Where(pattern => pattern.Length > 2).Distinct().ToList();

        // A caller answers what is asked, not what was asked before: an answer to both is said in its turn.
        var any = new Regex(string.Join('|', usable), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return usable.Count > 0 && any.IsMatch(text) && !Steps.SkipLast(1).Any(step => any.IsMatch(step.Reply))
            ? usable
            : [];
    }
}
