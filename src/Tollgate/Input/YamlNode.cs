using YamlDotNet.Core;

namespace Tollgate.Input;

/// <summary>
/// A value of a YAML file with its place. Kept apart from the library's own tree, which ends at the first duplicate
/// key.
/// </summary>
internal sealed class YamlNode
{
    private long? weight;
    private int? height;

    public YamlNode(Mark start, Mark end)
    {
        Line = (int)start.Line;
        Column = (int)start.Column;
        Place = (int)start.Index..(int)end.Index;
    }

    private YamlNode(YamlNode place)
    {
        Line = place.Line;
        Column = place.Column;
        Place = place.Place;
    }

    public int Line { get; }

    public int Column { get; }

    /// <summary>Where it lies in the text: characters from the start.</summary>
    public Range Place { get; }

    /// <summary>A scalar's text; null for the other kinds.</summary>
    public string? Text { get; init; }

    /// <summary>A scalar without quotes: <c>5</c> is a number then, and <c>"5"</c> is not.</summary>
    public bool Plain { get; init; }

    /// <summary>A list's values; null for the other kinds.</summary>
    public List<YamlNode>? Items { get; init; }

    /// <summary>A mapping's keys and values, in order; null for the other kinds.</summary>
    public List<(YamlNode Key, YamlNode Value)>? Entries { get; init; }

    /// <summary>How many values it holds with all that is in it; an alias counts as what it stands for.</summary>
    public long Weight => weight ??= 1 + Inner.Sum(inner => inner.Weight);

    /// <summary>How deep it is nested: 1 for a scalar.</summary>
    public int Height => height ??= 1 + Inner.Select(inner => inner.Height).DefaultIfEmpty().Max();

    /// <summary>A scalar that is one of YAML's words for nothing.</summary>
    public bool IsNull => Plain && (Text is "" or "~" or "null");

    /// <summary>What it is, in words.</summary>
    public string Kind => Items is not null ? "a list" : Entries is not null ? "a mapping" : "a value";

    private IEnumerable<YamlNode> Inner =>
        Items ?? Entries?.SelectMany(entry => new[] { entry.Key, entry.Value }) ?? [];

    /// <summary>Another scalar in the same place.</summary>
    public YamlNode WithText(string text, bool plain) => new(this) { Text = text, Plain = plain };

    /// <summary>Another list in the same place.</summary>
    public YamlNode WithItems(IEnumerable<YamlNode> items) => new(this) { Items = [.. items] };

    /// <summary>Another mapping in the same place.</summary>
    public YamlNode WithEntries(IEnumerable<(YamlNode Key, YamlNode Value)> entries) =>
        new(this) { Entries = [.. entries] };
}
