using Tollgate.Secrets;

namespace Tollgate.Plans;

/// <summary>Base URLs as users write them.</summary>
internal static class BaseUrls
{
    /// <summary>
    /// Reads an http or https URL without credentials or fragment. It may have a query, such as Azure's
    /// <c>api-version</c>, but no key in it.
    /// </summary>
    /// <param name="text">The URL.</param>
    /// <param name="url">The URL again.</param>
    /// <param name="error">
    /// What is wrong and what was expected. The URL stands in it only where nothing in it can be a secret.
    /// </param>
    public static bool TryParse(string text, out Uri url, out string error)
    {
        const string Example = "such as https://api.openai.com/v1";
        url = new Uri("about:blank");
        error = "";
        var mayHoldSecret = text.AsSpan().ContainsAny('@', '?', '#');
        var shown = mayHoldSecret ? "a URL, which is not shown since it may hold a key" : $"\"{text}\"";
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            error = $"found {shown}, without a scheme; expected a URL that starts with https:// or http://, {Example}";
        }
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var parsed) || parsed.Host.Length == 0)
        {
            error = $"found {shown}, which is no URL; expected one {Example}";
        }
        else if (!HasHost(parsed))
        {
            error = $"found {shown}, whose host is no name of a host; expected one {Example}";
        }
        else if (parsed.Scheme is not ("http" or "https"))
        {
            error = $"found the scheme {parsed.Scheme}; expected https or http";
        }
        else if (parsed.UserInfo.Length > 0 || text.AsSpan().ContainsAny('@', '#'))
        {
            error = "found a URL with credentials or a fragment; expected the base URL alone, with the key under `key`";
        }
        else if (PlainUrl.Query(parsed).Select(static pair => pair.Name).FirstOrDefault(PlainUrl.IsOfAKey) is { } name)
        {
            error = $"found a URL with a key in its query, as {name}; expected the key under `key` or in a header, "
                + "since URLs are logged on their way";
        }
        else if (PlainUrl.Query(parsed).Any(static pair => pair.Value is null || KeyShapes.AreIn(pair.Value)))
        {
            error = "found a URL with something in its query that may be a key; expected names and values such as "
                + "?api-version=2024-10-21, with the key under `key` or in a header";
        }
        else
        {
            url = parsed;
            return true;
        }

        return false;
    }

    // A name that cannot be written for the network throws wherever it is asked for.
    private static bool HasHost(Uri url)
    {
        try
        {
            return url.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }
}
