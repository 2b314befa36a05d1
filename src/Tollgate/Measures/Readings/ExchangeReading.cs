using System.Diagnostics.CodeAnalysis;
using Tollgate.Exchanges;

namespace Tollgate.Measures.Readings;

/// <summary>
/// An exchange that is over, as measures are drawn from it: what was recorded, and what every measure would otherwise
/// work out for itself.
/// </summary>
internal sealed class ExchangeReading
{
    /// <param name="exchange">The exchange.</param>
    /// <param name="start">Its task's first attempt; null where that was not recorded.</param>
    /// <param name="settings">How the run's numbers are drawn.</param>
    public ExchangeReading(Exchange exchange, TaskStart? start, MeasureSettings settings)
    {
        Exchange = exchange;
        Start = start;
        Settings = settings;
        var line = exchange.Timeline;
        (SentNs, FirstTokenNs) = (line.SentNs ?? 0, line.FirstTokenNs ?? 0);
        IsSound = line.SentNs is { } sentNs && line.FirstTokenNs >= sentNs;
        if (exchange.Outcome == Outcome.Completed)
        {
            IsSound &= line.LastTokenNs >= line.FirstTokenNs;
            Tokens = new StreamTokens(exchange);
            Shape = IsSound
                ? StreamShape.Of(line.Arrivals.Span, Tokens, (long)(settings.StallMs * 1e6))
                : default;
        }
    }

    public Exchange Exchange { get; }

    public Timeline Line => Exchange.Timeline;

    /// <summary>Its task's first attempt; null where that was not recorded.</summary>
    public TaskStart? Start { get; }

    public MeasureSettings Settings { get; }

    /// <summary>It was sent, a token came, and its stamps do not contradict each other.</summary>
    public bool IsSound { get; }

    /// <summary>When the request had left; 0 where <see cref="IsSound"/> is false.</summary>
    public long SentNs { get; }

    /// <summary>When the first token came; 0 where <see cref="IsSound"/> is false.</summary>
    public long FirstTokenNs { get; }

    /// <summary>The stream's tokens; only of an exchange that completed.</summary>
    public StreamTokens Tokens { get; }

    /// <summary>How the stream spent its time; only of a sound exchange that completed.</summary>
    public StreamShape Shape { get; }

    /// <summary>The exchange is one of those that latencies are of: it completed, and its stamps are sound.</summary>
    public bool IsMeasured => Exchange.Outcome == Outcome.Completed && IsSound;

    /// <summary>What it cost, an estimate of what nobody counted included; 0 without a price.</summary>
    public decimal Spent { get; init; }

    /// <summary>Its task's first attempt opened a connection in a run with warm ones.</summary>
    public bool IsTaskFresh => Start is { Fresh: true } && !Settings.Cold;

    /// <summary>It opened a connection in a run with warm ones.</summary>
    public bool IsFresh => Exchange.FreshConnection && !Settings.Cold;

    /// <summary>
    /// From the task's start to the last token in nanoseconds; from its own where that was not recorded.
    /// </summary>
    public long TaskNs => FirstTokenNs + Shape.SpanNs - (Start?.IntendedNs ?? Line.IntendedNs);

    /// <summary>Whether it kept every limit; false where it did not complete.</summary>
    public bool KeptLimits => IsMeasured && Settings.Limits is { } limits
        && !(Ms(FirstTokenNs - Line.IntendedNs) > limits.FirstTokenMs)
        && !(Ms(Shape.LongestGapNs) > limits.GapMs) && !(Ms(TaskNs) > limits.TotalMs);

    /// <summary>Where the task's time went; false where its start was not recorded.</summary>
    public bool TryGetTask([NotNullWhen(true)] out TaskParts? parts)
    {
        parts = Start is { } start
            ? new TaskParts(
                Line.IntendedNs - start.IntendedNs, SentNs - Line.IntendedNs, FirstTokenNs - SentNs, Shape.ReasoningNs,
                Shape.ToolNs, Shape.OutputNs)
            : null;
        return parts is not null;
    }

    /// <summary>Nanoseconds as milliseconds.</summary>
    public static double Ms(long ns) => ns / 1e6;
}
