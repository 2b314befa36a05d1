namespace Tollgate.Wires.Requests;

/// <summary>From a base URL as users have it to the endpoint.</summary>
internal static class WireUrl
{
    /// <summary>
    /// Appends the version and the path. The version is left out where the base URL's path has a version segment
    /// (<c>/v1</c>, <c>/openai/v1</c>, <c>/api/paas/v4</c>) at its end already, or before a last <c>openai</c>, as
    /// where a provider with a wire of its own also speaks OpenAI's (<c>/v1beta/openai</c>). Azure's
    /// <c>/openai/deployments/NAME</c> has none. A base URL that ends in the path is the endpoint itself. A query
    /// (Azure's api-version) stays.
    /// </summary>
    public static Uri Append(Uri baseUrl, string version, string path)
    {
        var builder = new UriBuilder(baseUrl);
        var trunk = builder.Path.TrimEnd('/');
        if (trunk.EndsWith("/" + path, StringComparison.Ordinal))
        {
            return baseUrl;
        }

        var segments = trunk.Split('/');
        var versioned = IsVersion(segments[^1])
            || (segments.Length > 2 && segments[^1] == "openai" && IsVersion(segments[^2]))
            || (segments.Length > 2 && segments[^3] == "openai" && segments[^2] == "deployments");
        builder.Path = $"{trunk}{(versioned ? "" : "/" + version)}/{path}";
        return builder.Uri;
    }

    private static bool IsVersion(string segment) =>
        segment.Length >= 2 && segment[0] == 'v' && char.IsAsciiDigit(segment[1]);

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
