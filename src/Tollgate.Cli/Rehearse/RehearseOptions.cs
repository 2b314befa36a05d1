using Tollgate.Plans;
using Tollgate.Reports.Html;
using Tollgate.Sessions;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Profiles;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Cli.Rehearse;

/// <summary>What a rehearsal is to be, as its flags say it.</summary>
internal sealed record RehearseOptions
{
    /// <summary>What is wrong, a sentence each; without one there are <see cref="Settings"/>.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public RehearsalSettings? Settings { get; init; }

    /// <summary>The simulated models, in virtual time; null for sockets.</summary>
    public ProfileSet? Profiles { get; init; }

    public string SuiteText { get; init; } = "";

    /// <summary>The seed that was asked for; null where nobody asked.</summary>
    public ulong? GivenSeed { get; init; }

    /// <summary>How many callers are drawn; null where sessions are played by their names.</summary>
    public int? DrawnCalls { get; init; }

    /// <summary>Registers the run, for the caller to dispose of; null where it is not to be registered.</summary>
    public RunRegistrar? Registrar { get; init; }

    public TransportChoice Transport { get; init; }

    /// <summary>What the calls are read from: no report may take a place among them.</summary>
    public IReadOnlyList<string?> InputFiles { get; init; } = [];

    public string? Out { get; init; }

    public string? Html { get; init; }

    public bool Json { get; init; }

    public bool Markdown { get; init; }

    public bool Insecure { get; init; }

    public bool Quiet { get; init; }
}
