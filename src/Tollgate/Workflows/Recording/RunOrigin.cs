using System.Runtime.InteropServices;
using Tollgate.Exchanges;
using Tollgate.Runs.Records;
using Tollgate.Secrets;

namespace Tollgate.Workflows.Recording;

/// <summary>What a run file says of the process that made it.</summary>
internal sealed record RunOrigin
{
    /// <summary>The version of Tollgate.</summary>
    public required string Version { get; init; }

    /// <summary>The command as it was given, secrets struck out; empty where there was none.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>What is known of a run before it begins.</summary>
    internal RunInfo Describe(IReadOnlyList<Target> targets, ulong seed, IRunHost host, DateTimeOffset now) => new()
    {
        StartedAt = now,
        Seed = seed,
        Targets = targets,
        CommandLine = targets.Aggregate(
            CommandLine, static (line, target) => TargetSecrets.Of(target).InContent(line)),
        Version = Version,
        Runtime = RuntimeInformation.FrameworkDescription,
        OperatingSystem = RuntimeInformation.OSDescription,
        Processors = Environment.ProcessorCount,
        Transport = host.Transport,
        Stamp = host.Exchanger.Stamp,
    };
}
