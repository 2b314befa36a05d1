namespace Tollgate.Simulator.Faults;

/// <summary>
/// What goes wrong, or merely otherwise than usual, in one answer. Written as a list, such as
/// <c>stall=2s, tokens-per-event=4</c>: in a fault's setting, and in the request header <c>x-simulate</c>.
/// What happens in mid-stream happens before a token that is drawn, never before the first.
/// </summary>
internal sealed record Injection
{
    /// <summary>The request header that asks for an injection.</summary>
    public const string Header = "x-simulate";

    public static Injection None { get; } = new();

    /// <summary><c>stall=2s</c>: silence in mid-stream, for so long.</summary>
    public TimeSpan? Stall { get; init; }

    /// <summary><c>reset-before-headers</c>: the connection is reset (RST) once the request has been read.</summary>
    public bool ResetBeforeHeaders { get; init; }

    /// <summary><c>reset-mid-stream</c>: the connection is reset (RST) between two tokens.</summary>
    public bool ResetMidStream { get; init; }

    /// <summary><c>malformed-event</c>: one event more, in mid-stream, whose JSON breaks off.</summary>
    public bool MalformedEvent { get; init; }

    /// <summary><c>no-end-marker</c>: the answer ends in good order, without the stream's own end.</summary>
    public bool NoEndMarker { get; init; }

    /// <summary><c>status=529</c>: this error at once, in the provider's form. 400 to 599.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// <c>retry-after=2s</c>: sent with <see cref="Status"/>, in whole seconds; a 429 has 1 s without it.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary><c>html</c>: a success that is an HTML page.</summary>
    public bool Html { get; init; }

    /// <summary><c>gzip</c>: the answer is compressed, though nobody asked for it.</summary>
    public bool Gzip { get; init; }

    /// <summary><c>huge-event</c>: one event of more than 8 MiB in mid-stream.</summary>
    public bool HugeEvent { get; init; }

    /// <summary><c>provider-error</c>: the provider reports an error in mid-stream, and ends.</summary>
    public bool ProviderError { get; init; }

    /// <summary><c>never</c>: headers, and then not one token.</summary>
    public bool Never { get; init; }

    /// <summary><c>trickle</c>: one byte a write.</summary>
    public bool Trickle { get; init; }

    /// <summary><c>tokens-per-event=4</c>: 1 to 1,000; the first token leaves alone.</summary>
    public int TokensPerEvent { get; init; } = 1;

    /// <summary><c>role-first=false</c>: no opening event ahead of the first token.</summary>
    public bool RoleFirst { get; init; } = true;

    /// <summary>
    /// <c>reasoning=50</c>: percent of the output tokens that are thinking; null for the profile's share.
    /// </summary>
    public double? ReasoningPercent { get; init; }

    /// <summary><c>region=emea</c>: the region that answers; null for the URL's.</summary>
    public string? Region { get; init; }

    /// <summary>Reads a list on top of this one.</summary>
    /// <param name="list">Comma-separated names, with values where they need one.</param>
    /// <param name="error">One sentence, where it is wrong.</param>
    /// <returns>Null where it is wrong.</returns>
    public Injection? Parse(string list, out string? error)
    {
        var result = this;
        foreach (var item in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = item.IndexOf('=') is var at and >= 0
                ? (item[..at].TrimEnd(), item[(at + 1)..].TrimStart())
                : (item, null);
            if (result.With(name, value) is not { } next)
            {
                error = $"found the fault `{item}`, expected {Expected(name)}.";
                return null;
            }

            result = next;
        }

        error = null;
        return result;
    }

    /// <summary>The list that gives this injection; empty for none.</summary>
    public override string ToString()
    {
        var items = new List<string>();
        Add(Stall is not null, $"stall={Stall?.TotalMilliseconds}ms");
        Add(ResetBeforeHeaders, "reset-before-headers");
        Add(ResetMidStream, "reset-mid-stream");
        Add(MalformedEvent, "malformed-event");
        Add(NoEndMarker, "no-end-marker");
        Add(Status is not null, $"status={Status}");
        Add(RetryAfter is not null, $"retry-after={RetryAfter?.TotalMilliseconds}ms");
        Add(Html, "html");
        Add(Gzip, "gzip");
        Add(HugeEvent, "huge-event");
        Add(ProviderError, "provider-error");
        Add(Never, "never");
        Add(Trickle, "trickle");
        Add(TokensPerEvent != 1, $"tokens-per-event={TokensPerEvent}");
        Add(!RoleFirst, "role-first=false");
        Add(ReasoningPercent is not null, $"reasoning={ReasoningPercent}");
        Add(Region is not null, $"region={Region}");
        return string.Join(", ", items);

        void Add(bool has, string item)
        {
            if (has)
            {
                items.Add(item);
            }
        }
    }

    private Injection? With(string name, string? value) => (name, value) switch
    {
        ("stall", { } v) when Duration(v) is { } time => this with { Stall = time },
        ("retry-after", { } v) when Duration(v) is { } time => this with { RetryAfter = time },
        ("status", { } v) when Whole(v, 400, 599) is { } status => this with { Status = status },
        ("tokens-per-event", { } v) when Whole(v, 1, 1000) is { } tokens => this with { TokensPerEvent = tokens },
        ("reasoning", { } v) when Whole(v.TrimEnd('%'), 0, 100) is { } share => this with { ReasoningPercent = share },
        ("region", { Length: > 0 } v) => this with { Region = v },
        ("role-first", "true" or "false") => this with { RoleFirst = value == "true" },
        ("reset-before-headers", null) => this with { ResetBeforeHeaders = true },
        ("reset-mid-stream", null) => this with { ResetMidStream = true },
        ("malformed-event", null) => this with { MalformedEvent = true },
        ("no-end-marker", null) => this with { NoEndMarker = true },
        ("html", null) => this with { Html = true },
        ("gzip", null) => this with { Gzip = true },
        ("huge-event", null) => this with { HugeEvent = true },
        ("provider-error", null) => this with { ProviderError = true },
        ("never", null) => this with { Never = true },
        ("trickle", null) => this with { Trickle = true },
        _ => null,
    };

    private static string Expected(string name) => name switch
    {
        "stall" or "retry-after" => $"`{name}=2s` or `{name}=500ms`",
        "status" => "`status=` and a number from 400 to 599",
        "tokens-per-event" => "`tokens-per-event=` and a number from 1 to 1000",
        "reasoning" => "`reasoning=` and a percentage from 0 to 100",
        "role-first" => "`role-first=true` or `role-first=false`",
        "region" => "`region=` and a name",
        _ => "one of stall=2s, reset-before-headers, reset-mid-stream, malformed-event, no-end-marker, status=529, "
            + "retry-after=2s, html, gzip, huge-event, provider-error, never, trickle, tokens-per-event=4, "
            + "role-first=false, reasoning=50, region=emea",
    };

    private static TimeSpan? Duration(string text)
    {
        var (number, unitMs) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1.0)
            : text.EndsWith('s') ? (text[..^1], 1000.0) : ("", 0);
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * unitMs <= 86_400_000
            ? TimeSpan.FromMilliseconds(value * unitMs)
            : null;
    }

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most ? value : null;
}
