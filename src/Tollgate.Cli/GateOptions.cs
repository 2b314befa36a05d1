namespace Tollgate.Cli;

/// <summary>What the gate is to judge, as its flags say it.</summary>
internal sealed record GateOptions
{
    public required string RubricFile { get; init; }

    public required IReadOnlyList<string> Baseline { get; init; }

    public required IReadOnlyList<string> Candidate { get; init; }

    public string? BaselineTarget { get; init; }

    public string? CandidateTarget { get; init; }

    public IReadOnlyList<NumberOption> Numbers { get; init; } = [];

    public required string LedgerFile { get; init; }

    public bool Json { get; init; }

    public bool Markdown { get; init; }

    public string? MarkdownFile { get; init; }

    public string? JUnitFile { get; init; }

    public string? HtmlFile { get; init; }

    public bool SelfTest { get; init; }

    public ulong? Seed { get; init; }
}
