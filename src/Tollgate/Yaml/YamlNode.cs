using YamlDotNet.Core;

namespace Tollgate.Yaml;

/// <summary>
/// A value of a YAML file with its place. Kept apart from the library's own tree, which ends at the first duplicate
/// key.
/// </summary>
internal sealed class YamlNode(Mark start, Mark end)
{
    public int Line { get; } = (int)start.Line;

    public int Column { get; } = (int)start.Column;

    /// <summary>Where it lies in the text: characters from the start.</summary>
    public Range Place { get; } = (int)start.Index..(int)end.Index;

    /// <summary>A scalar's text; null for the other kinds.</summary>
    public string? Text { get; init; }

    /// <summary>A list's values; null for the other kinds.</summary>
    public List<YamlNode>? Items { get; init; }

    /// <summary>A mapping's keys and values, in order; null for the other kinds.</summary>
    public List<(YamlNode Key, YamlNode Value)>? Entries { get; init; }

    /// <summary>What it is, in words.</summary>
    public string Kind => Items is not null ? "a list" : Entries is not null ? "a mapping" : "a value";
}
