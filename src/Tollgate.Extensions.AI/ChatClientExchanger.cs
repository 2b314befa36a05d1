using Microsoft.Extensions.AI;
using Tollgate.Exchanges;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Extensions.AI;

/// <summary>
/// Carries out exchanges with <see cref="IChatClient"/>s. An update of the stream is an arrival, stamped by the axis'
/// clock when the client hands it over: what a client buffers or retries by itself is in the numbers. Under virtual
/// time a client must answer in process, by that time's timers alone.
/// </summary>
/// <param name="clients">The clients by the names of their targets. They are not disposed of.</param>
/// <param name="axis">The run's axis.</param>
internal sealed class ChatClientExchanger(IReadOnlyDictionary<string, IChatClient> clients, MonotonicAxis axis)
    : IExchanger
{
    public StampSource Stamp => axis.TimeProvider is VirtualTime ? StampSource.Virtual : StampSource.Process;

    /// <summary>A client opens its own connections.</summary>
    public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) => default;

    public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        var reading = new ChatAnswer(request, Stamp);
        try
        {
            await axis.UntilAsync(request.IntendedNs, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return reading.Cancelled(axis.NowNs);
        }

        using var limits = new ChatLimits(request.Timeouts, axis.TimeProvider, cancellationToken);
        reading.Sent(axis.NowNs);
        var isReading = false;
        try
        {
            var updates = clients[request.Target.Name].GetStreamingResponseAsync(
                ChatPrompt.Messages(request.Prompt), ChatPrompt.Options(request), limits.Token);
            await using var stream = updates.GetAsyncEnumerator(limits.Token);
            while (await stream.MoveNextAsync())
            {
                isReading = true;
                if (reading.Take(stream.Current, axis.NowNs))
                {
                    limits.TokenCame();
                }

                isReading = false;
            }

            return reading.Completed(axis.NowNs);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return reading.Cancelled(axis.NowNs);
        }
        catch (OperationCanceledException) when (limits.Passed is { } kind)
        {
            return reading.Failed(axis.NowNs, limits.Failure(kind, reading.HasHeaders));
        }
        catch (Exception thrown)
        {
            // What a client throws is what came of its exchange: an answer that says no, a connection that broke.
            return reading.Failed(axis.NowNs, isReading
                ? Failure.OfBug(thrown, FailurePhase.Stream)
                : ChatFailure.Of(thrown, request.Target, reading.HasHeaders));
        }
    }

    public ValueTask DisposeAsync() => default;
}
