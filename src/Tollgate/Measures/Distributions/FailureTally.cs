using Tollgate.Exchanges;

namespace Tollgate.Measures.Distributions;

/// <summary>Counts failures by kind and keeps the first message of each.</summary>
internal sealed class FailureTally
{
    private const int MaxMessageLength = 300;

    private readonly SortedDictionary<FailureKind, long> counts = [];
    private readonly SortedDictionary<FailureKind, string> messages = [];

    public IReadOnlyDictionary<FailureKind, long> Counts => new SortedDictionary<FailureKind, long>(counts);

    public IReadOnlyDictionary<FailureKind, string> Messages => new SortedDictionary<FailureKind, string>(messages);

    public void Add(Failure? failure)
    {
        var kind = failure?.Kind ?? FailureKind.Instrument;
        var seen = counts.GetValueOrDefault(kind);
        counts[kind] = seen + 1;
        if (seen == 0 && failure is { Message.Length: > 0 })
        {
            messages[kind] = OneLine(failure.Message);
        }
    }

    // A provider's message may hold line breaks and what a terminal would obey.
    private static string OneLine(string message)
    {
        var line = string.Concat(
            message.Take(MaxMessageLength).Select(symbol => char.IsControl(symbol) ? ' ' : symbol));
        return message.Length > MaxMessageLength ? line + "…" : line;
    }
}
