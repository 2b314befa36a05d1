using Tollgate.Input;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>What has been read of a suite so far: what its wishes refer to, and what is wrong.</summary>
internal sealed class ReadContext(YamlContext context)
{
    private readonly Dictionary<string, Pattern?> patterns = new(StringComparer.Ordinal);

    public YamlContext Context { get; } = context;

    public DateTime Now { get; set; }

    /// <summary>What kinds of things the suite's slots are.</summary>
    public SlotKinds Slots { get; set; } = new();

    public Voice Voice { get; set; } = new();

    public SessionLimits Limits { get; set; } = new();

    public PostCall? PostCall { get; set; }

    public Dictionary<string, TableDraft> Tables { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The tools by name; null where one is declared and could not be read.</summary>
    public Dictionary<string, SuiteTool?> Tools { get; private init; } = new(StringComparer.Ordinal);

    public Dictionary<string, (SuiteAgent Agent, YamlNode Node)> Agents { get; private init; } =
        new(StringComparer.Ordinal);

    /// <summary>The same suite; what is wrong goes elsewhere.</summary>
    public ReadContext For(YamlContext context) => new(context)
    {
        Now = Now,
        Slots = Slots,
        Voice = Voice,
        Limits = Limits,
        PostCall = PostCall,
        Tables = Tables,
        Tools = Tools,
        Agents = Agents,
    };

    public void Fail(YamlNode at, string message) => Context.Fail(at, message);

    /// <summary>Something is named that is not there.</summary>
    public void Unknown(YamlNode at, string what, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var hint = Suggestions.Nearest(name, names) is { } nearest ? $"did you mean `{nearest}`?"
            : names.Count == 0 ? "there is none at all"
            : $"expected one of {string.Join(", ", names.Take(20))}{(names.Count > 20 ? ", ..." : "")}";
        Fail(at, $"there is no {what} `{Shown(name)}`; {hint}");
    }

    public static string Shown(string name) => YamlContext.Shown(name);

    /// <summary>A text that is one of those that are known; null where it is not, which is then reported.</summary>
    public string? Known(YamlNode? node, string what, ICollection<string> known)
    {
        if (node is null || Word(node, $"a {what}'s name") is not { } name)
        {
            return null;
        }

        if (known.Contains(name))
        {
            return name;
        }

        Unknown(node, what, name, known);
        return null;
    }

    /// <summary>A scalar that is not empty; null where it is none, which is then reported.</summary>
    public string? Word(YamlNode node, string expected) => Context.Value(node, expected)?.Text;

    /// <summary>A list's items; empty where it is none, which is then reported.</summary>
    public IReadOnlyList<YamlNode> Items(YamlNode? node, string expected)
    {
        if (node is { Items: null })
        {
            Fail(node, $"found {node.Kind}; expected {expected}");
        }

        return node?.Items ?? [];
    }

    /// <summary>A mapping's entries with names that are texts, each once.</summary>
    public IReadOnlyList<(string Name, YamlNode Key, YamlNode Value)> Entries(YamlNode? node, string expected) =>
        Context.Entries(node, expected);

    /// <summary>A regular expression, case ignored; null where it does not compile, which is then reported.</summary>
    public Pattern? PatternOf(YamlNode node)
    {
        if (Word(node, "a regular expression") is not { } text)
        {
            return null;
        }

        if (!patterns.TryGetValue(text, out var pattern))
        {
            patterns[text] = pattern = Pattern.TryCompile(text, true);
        }

        if (pattern is null)
        {
            Pattern.TryCompile(text, true, out var error);
            Fail(node, $"found {YamlContext.Quote(text)}, which is no regular expression ({error}); expected one "
                + "without back references and lookarounds");
        }

        return pattern;
    }
}
