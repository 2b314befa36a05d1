using Tollgate.Exchanges;
using Tollgate.Transport;

namespace Tollgate.Extensions.AI;

/// <summary>The time limits of one exchange, as a token that is cancelled when one of them has passed.</summary>
internal sealed class ChatLimits : IDisposable
{
    private readonly Timeouts timeouts;
    private readonly CancellationTokenSource source;
    private readonly ITimer token;
    private readonly ITimer total;
    private bool tokenCame;

    public ChatLimits(Timeouts timeouts, TimeProvider time, CancellationToken outer)
    {
        this.timeouts = timeouts;
        source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        token = time.CreateTimer(
            static limits => ((ChatLimits)limits!).TokenIsLate(), this, timeouts.FirstToken, Timeout.InfiniteTimeSpan);
        total = time.CreateTimer(
            static limits => ((ChatLimits)limits!).Pass(FailureKind.TotalTimeout), this, timeouts.Total,
            Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => source.Token;

    /// <summary>The limit that has passed; null while none has.</summary>
    public FailureKind? Passed { get; private set; }

    /// <summary>Model output came: the next has a gap's time.</summary>
    public void TokenCame()
    {
        tokenCame = true;
        token.Change(timeouts.TokenGap, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What it means for the exchange that a limit has passed.</summary>
    public Failure Failure(FailureKind kind, bool hasHeaders)
    {
        var (what, limit) = kind switch
        {
            FailureKind.FirstTokenTimeout => ("there was no token", timeouts.FirstToken),
            FailureKind.TokenGapTimeout => ("there was no further token", timeouts.TokenGap),
            _ => ("the answer was not over", timeouts.Total),
        };
        return new Failure(
            kind, hasHeaders ? FailurePhase.Stream : FailurePhase.Headers,
            FormattableString.Invariant($"after {limit.TotalSeconds:0.###} s {what}"));
    }

    public void Dispose()
    {
        token.Dispose();
        total.Dispose();
        source.Dispose();
    }

    private void TokenIsLate() => Pass(tokenCame ? FailureKind.TokenGapTimeout : FailureKind.FirstTokenTimeout);

    private void Pass(FailureKind kind)
    {
        Passed ??= kind;
        source.Cancel();
    }
}
