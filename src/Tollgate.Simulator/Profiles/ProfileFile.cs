using Tollgate.Exchanges;
using Tollgate.Input;

namespace Tollgate.Simulator.Profiles;

/// <summary>Reads profiles from YAML. Every error is a <see cref="ProfileException"/> that names the line.</summary>
internal static class ProfileFile
{
    /// <summary>The file that comes with the simulator, comments included: what a user copies and changes.</summary>
    public static string DefaultText { get; } = ReadDefault();

    /// <exception cref="ProfileException">The file cannot be read, or is wrong.</exception>
    public static ProfileSet Load(string path)
    {
        return InputFiles.TryReadText(path, out var text, out var error)
            ? Parse(text, path)
            : throw new ProfileException($"{path}: {error}; expected a profile file.");
    }

    /// <param name="text">YAML.</param>
    /// <param name="name">What errors call the file.</param>
    /// <exception cref="ProfileException">The text is wrong.</exception>
    public static ProfileSet Parse(string text, string name)
    {
        var root = ProfileNode.Read(text, name);
        root.AllowOnly("schema", "models", "regions");
        if (root.Find("schema") is { } schema && schema.Number() != 1)
        {
            throw schema.Expected("1, the only schema that this version reads");
        }

        var models = root.Required("models").Children().ToDictionary(m => m.Key, m => Model(m.Key, m.Value));
        if (models.Count == 0)
        {
            throw root.Required("models").Expected("at least one model");
        }

        var regions = root.Find("regions")?.Children().ToDictionary(r => r.Key, r => Region(r.Value)) ?? [];
        return new ProfileSet { Models = models, Regions = regions };
    }

    private static ModelProfile Model(string name, ProfileNode node)
    {
        node.AllowOnly("first_token_ms", "tokens_per_second", "output_tokens", "gap_cv", "reasoning", "capacity",
            "limits", "price_per_million");
        return new ModelProfile
        {
            Name = name,
            FirstTokenMs = node.Required("first_token_ms").Spread(least: 0),
            TokensPerSecond = node.Required("tokens_per_second").Spread(least: 0.001),
            OutputTokens = node.Required("output_tokens").Spread(least: 1),
            GapCv = node.Find("gap_cv")?.Number(0, 10) ?? 0,
            Reasoning = node.Find("reasoning") is { } reasoning ? ReasoningOf(reasoning) : Reasoning.None,
            Capacity = node.Find("capacity") is { } capacity ? CapacityOf(capacity) : Capacity.Unbounded,
            Limits = node.Find("limits") is { } limits ? LimitsOf(limits) : RateLimits.None,
            Price = node.Find("price_per_million") is { } price ? PriceOf(price) : null,
        };
    }

    private static Spread Region(ProfileNode node)
    {
        node.AllowOnly("first_token_ms");
        return node.Required("first_token_ms").Spread(least: 0);
    }

    private static Reasoning ReasoningOf(ProfileNode node)
    {
        node.AllowOnly("share", "streamed");
        return new Reasoning(node.Required("share").Number(0, 1), node.Find("streamed")?.Flag() ?? true);
    }

    private static Capacity CapacityOf(ProfileNode node)
    {
        node.AllowOnly("streams", "knee", "slope");
        return new Capacity(
            node.Find("streams")?.Count() ?? int.MaxValue,
            node.Find("knee")?.Count() ?? int.MaxValue,
            node.Find("slope")?.Number(0, 10) ?? 1);
    }

    private static RateLimits LimitsOf(ProfileNode node)
    {
        node.AllowOnly("requests_per_minute", "tokens_per_minute");
        return new RateLimits(node.Find("requests_per_minute")?.Count(), node.Find("tokens_per_minute")?.Count());
    }

    private static Price PriceOf(ProfileNode node)
    {
        node.AllowOnly("currency", "input", "cached_input", "cache_write", "output");
        var input = node.Required("input").Money();
        return new Price(
            node.Find("currency")?.Text() ?? "USD",
            input,
            node.Find("cached_input")?.Money() ?? input,
            node.Find("cache_write")?.Money() ?? input,
            node.Required("output").Money());
    }

    private static string ReadDefault()
    {
        using var stream = typeof(ProfileFile).Assembly.GetManifestResourceStream("profiles.default.yaml")
            ?? throw new InvalidOperationException("The build left the default profiles out of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
