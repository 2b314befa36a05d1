namespace Tollgate.Suites.Importing;

/// <summary>Writes imported calls as a suite's YAML, and knows which line is whose.</summary>
internal sealed class SuiteWriter
{
    private readonly StringBuilder yaml = new();
    private readonly ImportedSuite suite;
    private readonly IReadOnlyList<ImportedCall> calls;
    private readonly List<(int Line, IReadOnlyList<ImportedCall> Owners)> owners = [];
    private int counted;
    private int line = 1;

    private SuiteWriter(ImportedSuite suite, IReadOnlyList<ImportedCall> calls)
    {
        this.suite = suite;
        this.calls = calls;
    }

    /// <summary>The file.</summary>
    public string Yaml => yaml.ToString();

    public static SuiteWriter Write(ImportedSuite suite, IReadOnlyList<ImportedCall> calls)
    {
        var writer = new SuiteWriter(suite, calls);
        writer.WriteHead();
        writer.WriteRecords();
        writer.WriteTools();
        writer.WriteCallers();
        return writer;
    }

    /// <summary>The calls that need what stands in a line; empty for what all of them share.</summary>
    public IReadOnlyList<ImportedCall> OwnersOf(int? at) =>
        owners.LastOrDefault(one => one.Line <= at).Owners ?? [];

    private void WriteHead()
    {
        foreach (var words in suite.Source.Split('\n'))
        {
            yaml.Append("# ").Append(words).Append('\n');
        }

        Entry(0, "suite", suite.Name);
        Entry(0, "about", suite.About);
        yaml.Append(CultureInfo.InvariantCulture, $"now: {suite.Now:yyyy-MM-dd HH:mm}\n");
    }

    private void WriteRecords()
    {
        var tools = UsedTools().Select(name => suite.Tools[name]).ToList();
        var used = suite.Tables.Where(table =>
            tools.Exists(tool => tool.Values.Any(value => (value as YamlText.Plain)?.Word == table.Key))
            || calls.Any(call => call.Rows.Any(row => row.Table == table.Key))).ToList();
        if (used.Count == 0)
        {
            return;
        }

        Head("records");
        foreach (var (name, table) in used)
        {
            Owned([]);
            Head(name, 1);
            foreach (var (key, value) in table)
            {
                Entry(2, key, value);
            }

            var rows = calls.SelectMany(call => call.Rows.Select(row => (call, row)))
                .Where(one => one.row.Table == name).GroupBy(one => one.row.Key).ToList();
            yaml.Append(rows.Count == 0 ? "    rows: []\n" : "    rows:\n");
            foreach (var row in rows)
            {
                Owned([.. row.Select(one => one.call)]);
                yaml.Append("      - ").Append(YamlText.Flow(row.First().row.Fields)).Append('\n');
            }
        }

        Owned([]);
    }

    private void WriteTools()
    {
        var used = UsedTools();
        var called = calls.SelectMany(call => call.Wishes).SelectMany(wish => wish.Tools)
            .ToHashSet(StringComparer.Ordinal);
        Head("tools");
        foreach (var name in used)
        {
            Owned([.. calls.Where(call => suite.Agents[call.Agent].Tools.Contains(name))]);
            Head(name, 1);
            foreach (var (key, value) in suite.Tools[name])
            {
                Entry(2, key, value);
            }

            if (!called.Contains(name))
            {
                Entry(2, "decoy", true);
            }
        }

        Owned([]);
        Head("agents");
        foreach (var name in calls.Select(call => call.Agent).Distinct().Order(StringComparer.Ordinal))
        {
            var agent = suite.Agents[name];
            Owned([.. calls.Where(call => call.Agent == name)]);
            Head(name, 1);
            Entry(2, "about", agent.About);
            Entry(2, "system", agent.System);
            Entry(2, "tools", agent.Tools.Intersect(used).Select(tool => new YamlText.Plain(tool)));
        }
    }

    private void WriteCallers()
    {
        Owned([]);
        if (suite.Slots.Count > 0)
        {
            Entry(0, "slots", suite.Slots);
        }

        yaml.Append("callers: { caller: {} }\n");
        Head("wishes");
        foreach (var call in calls)
        {
            Owned([call]);
            foreach (var wish in call.Wishes)
            {
                Head(wish.Name, 1);
                foreach (var (key, value) in wish.Body)
                {
                    Entry(2, key, value);
                }
            }
        }

        Owned([]);
        Head("briefs");
        var keys = calls.SelectMany(call => call.Rows).Select(row => (row.Table, row.Key)).ToHashSet();
        foreach (var call in calls)
        {
            Owned([call]);
            WriteBrief(call, keys);
        }

        // Wishes of different entries were never meant for one caller.
        Owned([]);
        var noise = suite.Noise.ToString(CultureInfo.InvariantCulture);
        yaml.Append("population: { wishes: { 1: 1 }, noise: { ").Append(noise).Append(": 1 } }\n");
    }

    private void WriteBrief(ImportedCall call, HashSet<(string Table, string Key)> keys)
    {
        YamlText.Entry(yaml, 1, "- ", "name", call.Name);
        yaml.Append("    caller: caller\n");
        Entry(2, "starts_with", new YamlText.Plain(call.Agent));
        Entry(2, "noise", suite.Noise);
        foreach (var (key, value) in call.Brief)
        {
            Entry(2, key, value);
        }

        Entry(2, "wishes", call.Wishes.Select(wish => call.Settled.TryGetValue(wish.Name, out var settled)
            ? (object)new OrderedDictionary<string, object> { [wish.Name] = settled }
            : new YamlText.Plain(wish.Name)));
        var without = call.Without.Where(keys.Contains).GroupBy(one => one.Table).ToList();
        if (without.Count > 0)
        {
            Head("without", 2);
            foreach (var table in without)
            {
                Entry(3, table.Key, table.Select(one => (object)one.Key));
            }
        }
    }

    // In the order in which the suite has them, so that the file does not depend on who uses them first.
    private List<string> UsedTools()
    {
        var used = calls.SelectMany(call => suite.Agents[call.Agent].Tools).ToHashSet(StringComparer.Ordinal);
        return [.. suite.Tools.Keys.Where(used.Contains)];
    }

    private void Owned(IReadOnlyList<ImportedCall> by)
    {
        for (; counted < yaml.Length; counted++)
        {
            line += yaml[counted] == '\n' ? 1 : 0;
        }

        owners.Add((line, by));
    }

    private void Head(string key, int depth = 0) => yaml.Append(' ', depth * 2).Append(key).Append(":\n");

    private void Entry(int depth, string key, object value) => YamlText.Entry(yaml, depth, "", key, value);
}
