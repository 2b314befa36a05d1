using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;
using Tollgate.Workflows.Judging;

namespace Tollgate.Cli.Gate;

/// <summary>What the gate is to judge, as its flags say it.</summary>
internal sealed record GateOptions
{
    public required string RubricFile { get; init; }

    public required IReadOnlyList<string> Baseline { get; init; }

    public required IReadOnlyList<string> Candidate { get; init; }

    public string? BaselineTarget { get; init; }

    public string? CandidateTarget { get; init; }

    public IReadOnlyList<NumberFiles> Numbers { get; init; } = [];

    public required string LedgerFile { get; init; }

    public bool Json { get; init; }

    public bool Markdown { get; init; }

    public string? MarkdownFile { get; init; }

    public string? JUnitFile { get; init; }

    public string? HtmlFile { get; init; }

    public bool SelfTest { get; init; }

    public ulong? Seed { get; init; }

    /// <summary>What is to be judged by the rubric that was read.</summary>
    public JudgeRequest Request(Rubric rubric, SigningKey? key) => new()
    {
        Rubric = rubric,
        RubricFile = RubricFile,
        LedgerFile = LedgerFile,
        Baseline = Baseline,
        Candidate = Candidate,
        BaselineTarget = BaselineTarget,
        CandidateTarget = CandidateTarget,
        Numbers = Numbers,
        Key = key,
    };
}
