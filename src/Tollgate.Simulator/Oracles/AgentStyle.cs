namespace Tollgate.Simulator.Oracles;

/// <summary>How a model that behaves leads a call: each style is one that good agents have.</summary>
/// <param name="Name">For people.</param>
internal sealed record AgentStyle(string Name)
{
    /// <summary>It reads back what it was given before it goes on.</summary>
    public bool ReadsBack { get; init; } = true;

    /// <summary>It reads back letter by letter where that makes sense.</summary>
    public bool Spells { get; init; }

    /// <summary>It asks leave before it changes anything.</summary>
    public bool AsksLeave { get; init; } = true;

    /// <summary>It asks for the last thing that it needs first.</summary>
    public bool Backwards { get; init; }

    /// <summary>So many questions in one breath; 1 or more.</summary>
    public int QuestionsAtOnce { get; init; } = 1;

    /// <summary>It asks once more for the first thing that it was given.</summary>
    public bool AsksTwice { get; init; }

    /// <summary>It reads the first value back wrongly, and takes the correction.</summary>
    public bool MisreadsOnce { get; init; }

    /// <summary>It says that it will look before it looks.</summary>
    public bool Announces { get; init; }

    /// <summary>Which of the wordings it has; 0 or more.</summary>
    public int Wording { get; init; }

    /// <summary>The styles in which a suite's sessions are tried.</summary>
    public static IReadOnlyList<AgentStyle> All { get; } =
    [
        new("plain"),
        new("terse") { ReadsBack = false, AsksLeave = false, Wording = 1 },
        new("backwards") { Backwards = true, Wording = 2 },
        new("three at once") { QuestionsAtOnce = 3, Wording = 1 },
        new("asks twice") { AsksTwice = true, Announces = true },
        new("misreads") { MisreadsOnce = true, Wording = 2 },
        new("spells") { Spells = true, Announces = true, Wording = 1 },
    ];
}
