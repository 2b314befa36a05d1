using System.Net;
using System.Runtime.InteropServices;
using Tollgate.Exchanges;

namespace Tollgate.Transport.Direct;

/// <summary>
/// The opening of one connection: for whom, to which of the addresses, and what becomes of the exchange that waits for
/// it. Owned by the loop's thread.
/// </summary>
/// <param name="loop">The thread that owns it.</param>
/// <param name="pool">Where it goes to.</param>
/// <param name="openedFor">The exchange that it is for; another may get the connection unless it is cold.</param>
/// <param name="warmth">Told when it is open or has failed; null for none.</param>
internal sealed class ConnectionOpening(
    DirectLoop loop, ConnectionPool pool, DirectJob? openedFor, Warmth? warmth)
{
    private int attempt;

    /// <summary>When it began, in nanoseconds.</summary>
    public long StartNs { get; private set; }

    public DirectJob? OpenedFor => openedFor;

    /// <summary>The connection is for that exchange alone.</summary>
    public bool IsCold { get; } = openedFor is { IsCold: true };

    /// <summary>The address to try now.</summary>
    public SocketAddress Address => pool.Address(attempt);

    public Timeouts Timeouts => openedFor?.Request.Timeouts ?? Timeouts.Default;

    public void Begin()
    {
        pool.Opening++;
        StartNs = DirectLoop.NowNs;
    }

    /// <summary>Moves to the next address; false where there is none left.</summary>
    public bool TryNextAddress() => ++attempt < pool.Addresses.Length;

    /// <summary>This address answers: the next connection begins with it.</summary>
    public void Prefer() => pool.PreferredAddress = (pool.PreferredAddress + attempt) % pool.Addresses.Length;

    /// <summary>It is open, or nobody wants it any more.</summary>
    public void Settle()
    {
        pool.Opening--;
        warmth?.Settle();
    }

    /// <summary>It does not open; the exchange that it was opened for fails with it unless it got another.</summary>
    public void Fail(Failure failure)
    {
        if (openedFor is { IsOver: false, Connection: null })
        {
            pool.Waiting.Remove(openedFor);
            openedFor.Observer.ConnectStartNs = StartNs;
            loop.Finish(openedFor, Outcome.Failed, failure);
        }

        // Others may have counted on this one. Not from here: where every attempt fails at once, it would be a deep
        // descent.
        loop.OpenForWaitingSoon(pool);
    }

    /// <summary>The failure that a refused or broken attempt is.</summary>
    public Failure FailureOf(int error)
    {
        const int refused = 111, timedOut = 110, tooManyHere = 24, tooManyAnywhere = 23;
        var kind = error switch
        {
            refused => FailureKind.ConnectionRefused,
            timedOut => FailureKind.ConnectTimeout,
            tooManyHere or tooManyAnywhere => FailureKind.Instrument,
            _ => FailureKind.Unreachable,
        };
        return new Failure(
            kind, FailurePhase.Connect, $"{pool.Endpoint.Authority}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    /// <summary>The failure that a connection is which takes too long to open.</summary>
    public Failure TimeoutFailure(FailurePhase phase) => new(FailureKind.ConnectTimeout, phase, string.Create(
        CultureInfo.InvariantCulture, $"the connection was not open after {Timeouts.Connect.TotalSeconds:0.###} s{
            (phase == FailurePhase.Tls ? WrongScheme.Hint(pool.Endpoint) : "")}"));
}
