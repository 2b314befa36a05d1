using Tollgate.Exchanges;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.Costs;

/// <summary>Adds up what the tokens of one target cost. Not thread-safe.</summary>
internal sealed class CostBook(Price? price)
{
    private readonly Dictionary<long, long> lastInput = [];
    private Usage sum;
    private long ofFailed, ofCancelled, estimatedTokens, uncounted;
    private decimal total, estimated;

    /// <summary>Enters an exchange that is over, whatever came of it.</summary>
    /// <returns>What it cost, an estimate of what nobody counted included; 0 without a price.</returns>
    public decimal Add(Exchange exchange)
    {
        var usage = exchange.Usage;
        decimal spent = 0;
        if (usage is { } counted)
        {
            sum += counted;
            spent = price?.Of(counted) ?? 0;
            total += spent;
        }

        var isWhole = IsWhole(exchange);
        var guess = isWhole ? null : Estimate(exchange);
        if (guess is { } missing)
        {
            estimatedTokens += missing.AllInput + missing.Output;
            var more = price?.Of(missing) ?? 0;
            estimated += more;
            spent += more;
        }
        else if (!isWhole)
        {
            uncounted++;
        }

        var tokens = Tokens(usage) + Tokens(guess);
        ofFailed += exchange.Outcome == Outcome.Failed ? tokens : 0;
        ofCancelled += exchange.Outcome == Outcome.Cancelled ? tokens : 0;
        if (exchange.Turn is { } turn && usage is { AllInput: > 0 } known)
        {
            lastInput[turn.Session] = known.AllInput + known.Output;
        }

        return spent;
    }

    /// <param name="sessions">How many sessions, or tasks, the cost is shared out among.</param>
    public Cost? ToCost(long sessions) => price is null
        ? null
        : new Cost(price.Currency, total + estimated, sessions > 0 ? (total + estimated) / sessions : null, uncounted)
        {
            Estimated = estimated,
            Tokens = new TokenKinds(
                sum.Input, sum.CachedInput, sum.CacheWrite, sum.Output, sum.Reasoning, ofFailed, ofCancelled,
                estimatedTokens),
        };

    // A provider may count nothing, or one side alone; and a stream that was cut short may have no count but the one
    // that it began with. A prompt has tokens, and so has output that came.
    private static bool IsWhole(Exchange exchange)
    {
        var arrivals = exchange.Timeline.Arrivals.Length;
        return exchange.Usage is not { } usage
            ? arrivals == 0
            : usage.AllInput > 0
                && usage.Output >= (exchange.Outcome == Outcome.Completed ? Math.Min(arrivals, 1) : arrivals);
    }

    // What a provider that does not say must have read and written: the conversation as the session's exchange before
    // had it, where that said, and the output's characters over four.
    private Usage? Estimate(Exchange exchange)
    {
        if (exchange.Turn is not { } turn || !lastInput.TryGetValue(turn.Session, out var input))
        {
            return null;
        }

        var counted = exchange.Usage ?? default;
        var output = (long)Math.Ceiling(new StreamTokens(exchange with { Usage = null }).Output);
        var isOutputWhole = counted.Output > 0 && exchange.Outcome == Outcome.Completed;
        return new Usage(
            counted.AllInput > 0 ? 0 : input, 0, 0, isOutputWhole ? 0 : Math.Max(0, output - counted.Output), 0);
    }

    private static long Tokens(Usage? usage) => usage is { } counted ? counted.AllInput + counted.Output : 0;
}
