namespace Tollgate.Suites.Importing.Tau2;

/// <summary>A tool of a domain, as far as its name and its arguments say what it does.</summary>
/// <param name="HasEffect">It changes records.</param>
/// <param name="Body">The tool in a suite's form; null where it does what the records cannot.</param>
internal sealed record Tau2Tool(string Name, bool HasEffect, OrderedDictionary<string, object>? Body)
{
    /// <summary>The table that it looks in.</summary>
    public Tau2Table? Table { get; init; }
}
