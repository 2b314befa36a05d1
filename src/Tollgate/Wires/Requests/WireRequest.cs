namespace Tollgate.Wires.Requests;

/// <summary>A request that is ready to be sent.</summary>
internal sealed record WireRequest
{
    public string Method { get; init; } = "POST";

    public required Uri Uri { get; init; }

    /// <summary>
    /// The wire's own headers, the key among them: values are secrets. Each exchanger adds those of its transport.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Signs the request when every header is known; null where a key among the headers is enough.</summary>
    public IRequestSigner? Signer { get; init; }

    /// <summary>All headers of the request: its own, the further ones, and those that the signer adds.</summary>
    /// <param name="further">The target's and the exchange's.</param>
    /// <param name="now">The wall clock, for the signature.</param>
    public IReadOnlyList<KeyValuePair<string, string>> AllHeaders(
        IEnumerable<KeyValuePair<string, string>> further, DateTimeOffset now)
    {
        List<KeyValuePair<string, string>> all = [.. Headers, .. further];
        if (Signer is not null)
        {
            all.AddRange(Signer.Sign(this, [.. all], now));
        }

        return all;
    }
}
