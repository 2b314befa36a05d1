using Tollgate.Exchanges;

namespace Tollgate.Transport;

/// <summary>Carries out exchanges: over a network, or in process under virtual time. Safe for concurrent use.</summary>
internal interface IExchanger : IAsyncDisposable
{
    /// <summary>Who stamps the arrivals.</summary>
    StampSource Stamp { get; }

    /// <summary>What a reader of the run must know of how the exchanges were carried out: whole sentences.</summary>
    IReadOnlyList<string> Warnings => [];

    /// <summary>
    /// Opens connections ahead of the load, so that the first exchanges need not. What cannot be opened is left to the
    /// exchanges to find out; nothing is thrown for it.
    /// </summary>
    ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken);

    /// <summary>
    /// Sends the request at its intended instant and reads the stream to its end. Failures and cancellation come back
    /// as an <see cref="Exchange"/>; an exception is a bug.
    /// </summary>
    ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken);
}
