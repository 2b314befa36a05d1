namespace Tollgate.Suites.Importing.Sgd;

/// <summary>An intent of a service: a tool.</summary>
internal sealed record SgdIntent(
    string Name, string Description, bool HasEffect, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public IEnumerable<string> Arguments => Required.Concat(Optional);

    /// <summary>The tool, and the table that it reads, for one of a service's intents.</summary>
    public string ToolOf(SgdService service) => Snake(service.Name) + "_" + Snake(Name);

    /// <summary>Letters, digits and underscores.</summary>
    public static string Snake(string name) => string.Concat(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Select(one => char.IsAsciiLetterOrDigit(one) ? one : '_'));
}
