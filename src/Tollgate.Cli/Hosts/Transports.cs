using System.Net.Security;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Plans;
using Tollgate.Time;
using Tollgate.Transport;
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
        var direct = choice switch
        {
            TransportChoice.Direct => true,
            TransportChoice.Handler => false,
            _ => DirectExchanger.IsSupported && !targets.Any(NeedsProxy),
        };
        name = direct ? "direct" : "handler";
        RemoteCertificateValidationCallback? validation = insecure ? static (_, _, _, _) => true : null;
        if (!direct)
        {
            return new AdaptingExchanger(new HandlerExchanger(axis, validation));
        }

        return DirectExchanger.IsSupported
            ? new AdaptingExchanger(new DirectExchanger(new DirectOptions { CertificateValidation = validation }))
            : null;
    }

    /// <summary>
    /// Primes the direct transport. The other may go through a proxy, which must see nothing that nobody asked for; its
    /// first exchanges open connections and are kept apart for that.
    /// </summary>
    public static Task PrimeAsync(IExchanger exchanger, MonotonicAxis axis, CancellationToken cancellationToken) =>
        exchanger is AdaptingExchanger { Inner: DirectExchanger }
            ? Priming.PrimeAsync(exchanger, axis, cancellationToken)
            : Task.CompletedTask;

    /// <summary>The same, ready to carry a run; or why there is none.</summary>
    public static WorkflowResult<IRunHost> Host(
        CommandContext context, TransportChoice choice, IReadOnlyList<Target> targets, bool insecure)
    {
        var axis = new MonotonicAxis(context.Time);
        return Open(choice, targets, axis, insecure, out var name) is { } exchanger
            ? new WorkflowResult<IRunHost>(
                new RealTimeHost(exchanger, axis, name, stop => PrimeAsync(exchanger, axis, stop)), null)
            : WorkflowProblem.BadInput("the direct transport needs 64-bit Linux; expected --transport handler here.");
    }

    private static bool NeedsProxy(Target target) =>
        !target.Url.IsLoopback && HttpClient.DefaultProxy.GetProxy(target.Url) is { } proxy && proxy != target.Url;
}
