using Tollgate.Exchanges;
using Tollgate.Runs.Configuration;

namespace Tollgate.Runs.Records;

/// <summary>
/// What a run file says of its run as a whole, so that it can be understood and repeated. No keys, no names of
/// people.
/// </summary>
internal sealed record RunInfo
{
    /// <summary>When it began, by the wall clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Every random draw came from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The targets. Keys and headers' values are never written and come back empty.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>The plan as its writer wrote it, secrets struck out; empty where there was none.</summary>
    public string PlanGiven { get; init; } = "";

    /// <summary>What it was told to do; null where the file that was read has it in no form that can be read.</summary>
    public RunConfiguration? Configuration { get; init; } = new MeasureConfiguration();

    /// <summary>The command as it was given, secrets struck out.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>The version of Tollgate.</summary>
    public required string Version { get; init; }

    /// <summary>The runtime, such as <c>.NET 10.0.1</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>The operating system, such as <c>Debian GNU/Linux 13</c>.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The processors that the process may use.</summary>
    public required int Processors { get; init; }

    /// <summary>The transport: <c>direct</c>, <c>handler</c>, or <c>virtual</c>.</summary>
    public required string Transport { get; init; }

    /// <summary>Who stamps the arrivals.</summary>
    public required StampSource Stamp { get; init; }

    /// <summary>The suite that a rehearsal played; null for a run that is none.</summary>
    public SuiteInfo? Suite { get; init; }

    /// <summary>Where it was registered before it began; null for a run that was not.</summary>
    public RunRegistration? Registration { get; init; }
}
