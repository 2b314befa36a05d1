using Tollgate.Exchanges;
using Tollgate.Input;

namespace Tollgate.Simulator.Profiles;

/// <summary>Reads profiles from YAML. A file that is wrong is a <see cref="ProfileException"/> that says where.</summary>
internal static class ProfileFile
{
    private static readonly Between<double> Shares = new(0, 1);
    private static readonly Between<double> Factors = new(0, 10);
    private static readonly Between<double> Money = new(0, 1e9);
    private static readonly Between<int> Counts = new(1, int.MaxValue);

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
    /// <exception cref="ProfileException">The text is wrong; the message is about the first thing that is.</exception>
    public static ProfileSet Parse(string text, string name)
    {
        var context = new YamlContext(name, "", environment: null);
        var profiles = YamlTree.Read(text, name, "a mapping with `models`", context.Errors) is { } root
            ? Read(context, root)
            : null;
        return profiles is not null && context.Errors.Count == 0
            ? profiles
            : throw new ProfileException(context.Errors[0].ToString());
    }

    private static ProfileSet? Read(YamlContext context, YamlNode root)
    {
        if (YamlMap.Of(context, root, "a profile file", "models", "schema", "regions") is not { } map)
        {
            return null;
        }

        map.Read("schema", "1, the only schema that this version reads", static text => text == "1" ? text : null);
        var models = context.Entries(map.ValueOf("models"), "models by name")
            .ToDictionary(one => one.Name, one => Model(context, one.Name, one.Value));
        if (models.Count == 0)
        {
            context.Fail(map.KeyAt("models"), "there is no model; expected at least one in `models`");
        }

        var regions = context.Entries(map.ValueOf("regions"), "regions by name")
            .ToDictionary(one => one.Name, one => Region(context, one.Value));
        return context.Errors.Count > 0 ? null : new ProfileSet
        {
            Models = models.ToDictionary(one => one.Key, one => one.Value!), // What could not be read is an error.
            Regions = regions,
        };
    }

    private static ModelProfile? Model(YamlContext context, string name, YamlNode node) =>
        YamlMap.Of(context, node, "a model", "first_token_ms", "tokens_per_second", "output_tokens", "gap_cv", "reasoning",
            "capacity", "limits", "price_per_million") is not { } map ? null : new ModelProfile
            {
                Name = name,
                FirstTokenMs = SpreadOf(map, "first_token_ms", 0),
                TokensPerSecond = SpreadOf(map, "tokens_per_second", 0.001),
                OutputTokens = SpreadOf(map, "output_tokens", 1),
                GapCv = map.Number("gap_cv", Factors) ?? 0,
                Reasoning = Inner(map, "reasoning", ReasoningOf, "share", "streamed") ?? Reasoning.None,
                Capacity = Inner(map, "capacity", CapacityOf, "streams", "knee", "slope") ?? Capacity.Unbounded,
                Limits = Inner(map, "limits", LimitsOf, "requests_per_minute", "tokens_per_minute") ?? RateLimits.None,
                Price = Inner(
                    map, "price_per_million", PriceOf, "input", "output", "currency", "cached_input", "cache_write"),
            };

    private static Spread Region(YamlContext context, YamlNode node) =>
        YamlMap.Of(context, node, "a region", "first_token_ms") is { } map ? SpreadOf(map, "first_token_ms", 0) : default;

    private static T? Inner<T>(YamlMap map, string key, Func<YamlMap, T> read, params string[] known)
        where T : class =>
        map.ValueOf(key) is { } node && YamlMap.Of(map.Context, node, $"`{key}`", known) is { } inner ? read(inner) : null;

    private static Reasoning ReasoningOf(YamlMap map) =>
        new(Required(map, "share", Shares), map.Flag("streamed") ?? true);

    private static Capacity CapacityOf(YamlMap map) => new(
        map.Whole("streams", Counts) ?? int.MaxValue, map.Whole("knee", Counts) ?? int.MaxValue,
        map.Number("slope", Factors) ?? 1);

    private static RateLimits LimitsOf(YamlMap map) =>
        new(map.Whole("requests_per_minute", Counts), map.Whole("tokens_per_minute", Counts));

    private static Price PriceOf(YamlMap map)
    {
        var input = (decimal)Required(map, "input", Money);
        return new Price(
            map.Text("currency") ?? "USD",
            input,
            (decimal?)map.Number("cached_input", Money) ?? input,
            (decimal?)map.Number("cache_write", Money) ?? input,
            (decimal)Required(map, "output", Money));
    }

    private static double Required(YamlMap map, string key, Between<double> bounds)
    {
        if (!map.Has(key))
        {
            map.Context.Fail(map.Node, $"there is no `{key}`; expected it");
        }

        return map.Number(key, bounds) ?? 0;
    }

    // A number, or the quantiles of what varies.
    private static Spread SpreadOf(YamlMap map, string key, double least)
    {
        var bounds = new Between<double>(least, 1e9);
        if (map.ValueOf(key) is not { Entries: not null } node)
        {
            return Spread.Constant(Required(map, key, bounds));
        }

        if (YamlMap.Of(map.Context, node, $"`{key}`", "p5", "p50", "p95") is not { } quantiles)
        {
            return default;
        }

        var low = Required(quantiles, "p5", bounds);
        var high = Required(quantiles, "p95", bounds);
        var median = quantiles.Number("p50", bounds) ?? Math.Sqrt(low * high);
        if (low > median || median > high || (low == 0 && high > 0))
        {
            map.Context.Fail(node, "the quantiles are out of order; expected p5 <= p50 <= p95, and p5 above 0 where they differ");
        }

        return new Spread(low, median, high);
    }

    private static string ReadDefault()
    {
        using var stream = typeof(ProfileFile).Assembly.GetManifestResourceStream("profiles.default.yaml")
            ?? throw new InvalidOperationException("The build left the default profiles out of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
