namespace Tollgate.Input;

/// <summary>
/// A mapping with the keys that it may have. What is wrong is reported and reads as absent.
/// </summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> entries = [];

    private YamlMap(YamlContext context, YamlNode node)
    {
        Context = context;
        Node = node;
    }

    public YamlContext Context { get; }

    public YamlNode Node { get; }

    /// <summary>Null where the node is no mapping.</summary>
    public static YamlMap? Of(YamlContext context, YamlNode node, string what, params string[] known)
    {
        if (node.Entries is null)
        {
            context.Fail(node, $"found {node.Kind}; expected {what}, a mapping with keys such as `{known[0]}`");
            return null;
        }

        var map = new YamlMap(context, node);
        foreach (var (key, value) in node.Entries)
        {
            map.Add(key, value, what, known);
        }

        return map;
    }

    public bool Has(string key) => entries.ContainsKey(key);

    /// <summary>The key's own place, for what is wrong with its being there; the mapping's where it is not.</summary>
    public YamlNode KeyAt(string key) => entries.TryGetValue(key, out var entry) ? entry.Key : Node;

    public YamlNode? ValueOf(string key) => entries.TryGetValue(key, out var entry) ? entry.Value : null;

    public string? Text(string key, string expected = "a text") => Read(key, expected, static text => text);

    /// <summary>The text as it stands: a prompt may speak of ${variables}.</summary>
    public string? Verbatim(string key)
    {
        if (ValueOf(key) is not { } node || node.Text is { Length: > 0 })
        {
            return ValueOf(key)?.Text;
        }

        Context.Fail(node, $"found {(node.Text is null ? node.Kind : "nothing")}; expected a text");
        return null;
    }

    public TimeSpan? Duration(string key, bool zero = false)
    {
        var expected = zero ? Durations.Expected : Durations.Expected + ", above zero";
        return Read(key, expected, text =>
            Durations.TryParse(text, out var duration) && (zero || duration > TimeSpan.Zero)
                ? duration
                : (TimeSpan?)null);
    }

    public long? Whole(string key, long from, long to) => Read(key, $"a whole number from {from} to {to}", text =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= from && number <= to
            ? number
            : (long?)null);

    public double? Number(string key, double from, double to) =>
        Read(key, string.Create(CultureInfo.InvariantCulture, $"a number from {from} to {to}"), text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= from && number <= to
                ? number
                : (double?)null);

    public int? Whole(string key, Between<int> bounds) => (int?)Whole(key, bounds.Min, bounds.Max);

    public long? Whole(string key, Between<long> bounds) => Whole(key, bounds.Min, bounds.Max);

    public double? Number(string key, Between<double> bounds) => Number(key, bounds.Min, bounds.Max);

    public TimeSpan? Duration(string key, Between<TimeSpan> bounds) => Read(
        key, $"a duration from {Durations.Format(bounds.Min)} to {Durations.Format(bounds.Max)}",
        text => Durations.TryParse(text, out var duration) && bounds.Holds(duration) ? duration : (TimeSpan?)null);

    public bool? Flag(string key) => Read(key, "true or false", text => text switch
    {
        "true" => true,
        "false" => false,
        _ => (bool?)null,
    });

    /// <summary>One of an enumeration's values, spelt in snake case.</summary>
    public T? OneOf<T>(string key)
        where T : struct, Enum => Read(key, SnakeCase.Choices<T>(), text => SnakeCase.TryParse<T>(text, out var value)
            ? value
            : (T?)null);

    /// <summary>One of the names.</summary>
    public string? OneOf(string key, IReadOnlyList<string> names) =>
        Read(key, SnakeCase.Choices(names), text => names.Contains(text) ? text : null);

    public T? Read<T>(string key, string expected, Func<string, T?> parse) =>
        ValueOf(key) is { } node ? ReadNode(node, expected, parse) : default;

    public T? ReadNode<T>(YamlNode node, string expected, Func<string, T?> parse)
    {
        if (Context.Value(node, expected) is not { } value)
        {
            return default;
        }

        var parsed = parse(value.Text);
        if (parsed is null)
        {
            Context.Fail(node, $"found {value.Shown}; expected {expected}");
        }

        return parsed;
    }

    private void Add(YamlNode key, YamlNode value, string what, string[] known)
    {
        if (key.Text is not { } name)
        {
            Context.Fail(key, $"found {key.Kind} as a key; expected a word");
        }
        else if (entries.TryGetValue(name, out var before))
        {
            Context.Fail(key, $"the key `{name}` is there twice; the first is in line {before.Key.Line}");
        }
        else if (known.Contains(name))
        {
            entries.Add(name, (key, value));
        }
        else
        {
            var hint = Suggestions.Nearest(name, known) is { } nearest
                ? $"did you mean `{nearest}`?"
                : $"expected one of {string.Join(", ", known)}";
            Context.Fail(key, $"{what} has no key {YamlContext.Quote(name).Replace('"', '`')}; {hint}");
        }
    }
}
