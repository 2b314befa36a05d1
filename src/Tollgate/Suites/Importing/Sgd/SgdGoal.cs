namespace Tollgate.Suites.Importing.Sgd;

/// <summary>What the user of a dialogue wants of a service, from the turn in which it comes up.</summary>
/// <param name="Intent">What of it.</param>
/// <param name="Opening">The turn in which it comes up.</param>
internal sealed record SgdGoal(SgdService Service, SgdIntent Intent, SgdUserTurn Opening)
{
    /// <summary>The user brings it up unasked; else the system had offered it.</summary>
    public required bool IsOwn { get; init; }

    public List<SgdCall> Calls { get; } = [];

    /// <summary>What the user says of slots, in order.</summary>
    public List<SgdInform> Informs { get; } = [];

    /// <summary>What the user asks for and is told: slot and value.</summary>
    public List<(string Slot, string Value)> Told { get; } = [];

    /// <summary>What the system offered last.</summary>
    public Dictionary<string, string> Offer { get; set; } = [];

    /// <summary>The tool, which is the table that it reads as well.</summary>
    public string Tool => Intent.ToolOf(Service);

    /// <summary>The user's words for a value; null where he never said it, or said it as it is.</summary>
    public string? WordsFor(string slot, string value) => Informs.LastOrDefault(one => one.Slot == slot
        && one.Value == value)?.Words is { } words && words != value ? words : null;
}
