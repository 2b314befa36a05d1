using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>Reads a suite from its root.</summary>
internal static class SuiteRootReader
{
    private const int MaxNameLength = 64;

    private static readonly string[] Moments =
        ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static string[] Keys { get; } =
    [
        "suite", "about", "now", "voice", "limits", "fault_rates", "post_call", "records", "tools", "agents", "slots",
        "callers", "wishes", "asides", "briefs", "population",
    ];

    public static Suite? Read(YamlContext context, YamlNode root)
    {
        var draft = new ReadContext(context);
        if (OldForm.Refuses(context, root) || YamlMap.Of(context, root, "the suite", Keys) is not { } map)
        {
            return null;
        }

        foreach (var missing in new[] { "suite", "now", "tools", "agents", "wishes" }.Where(key => !map.Has(key)))
        {
            draft.Fail(root, $"the suite has no `{missing}`; expected suite, now, tools, agents and wishes");
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

        // Briefs come first in part: what their records hold says what a column is.
        TableReader.Read(draft, map.ValueOf("records"), (map.ValueOf("briefs")?.Items ?? [])
            .SelectMany(one => one.Entries ?? []).Where(entry => entry.Key.Text == "records").Select(entry => entry.Value));
        ToolReader.Read(draft, map.ValueOf("tools"));
        AgentReader.Read(draft, map.ValueOf("agents"));
        var (population, briefs) = ReadBriefs(draft, map);
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
            Sessions = briefs,
            Population = population,
            Slots = draft.Slots.Own,
            PostCall = draft.PostCall,
        };
    }

    /// <summary>Reports a name that could not stand in a file's name, a command line or a model's tool call.</summary>
    public static void CheckName(ReadContext draft, YamlNode node, string what)
    {
        var dashes = what.Contains("suite", StringComparison.Ordinal) || what.Contains("session", StringComparison.Ordinal);
        if (node.Text is not { Length: > 0 and <= MaxNameLength } text
            || !text.All(one => char.IsAsciiLetterOrDigit(one) || one == '_' || (dashes && one == '-')))
        {
            draft.Fail(node, $"found {(node.Text is null ? node.Kind : YamlContext.Quote(node.Text))} as {what}; expected "
                + $"1 to {MaxNameLength} letters, digits {(dashes ? ", _ and -" : "and _")}".Replace(" ,", ","));
        }
    }

    private static (Population Population, List<SuiteSession> Sessions) ReadBriefs(ReadContext draft, YamlMap map)
    {
        var population = PopulationReader.Read(draft, map);
        var mix = MixReader.Read(draft, map.ValueOf("population"));
        var briefs = new BriefReader(draft, population, map).Read(map.ValueOf("briefs"));
        var starts = PopulationDryRun.Check(draft, population, mix);
        if (starts.Count > 0)
        {
            AgentReader.CheckReached(draft, starts.Concat(briefs.Select(session => session.StartsWith)));
        }

        ToolReader.CheckUsed(draft, map.ValueOf("tools"), map.ValueOf("wishes"));
        return (new Population(
            mix, [.. population.Wishes.Select(wish => wish.Name)],
            (calls, seed) => BriefDrawer.Draw(population, mix, calls, seed)), briefs);
    }
}
