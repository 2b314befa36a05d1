using Tollgate.Input;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>A wish as the file has it, with references that a caller's records and facts are put in for.</summary>
/// <param name="Name">Unique in the suite.</param>
/// <param name="At">Its name's place.</param>
/// <param name="Map">All of it.</param>
internal sealed record WishTemplate(string Name, YamlNode At, YamlMap Map)
{
    public string About { get; init; } = "";

    /// <summary>How often it is drawn, beside the others; above 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The kinds of callers who may have it.</summary>
    public required IReadOnlyList<string> Callers { get; init; }

    /// <summary>The agents that can meet it; empty for any.</summary>
    public required IReadOnlyList<string> Agents { get; init; }

    public string? HandsOverTo { get; init; }

    /// <summary>The records that are drawn, in order: name, table, conditions.</summary>
    public required IReadOnlyList<(string Name, YamlNode At, string Table, YamlNode Where)> Rows { get; init; }

    public required IReadOnlyList<(string Slot, YamlNode Key, YamlNode Value)> Facts { get; init; }

    /// <summary>The caller's words to begin with, of which one is drawn. Not empty.</summary>
    public required IReadOnlyList<YamlNode> Opens { get; init; }

    /// <summary>The reminders, of which one is drawn. Not empty.</summary>
    public required IReadOnlyList<YamlNode> Again { get; init; }

    /// <summary>The tools that it looks up with or calls.</summary>
    public required IReadOnlySet<string> Tools { get; init; }

    public bool MayChange => Map.Has("changes");
}
