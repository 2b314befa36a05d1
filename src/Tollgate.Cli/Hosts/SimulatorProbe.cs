using Tollgate.Cli.Shell;
using Tollgate.Exchanges;

namespace Tollgate.Cli.Hosts;

/// <summary>Whether a target is `tollgate simulate`, which says so in its list of models.</summary>
internal static class SimulatorProbe
{
    /// <summary>Asks on this machine alone. What is wrong with a server, the calls themselves find out.</summary>
    public static bool IsSimulator(Target target, CommandContext context) =>
        ServedModels.Ask(target, context) is { } body && body.AsSpan().IndexOf("\"tollgate-simulator\""u8) >= 0;
}
