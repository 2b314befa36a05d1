namespace Tollgate.Secrets;

/// <summary>URLs as they may be shown and kept: what can be a secret is cut.</summary>
internal static class PlainUrl
{
    // A version of an API is no secret; of any other value nobody knows.
    private static readonly string[] Harmless = ["api-version", "api_version", "version"];

    // Names under which keys travel in queries: https://learn.microsoft.com/azure/azure-functions/function-keys-how-to
    // (code), https://learn.microsoft.com/azure/storage/common/storage-sas-overview (sig), and the like.
    private static readonly string[] OfKeys =
        ["key", "token", "secret", "sig", "signature", "code", "password", "passwd", "pwd", "auth", "authorization",
            "credential", "credentials", "session", "jwt", "apikey", "accesskey", "subscription"];

    /// <summary>
    /// The URL without credentials and fragment, and with *** for each value of its query that is no API's version.
    /// </summary>
    /// <param name="url">An absolute URL.</param>
    public static string Of(Uri url)
    {
        if (url.UserInfo.Length == 0 && url.Fragment.Length == 0 && url.Query.Length == 0)
        {
            return url.OriginalString;
        }

        var scheme = url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return url.Query.Length <= 1 ? scheme : $"{scheme}?{string.Join('&', Query(url).Select(Shown))}";
    }

    /// <summary>The pairs of its query, still escaped; a value is null where there is no equals sign.</summary>
    public static IEnumerable<(string Name, string? Value)> Query(Uri url)
    {
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            yield return equals < 0 ? (pair, null) : (pair[..equals], pair[(equals + 1)..]);
        }
    }

    /// <summary>Whether a value of that name is one that lets somebody in: any word of the name says so.</summary>
    /// <param name="name">The name in a query or of a variable, such as <c>subscription-key</c>.</param>
    public static bool IsOfAKey(string name)
    {
        var words = Uri.UnescapeDataString(name).Split('-', '_', '.', '[', ']');
        return words.Any(static word => OfKeys.Contains(word, StringComparer.OrdinalIgnoreCase))
            || OfKeys.Contains(string.Concat(words), StringComparer.OrdinalIgnoreCase)
            || words.Any(static word => word.EndsWith("key", StringComparison.OrdinalIgnoreCase)
                || word.EndsWith("token", StringComparison.OrdinalIgnoreCase));
    }

    // A name alone may be the key itself.
    private static string Shown((string Name, string? Value) pair) =>
        pair.Value is null ? "***"
        : Harmless.Contains(pair.Name, StringComparer.OrdinalIgnoreCase) ? $"{pair.Name}={pair.Value}"
        : $"{pair.Name}=***";
}
