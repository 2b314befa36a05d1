using System.Text.RegularExpressions;
using Tollgate.Secrets;

namespace Tollgate.Input;

/// <summary>
/// What the parts of a file's reader share: the file, what is wrong with it, and what must not be shown.
/// </summary>
internal sealed partial class YamlContext(string file, string folder, Func<string, string?>? environment)
{
    // Shorter values are left alone: they would strike out half the text, and no key is that short.
    private const int MinSecretLength = 8;

    private readonly List<Range> secretPlaces = [];
    private readonly List<string> secrets = [];

    public string File { get; } = file;

    public List<InputError> Errors { get; } = [];

    /// <summary>The folder that the files it names are seen from.</summary>
    public string Folder => folder;

    /// <summary>The variables whose values went into what was read, in that order, and where they stand.</summary>
    public List<(YamlNode Node, string Variable, string Value)> Uses { get; } = [];

    public void Fail(YamlNode at, string message) => Errors.Add(new InputError(File, at.Line, at.Column, message));

    /// <summary>A file that this one names, seen from its folder.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>The same for another file that this one names.</summary>
    public YamlContext ForFile(string path) => new(path, "", environment);

    /// <summary>
    /// The text with its variables in place, and how a message may show it; null where it is no scalar or a variable is
    /// missing, which is then reported.
    /// </summary>
    public (string Text, string Shown)? Value(YamlNode node, string expected)
    {
        if (node.Text is not { } text)
        {
            Fail(node, $"found {node.Kind}; expected {expected}");
            return null;
        }

        if (text.Length == 0)
        {
            Fail(node, $"found nothing; expected {expected}");
            return null;
        }

        if (environment is null || !text.Contains("${", StringComparison.Ordinal))
        {
            return (text, Quote(text));
        }

        var missing = false;
        string Put(Match match)
        {
            var value = environment(match.Groups[1].Value);
            missing |= value is null;
            if (value is not null)
            {
                Uses.Add((node, match.Groups[1].Value, value));
            }
            else
            {
                Fail(node, $"the variable {match.Value} is not set; expected it in the environment");
            }

            return value ?? "";
        }

        var filled = Variable().Replace(text, Put);
        if (missing)
        {
            return null;
        }

        if (Variable().Replace(text, "").Contains("${", StringComparison.Ordinal))
        {
            Fail(node, "found ${ that begins no variable; expected one such as ${OPENAI_API_KEY}");
            return null;
        }

        var names = string.Join(" and ", Variable().Matches(text).Select(match => match.Value).Distinct());
        return (filled, $"the value of {names}, which is not shown");
    }

    /// <summary>A mapping's entries with names that are texts, each once.</summary>
    public IReadOnlyList<(string Name, YamlNode Key, YamlNode Value)> Entries(YamlNode? node, string expected)
    {
        if (node is null or { IsNull: true })
        {
            return [];
        }

        if (node.Entries is null)
        {
            Fail(node, $"found {node.Kind}; expected {expected}");
            return [];
        }

        var seen = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, _) in node.Entries)
        {
            if (key.Text is not { Length: > 0 } name)
            {
                Fail(key, $"found {(key.Text is null ? key.Kind : "nothing")} as a key; expected a word");
            }
            else if (!seen.TryAdd(name, key))
            {
                Fail(key, $"the key `{Shown(name)}` is there twice; the first is in line {seen[name].Line}");
            }
        }

        return [.. node.Entries.Where(entry => entry.Key.Text is { } name && seen.GetValueOrDefault(name) == entry.Key)
            .Select(entry => (entry.Key.Text!, entry.Key, entry.Value))]; // It was just found among the texts.
    }

    /// <summary>The variable that the text is, alone; null where it is anything else.</summary>
    public static string? LoneVariable(YamlNode node) =>
        node.Text is { } text && Variable().Match(text) is { Success: true } match && match.Value == text ? text : null;

    /// <summary>Strikes a value out of the text that is kept, wherever it stands.</summary>
    public void Hide(YamlNode node, string value)
    {
        if (!node.Text!.Contains("${", StringComparison.Ordinal))
        {
            secretPlaces.Add(node.Place);
        }

        if (value.Length >= MinSecretLength)
        {
            secrets.Add(value);
        }
    }

    /// <summary>The file's text without what was hidden, and without what looks like a key.</summary>
    public string StrikeOut(string text)
    {
        var struck = new StringBuilder(text);
        foreach (var place in secretPlaces.OrderByDescending(place => place.Start.Value))
        {
            struck.Remove(place.Start.Value, place.End.Value - place.Start.Value).Insert(place.Start.Value, "\"***\"");
        }

        foreach (var secret in secrets)
        {
            struck.Replace(secret, "***");
        }

        return KeyShapes.StrikeOut(struck.ToString());
    }

    public static string Shown(string text) => text.Length <= 60 ? text : text[..57] + "...";

    public static string Quote(string text) => "\"" + Shown(text) + "\"";

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Variable();
}
