using System.Text.RegularExpressions;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>Puts a session's facts where its texts name them.</summary>
internal sealed partial class FactFiller
{
    private readonly Draft draft;
    private readonly Dictionary<string, YamlNode> facts = new(StringComparer.Ordinal);

    /// <param name="draft">The suite.</param>
    /// <param name="node">The session's facts; null for none.</param>
    public FactFiller(Draft draft, YamlNode? node)
    {
        this.draft = draft;
        foreach (var (name, at, value) in draft.Entries(node, "facts by name"))
        {
            RootReader.CheckName(draft, at, "a fact's name");
            if (value.Entries is null)
            {
                Add(name, value);
                continue;
            }

            foreach (var (form, _, text) in draft.Entries(value, "a fact's forms"))
            {
                Add(form == "value" ? name : $"{name}.{form}", text);
            }

            if (!facts.ContainsKey(name))
            {
                draft.Fail(value, $"the fact `{name}` has no `value`; expected it beside forms such as `spoken`");
            }
        }
    }

    /// <summary>What facts put into texts, by the text's node.</summary>
    public Dictionary<YamlNode, List<string>> Inserted { get; } = [];

    /// <summary>The node with facts in place of their names, all through it.</summary>
    public YamlNode Fill(YamlNode node) => node switch
    {
        { Items: { } items } => node.WithItems(items.Select(Fill)),
        { Entries: [var (key, value)] } when Meant(key, value) is { } name => Bare(node, name),
        { Entries: { } entries } => node.WithEntries(entries.Select(entry => (entry.Key, Fill(entry.Value)))),
        _ => FillText(node),
    };

    // {last} without quotes is a mapping in YAML.
    private string? Meant(YamlNode key, YamlNode value) =>
        key.Text is { } name && facts.ContainsKey(name) && value.IsNull ? name : null;

    private YamlNode Bare(YamlNode node, string name)
    {
        draft.Fail(node, $"found {{{name}}} without quotes, which is a mapping; expected \"{{{name}}}\"");
        return node.WithText(facts[name].Text!, facts[name].Plain); // Facts are texts.
    }

    private YamlNode FillText(YamlNode node)
    {
        if (node.Text is not { } text || !text.Contains('{', StringComparison.Ordinal))
        {
            return node;
        }

        // A text that is nothing but a fact has the fact's type.
        if (Name().Match(text) is { Success: true } whole && whole.Length == text.Length
            && facts.TryGetValue(whole.Groups[1].Value, out var only))
        {
            return Keep(node.WithText(only.Text!, only.Plain), [only.Text!]); // Facts are texts.
        }

        var inserted = new List<string>();
        var filled = Name().Replace(text, match =>
        {
            if (!facts.TryGetValue(match.Groups[1].Value, out var fact))
            {
                draft.Unknown(node, "fact", match.Groups[1].Value, facts.Keys);
                return match.Value;
            }

            inserted.Add(fact.Text!); // Facts are texts.
            return fact.Text!;
        });
        return Keep(node.WithText(filled, false), inserted);
    }

    private YamlNode Keep(YamlNode node, List<string> inserted)
    {
        Inserted[node] = inserted;
        return node;
    }

    private void Add(string name, YamlNode value)
    {
        if (draft.Word(value, "a fact's text") is not null)
        {
            facts[name] = value;
        }
    }

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
