using Tollgate.Wires.Answers;

namespace Tollgate.Transport;

/// <summary>What an answer's status line and headers say. Not thread-safe.</summary>
internal sealed class AnswerHead
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>
    /// The media type without its parameters, in lower case; empty where there was none. The last counts where it is
    /// there twice, as in https://mimesniff.spec.whatwg.org/ and https://fetch.spec.whatwg.org/#content-type-header.
    /// </summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The content codings in lower case, in their order; empty for none.</summary>
    public string ContentEncoding { get; private set; } = "";

    /// <summary>Bytes; null where it was not said.</summary>
    public long? ContentLength { get; private set; }

    /// <summary>What in it breaks the standard; null where nothing does.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where a redirect leads; null where it was not said.</summary>
    public string? Location => Headers.First("location");

    /// <summary>All of them, for the wire.</summary>
    public AnswerHeaders Headers { get; } = new();

    /// <summary>
    /// Takes one header. A header that a proxy added once more is taken as one.
    /// </summary>
    /// <param name="name">In lower case.</param>
    /// <param name="value">Without white space around it.</param>
    public void Take(string name, string value)
    {
        Headers.Add(name, value);
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
        }
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
}
