using System.Globalization;

namespace Tollgate.Transport;

/// <summary>What an answer's status line and headers say that matters here.</summary>
internal sealed class AnswerHead
{
    public int Status { get; set; }

    /// <summary>The media type without its parameters, in lower case; empty where there was none.</summary>
    public string ContentType { get; set; } = "";

    public string ContentEncoding { get; set; } = "";

    public string? RequestId { get; set; }

    public string? RetryAfter { get; set; }

    public string? RetryAfterMs { get; set; }

    public string? Date { get; set; }

    /// <summary>Takes one header; those that do not matter pass by.</summary>
    /// <param name="name">In lower case.</param>
    /// <param name="value">Without white space around it.</param>
    public void Take(string name, string value)
    {
        switch (name)
        {
            case "content-type":
                ContentType = value.Split(';')[0].Trim().ToLowerInvariant();
                break;
            case "content-encoding":
                ContentEncoding = value.ToLowerInvariant();
                break;
            case "request-id" or "x-request-id" or "apim-request-id":
                RequestId ??= value;
                break;
            case "retry-after":
                RetryAfter = value;
                break;
            case "retry-after-ms":
                RetryAfterMs = value;
                break;
            case "date":
                Date = value;
                break;
        }
    }

    /// <summary>
    /// How long the provider asks to wait: RFC 9110, 10.2.3, in seconds or as a date, which is held against the
    /// answer's own Date, since its clock is the one that counts. Null where it does not ask, or not so that it can be
    /// understood.
    /// </summary>
    public TimeSpan? Wait()
    {
        if (double.TryParse(RetryAfterMs, NumberStyles.Float, CultureInfo.InvariantCulture, out var ms)
            && ms is >= 0 and < 86_400_000)
        {
            return TimeSpan.FromMilliseconds(ms);
        }

        if (double.TryParse(RetryAfter, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds is >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null;
        }

        return TryDate(RetryAfter, out var until) && TryDate(Date, out var now)
            ? until > now ? until - now : TimeSpan.Zero
            : null;
    }

    private static bool TryDate(string? text, out DateTimeOffset date) => DateTimeOffset.TryParseExact(
        text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
