using Tollgate.Values;

namespace Tollgate.Suites.Tools;

/// <summary>
/// A tool call that a session expects. A transfer is expected by the tool that makes it.
/// </summary>
public sealed record ExpectedCall
{
    public required string Tool { get; init; }

    /// <summary>
    /// What the arguments must be, by name. An argument that is not here must be absent or null, unless the tool's rule
    /// for it is <see cref="ValueKind.Any"/>.
    /// </summary>
    public IReadOnlyDictionary<string, ExpectedValue> Arguments { get; init; } =
        new Dictionary<string, ExpectedValue>();

    /// <summary>The arguments as a model that behaves gives them, without those that it leaves out.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Examples => Arguments
        .Where(static argument => argument.Value.Example is { ValueKind: not JsonValueKind.Null })
        // Where has seen it.
        .ToDictionary(static argument => argument.Key, static argument => argument.Value.Example!.Value);

    /// <summary>It may be left out: neither its being there nor its absence counts against.</summary>
    public bool Optional { get; init; }

    /// <summary>Where it stands in the suite's file; 1 for the first line.</summary>
    public int Line { get; init; }
}
