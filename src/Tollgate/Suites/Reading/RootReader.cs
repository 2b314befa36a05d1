using System.Globalization;
using Tollgate.Suites.Briefs;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>Reads a suite from its root.</summary>
internal static class RootReader
{
    private const int MostSessions = 10_000;
    private const int LongestName = 64;

    private static readonly string[] Clarifications =
    [
        "Sorry, that is not what I asked. Can we go back to my question?",
        "I don't think that answers what I said. Could you look at it again?",
        "That's not it. Please help me with what I called about.",
    ];

    private static readonly string[] Moments =
        ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static string[] Keys { get; } =
    [
        "suite", "about", "now", "voice", "limits", "fault_rates", "clarifications", "post_call", "records", "tools",
        "agents", "fragments", "sessions", "slots", "callers", "wishes", "asides", "briefs", "population",
    ];

    // What says something only beside wishes.
    private static readonly string[] OfBriefs = ["slots", "callers", "wishes", "asides", "briefs", "population"];

    public static Suite? Read(YamlContext context, YamlNode root)
    {
        var draft = new Draft(context);
        if (YamlMap.Of(context, root, "the suite", Keys) is not { } map)
        {
            return null;
        }

        var hasBriefs = OfBriefs.Any(map.Has);
        var calls = hasBriefs ? "wishes" : "sessions";
        foreach (var missing in new[] { "suite", "now", "tools", "agents", calls }.Where(key => !map.Has(key)))
        {
            draft.Fail(root, $"the suite has no `{missing}`; expected suite, now, tools, agents and "
                + (hasBriefs ? "wishes" : "sessions, or wishes"));
        }

        foreach (var other in new[] { "sessions", "fragments" }.Where(key => hasBriefs && map.Has(key)))
        {
            draft.Fail(map.KeyAt(other), $"found `{other}` beside `{OfBriefs.First(map.Has)}`; expected scripts or briefs, not "
                + "both");
        }

        if (map.ValueOf("suite") is { } name)
        {
            CheckName(draft, name, "the suite's name");
        }

        draft.Now = map.Read("now", "a day and a time such as 2026-03-02 09:15", text => DateTime.TryParseExact(
            text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var now) ? now : (DateTime?)null)
            ?? new DateTime(2026, 3, 2, 9, 15, 0);
        draft.Voice = SettingsReader.ReadVoice(draft, map.ValueOf("voice"));
        draft.Limits = SettingsReader.ReadLimits(draft, map.ValueOf("limits"));
        draft.PostCall = SettingsReader.ReadPostCall(draft, map.ValueOf("post_call"));

        // Sessions come first in part: what their records hold says what a column is.
        var sessions = SessionNodes.Of(draft, map.ValueOf("sessions"));
        var briefs = map.ValueOf("briefs")?.Items ?? [];
        TableReader.Read(draft, map.ValueOf("records"), sessions.Select(session => session.Map).Concat(briefs)
            .SelectMany(one => one.Entries ?? []).Where(entry => entry.Key.Text == "records").Select(entry => entry.Value));
        ToolReader.Read(draft, map.ValueOf("tools"));
        AgentReader.Read(draft, map.ValueOf("agents"));
        foreach (var (fragment, at, steps) in draft.Entries(map.ValueOf("fragments"), "lists of steps by name"))
        {
            draft.Items(steps, "a list of steps");
            CheckName(draft, at, "a fragment's name");
            draft.Fragments[fragment] = steps;
        }

        var (population, read) = hasBriefs ? ReadBriefs(draft, map) : (null, ReadSessions(draft, sessions));
        if (!hasBriefs)
        {
            AgentReader.CheckReached(draft, read.Select(session => session.StartsWith));
        }

        foreach (var (unused, steps) in draft.Fragments.Where(one => read.Count > 0 && !draft.Used.Contains(one.Key)))
        {
            draft.Fail(steps, $"no session uses the fragment `{unused}`, so that nothing of it was read; expected a use");
        }

        return new Suite
        {
            Name = map.Text("suite") ?? "",
            Description = map.Verbatim("about") ?? "",
            Now = draft.Now,
            Voice = draft.Voice,
            Limits = draft.Limits,
            FaultRates = SettingsReader.ReadFaultRates(draft, map.ValueOf("fault_rates")),
            Agents = draft.Agents.ToDictionary(agent => agent.Key, agent => agent.Value.Agent),
            Tools = draft.Tools.Where(tool => tool.Value is not null)
                .ToDictionary(tool => tool.Key, tool => tool.Value!), // Where has left the others out.
            Tables = draft.Tables.ToDictionary(table => table.Key, table => table.Value.Table),
            Sessions = read,
            Population = population,
            Slots = draft.Slots.Own,
            Clarifications = SettingsReader.Texts(draft, map.ValueOf("clarifications")) is { Count: > 0 } said
                ? said
                : Clarifications,
            PostCall = draft.PostCall,
        };
    }

    /// <summary>Reports a name that could not stand in a file's name, a command line or a model's tool call.</summary>
    public static void CheckName(Draft draft, YamlNode node, string what)
    {
        var dashes = what.Contains("suite", StringComparison.Ordinal) || what.Contains("session", StringComparison.Ordinal);
        if (node.Text is not { Length: > 0 and <= LongestName } text
            || !text.All(one => char.IsAsciiLetterOrDigit(one) || one == '_' || (dashes && one == '-')))
        {
            draft.Fail(node, $"found {(node.Text is null ? node.Kind : YamlContext.Quote(node.Text))} as {what}; expected "
                + $"1 to {LongestName} letters, digits {(dashes ? ", _ and -" : "and _")}".Replace(" ,", ","));
        }
    }

    private static (Population Population, List<SuiteSession> Sessions) ReadBriefs(Draft draft, YamlMap map)
    {
        var population = PopulationReader.Read(draft, map);
        var mix = MixReader.Read(draft, map.ValueOf("population"));
        var briefs = new BriefReader(draft, population, map).Read(map.ValueOf("briefs"));
        var starts = PopulationTrial.Check(draft, population, mix);
        if (starts.Count > 0)
        {
            AgentReader.CheckReached(draft, starts.Concat(briefs.Select(session => session.StartsWith)));
        }

        ToolReader.CheckUsed(draft, map.ValueOf("tools"), map.ValueOf("wishes"));
        return (new Population(mix, population), briefs);
    }

    private static List<SuiteSession> ReadSessions(
        Draft draft, IReadOnlyList<(YamlNode Map, FactFiller Facts, string Script)> nodes)
    {
        var sessions = new List<SuiteSession>();
        var names = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (nodes.Count > MostSessions)
        {
            draft.Fail(nodes[MostSessions].Map, $"there are {nodes.Count} sessions; expected {MostSessions} or fewer");
        }

        foreach (var (node, facts, script) in nodes.Take(MostSessions))
        {
            if (SessionReader.Read(draft, node, facts, names) is { } session)
            {
                sessions.Add(session with { Script = script });
            }
        }

        return sessions;
    }
}
