namespace Tollgate.Wires;

/// <summary>From a base URL as users have it to the endpoint.</summary>
internal static class WireUrl
{
    /// <summary>
    /// Appends the version and the path. The version is left out where the base URL's path has a version segment
    /// (<c>/v1</c>, <c>/openai/v1</c>, <c>/api/paas/v4</c>) at its end already. A query (Azure's api-version) stays.
    /// </summary>
    public static Uri Append(Uri baseUrl, string version, string path)
    {
        var builder = new UriBuilder(baseUrl);
        var trunk = builder.Path.TrimEnd('/');
        if (trunk.EndsWith("/" + path, StringComparison.Ordinal))
        {
            return baseUrl;
        }

        var last = trunk[(trunk.LastIndexOf('/') + 1)..];
        var versioned = last.Length >= 2 && last[0] == 'v' && char.IsAsciiDigit(last[1]);
        builder.Path = $"{trunk}{(versioned ? "" : "/" + version)}/{path}";
        return builder.Uri;
    }

    /// <summary>Arguments that a model wrote may be no JSON object; a provider takes no other.</summary>
    public static string ObjectOrEmpty(string argumentsJson)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(argumentsJson);
            return document.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object ? argumentsJson : "{}";
        }
        catch (System.Text.Json.JsonException)
        {
            return "{}";
        }
    }
}
