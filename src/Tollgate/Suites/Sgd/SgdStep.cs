namespace Tollgate.Suites.Sgd;

/// <summary>A turn of a dialogue's user with the system's answer to it.</summary>
internal sealed record SgdStep(string Say, string Reply)
{
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>What the system's turn before it asked for; empty where the user goes on unasked.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The calls that the system makes: the tool, and each argument's right values.</summary>
    public IReadOnlyList<(string Tool, IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments)> Calls
    { get; init; } = [];

    /// <summary>The name of the record that it asks for and that is not there; null for none.</summary>
    public string? Missing { get; init; }
}
