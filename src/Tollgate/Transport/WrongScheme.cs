namespace Tollgate.Transport;

/// <summary>
/// The words for plain HTTP that went to a port with TLS, and the other way round: the errors of either say nothing
/// of it.
/// </summary>
internal static class WrongScheme
{
    private const byte Alert = 0x15, Handshake = 0x16, Version3 = 3;

    /// <summary>Whether an answer that should be HTTP begins as a record of TLS does (RFC 8446, 5.1).</summary>
    public static bool IsTls(ReadOnlySpan<byte> answer) => answer is [Alert or Handshake, Version3, ..];

    /// <summary>The other scheme, for the end of a sentence.</summary>
    public static string Hint(Uri endpoint) => endpoint.Scheme == Uri.UriSchemeHttps
        ? $"; if the server speaks plain HTTP there, try http://{endpoint.Authority}"
        : $"; if the server expects TLS there, try https://{endpoint.Authority}";

    /// <summary>The message of a handshake that failed.</summary>
    public static string OfHandshake(Uri endpoint, string cause)
    {
        var isTls = cause.Contains("certificate", StringComparison.OrdinalIgnoreCase)
            || cause.Contains("alert", StringComparison.OrdinalIgnoreCase);
        return $"{endpoint.IdnHost}: {(isTls ? cause : cause.TrimEnd('.') + Hint(endpoint))}";
    }

    /// <summary>The message of an answer that is TLS.</summary>
    public static string OfAnswer(Uri endpoint) => $"the answer is not HTTP but TLS; try https://{endpoint.Authority}";

    /// <summary>The words of a refusal, with a hint where they ask for TLS in plain HTTP.</summary>
    public static string OfRefusal(Uri endpoint, int status, string words) =>
        status == 400 && endpoint.Scheme == Uri.UriSchemeHttp
            && (words.Contains("HTTPS", StringComparison.Ordinal) || words.Contains("TLS", StringComparison.Ordinal))
            ? words.TrimEnd('.') + Hint(endpoint)
            : words;
}
