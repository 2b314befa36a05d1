using Tollgate.Gate.Rubrics;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Workflows.Trying;

/// <summary>The calls of a trial, and the rubric that judges them.</summary>
internal sealed record TrialCalls
{
    public required Suite Suite { get; init; }

    /// <summary>The suite as its file has it.</summary>
    public required string SuiteText { get; init; }

    /// <summary>How often each session is played with each model.</summary>
    public required int Repetitions { get; init; }

    /// <summary>They tell both models what to answer, mistakes among it.</summary>
    public required IOracleFactory Oracles { get; init; }

    /// <summary>The rubric; it is published in the ledger.</summary>
    public required Rubric Rubric { get; init; }

    public required string RubricFile { get; init; }

    public required string LedgerFile { get; init; }
}
