namespace Tollgate.Wires.Answers;

/// <summary>An answer's headers in the order in which they came. Not thread-safe.</summary>
internal sealed class AnswerHeaders
{
    private readonly List<(string Name, string Value)> all = [];

    /// <summary>Takes one.</summary>
    /// <param name="name">In lower case.</param>
    /// <param name="value">Without white space around it.</param>
    public void Add(string name, string value) => all.Add((name, value));

    /// <summary>The first that has one of these names; null where there is none.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var (name, value) in all)
        {
            if (names.Contains(name))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The request's id, under the names that providers and gateways use; null where there is none.</summary>
    public string? RequestId() => First("request-id", "x-request-id", "apim-request-id");

    /// <summary>
    /// How long the provider asks to wait: RFC 9110, 10.2.3, in seconds or as a date, which is held against the
    /// answer's own Date, since its clock is the one that counts; or in milliseconds, as OpenAI and Azure have it too.
    /// Null where it does not ask, or not so that it can be understood.
    /// </summary>
    public TimeSpan? RetryAfter()
    {
        if (double.TryParse(First("retry-after-ms"), NumberStyles.Float, CultureInfo.InvariantCulture, out var ms)
            && ms is >= 0 and < 86_400_000)
        {
            return TimeSpan.FromMilliseconds(ms);
        }

        var after = First("retry-after");
        if (double.TryParse(after, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds is >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null;
        }

        return TryDate(after, out var until) && TryDate(First("date"), out var now)
            ? until > now ? until - now : TimeSpan.Zero
            : null;
    }

    private static bool TryDate(string? text, out DateTimeOffset date) => DateTimeOffset.TryParseExact(
        text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
