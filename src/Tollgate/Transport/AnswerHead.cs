using System.Globalization;

namespace Tollgate.Transport;

/// <summary>What an answer's status line and headers say that matters here.</summary>
internal sealed class AnswerHead
{
    public int Status { get; set; }

    /// <summary>
    /// The media type without its parameters, in lower case; empty where there was none. The last counts where it is
    /// there twice, as in https://mimesniff.spec.whatwg.org/ and https://fetch.spec.whatwg.org/#content-type-header.
    /// </summary>
    public string ContentType { get; set; } = "";

    public string ContentEncoding { get; set; } = "";

    /// <summary>Bytes; null where it was not said.</summary>
    public long? ContentLength { get; private set; }

    /// <summary>What in it breaks the standard; null where nothing does.</summary>
    public string? Problem { get; private set; }

    public string? RequestId { get; set; }

    public string? RetryAfter { get; set; }

    public string? RetryAfterMs { get; set; }

    public string? Date { get; set; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; set; }

    /// <summary>
    /// Takes one header; those that do not matter pass by. A header that a proxy added once more is taken as one.
    /// </summary>
    /// <param name="name">In lower case.</param>
    /// <param name="value">Without white space around it.</param>
    public void Take(string name, string value)
    {
        switch (name)
        {
            case "content-type":
                var type = value.Split(',')[^1].Split(';')[0].Trim().ToLowerInvariant();
                ContentType = type.Length > 0 ? type : ContentType;
                break;
            case "content-encoding":
                ContentEncoding = string.Join(", ", $"{ContentEncoding},{value}".ToLowerInvariant()
                    .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(static coding => coding != "identity").Distinct());
                break;
            case "content-length":
                TakeLength(value);
                break;
            case "request-id" or "x-request-id" or "apim-request-id":
                RequestId ??= value;
                break;
            case "retry-after":
                RetryAfter ??= value;
                break;
            case "retry-after-ms":
                RetryAfterMs ??= value;
                break;
            case "date":
                Date ??= value;
                break;
            case "location":
                Location ??= value;
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

    // RFC 9110, 8.6: the same number twice is that number; of two numbers nobody knows which is right.
    private void TakeLength(string value)
    {
        foreach (var one in value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                Problem ??= $"its Content-Length is \"{value}\"";
            }
            else if ((ContentLength ?? length) != length)
            {
                Problem ??= $"its Content-Length is {ContentLength} and {length}";
            }
            else
            {
                ContentLength = length;
            }
        }
    }

    private static bool TryDate(string? text, out DateTimeOffset date) => DateTimeOffset.TryParseExact(
        text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
