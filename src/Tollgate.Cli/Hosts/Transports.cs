using System.Net.Security;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Plans;
using Tollgate.Time;
using Tollgate.Transport;
using Tollgate.Transport.Routing;
using Tollgate.Workflows;
using Tollgate.Workflows.Recording;

namespace Tollgate.Cli.Hosts;

/// <summary>Which transport carries a run.</summary>
internal static class Transports
{
    /// <summary>Opens the transport that was asked for, or the best that serves every target.</summary>
    /// <param name="choice">What was asked for.</param>
    /// <param name="targets">Where it has to go to.</param>
    /// <param name="axis">The run's axis.</param>
    /// <param name="insecure">Take every certificate.</param>
    /// <param name="name">Its name for the run file.</param>
    /// <returns>Null where this system does not have it.</returns>
    public static IExchanger? Open(
        TransportChoice choice, IReadOnlyList<Target> targets, MonotonicAxis axis, bool insecure, out string name)
    {
        RemoteCertificateValidationCallback? validation = insecure ? static (_, _, _, _) => true : null;
        var opened = RoutedExchanger.Open(
            targets, choice == TransportChoice.Auto ? null : SnakeCase.Of(choice),
            new ExchangerSettings(axis) { CertificateValidation = validation });
        name = opened?.Name ?? "";
        return opened is null ? null : new AdaptingExchanger(opened);
    }

    /// <summary>Opens the best transport that serves every target; every system has one.</summary>
    public static IExchanger OpenBest(IReadOnlyList<Target> targets, MonotonicAxis axis) =>
        Open(TransportChoice.Auto, targets, axis, insecure: false, out _)!; // Auto always opens.

    /// <summary>Runs the code of an exchange before a load begins, where the transport allows it.</summary>
    public static Task PrimeAsync(IExchanger exchanger, CancellationToken cancellationToken) =>
        exchanger is AdaptingExchanger { Inner: RoutedExchanger routed }
            ? routed.PrimeAsync(cancellationToken)
            : Task.CompletedTask;

    /// <summary>The same, ready to carry a run; or why there is none.</summary>
    public static WorkflowResult<IRunHost> Host(
        CommandContext context, TransportChoice choice, IReadOnlyList<Target> targets, bool insecure)
    {
        var axis = new MonotonicAxis(context.Time);
        return Open(choice, targets, axis, insecure, out var name) is { } exchanger
            ? new WorkflowResult<IRunHost>(
                new RealTimeHost(exchanger, axis, name, stop => PrimeAsync(exchanger, stop)), null)
            : WorkflowProblem.BadInput("the direct transport needs 64-bit Linux; expected --transport handler here.");
    }
}
