using Tollgate.Exchanges;
using Tollgate.Statistics;

namespace Tollgate.Load;

/// <summary>
/// When a failed exchange is tried again. Attempt a + 1 leaves w after attempt a was over: w is what the provider asked
/// for (Retry-After), and where it asked for nothing w = b · 2^(a-1) · (1 - u/4), with b the <see cref="Backoff"/>
/// and u uniform in [0, 1), so that callers who failed together do not return together. At most <see
/// cref="MaxWait"/>: where the provider asks for more, the task is given up.
/// </summary>
public sealed record RetryRule
{
    /// <summary>How often a task is tried in all; 2 or more.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The failures after which it is tried again.</summary>
    public IReadOnlySet<FailureKind> On { get; init; } =
        new HashSet<FailureKind> { FailureKind.RateLimited, FailureKind.Overloaded };

    /// <summary>b: the wait after the first attempt.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>No wait is longer.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait before the next attempt; null where there is none.</summary>
    /// <param name="exchange">What came of the last attempt.</param>
    /// <param name="random">One uniform draw is taken where the provider asked for nothing.</param>
    public TimeSpan? WaitAfter(Exchange exchange, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(random);
        if (exchange.Failure is not { } failure || exchange.Attempt >= Attempts || !On.Contains(failure.Kind))
        {
            return null;
        }

        if (failure.RetryAfter is { } asked)
        {
            return asked <= MaxWait ? asked : null;
        }

        var wait = Backoff * Math.Pow(2, exchange.Attempt - 1) * (1 - (random.NextDouble() / 4));
        return wait < MaxWait ? wait : MaxWait;
    }
}
