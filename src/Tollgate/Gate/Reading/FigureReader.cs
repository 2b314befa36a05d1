using System.Text.RegularExpressions;
using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>Reads which figure a criterion is about, and which way it gets better.</summary>
internal static partial class FigureReader
{
    private const int MaxNameLength = 64;
    private const string Statistics = "p50, p90, p95, p99, any other such as p97.5, or mean";

    public static string[] Sources { get; } = ["measure", "score", "number"];

    public static (Figure Figure, BetterWhen Better)? Read(YamlMap map)
    {
        var given = Array.FindAll(Sources, map.Has);
        if (given.Length != 1)
        {
            var found = given.Length == 0 ? "none of measure, score and number"
                : string.Join(" and ", given.Select(key => $"`{key}`"));
            map.Context.Fail(map.Node, $"found {found}; expected exactly one of measure, score and number");
            return null;
        }

        var better = map.OneOf<BetterWhen>("better");
        if (map.ValueOf(given[0]) is not { } node
            || map.Text(given[0], "the name of a " + given[0]) is not { } name)
        {
            return null;
        }

        return given[0] == "number" ? ReadNumber(map, node, name, better)
            : ReadKnown(map, node, name, given[0] == "score" ? FigureSource.Score : FigureSource.Measure, better);
    }

    private static (Figure, BetterWhen)? ReadKnown(
        YamlMap map, YamlNode node, string name, FigureSource source, BetterWhen? better)
    {
        if (map.Has("unit"))
        {
            map.Context.Fail(map.KeyAt("unit"), $"a {SnakeCase.Of(source)} has its own unit; expected `unit` with a number of your own alone");
        }

        if (FigureCatalog.Find(name) is not { } known || known.Source != source)
        {
            map.Context.Fail(node, Unknown(name, source));
            return null;
        }

        if (!known.HasValues)
        {
            if (map.Has("statistic"))
            {
                map.Context.Fail(map.KeyAt("statistic"), $"{name} is one value, {(known.Kind == FigureKind.Share ? "a share" : "a mean")} over sessions; expected no `statistic`");
            }

            return (known.Whole, better ?? known.Better);
        }

        if (!map.Has("statistic"))
        {
            map.Context.Fail(map.Node, $"{name} has many values and the criterion has no `statistic`; expected {Statistics}");
            return null;
        }

        return ReadStatistic(map) is { } quantile
            ? (quantile == 0 ? known.Whole : known.At(quantile), better ?? known.Better)
            : null;
    }

    private static (Figure, BetterWhen)? ReadNumber(YamlMap map, YamlNode node, string name, BetterWhen? better)
    {
        if (FigureCatalog.Find(name) is { } known)
        {
            var source = SnakeCase.Of(known.Source);
            map.Context.Fail(node, $"{name} is a {source} that runs have of themselves; expected `{source}: {name}`, or another name for a number of your own");
            return null;
        }

        if (name.Length > MaxNameLength || !SnakeName().IsMatch(name))
        {
            map.Context.Fail(node, $"found {YamlContext.Quote(name)}; expected a number's name of at most {MaxNameLength} small letters, digits and _, such as customer_rating");
            return null;
        }

        if (!map.Has("better"))
        {
            map.Context.Fail(map.Node, $"nobody but you knows which way {name} gets better, and the criterion has no `better`; expected lower or higher");
        }

        var unit = map.Read("unit", "share or plain", text => text switch
        {
            "share" => FigureUnit.Share,
            "plain" => FigureUnit.Plain,
            _ => (FigureUnit?)null,
        });
        var quantile = map.Has("statistic") ? ReadStatistic(map) : 0;
        var mean = unit == FigureUnit.Share ? FigureKind.Share : FigureKind.Mean;
        return quantile is not { } at || (unit is null && map.Has("unit")) ? null : (new Figure(
            FigureSource.Number, name, at > 0 ? FigureKind.Quantile : mean, unit ?? FigureUnit.Plain, at)
        {
            HasQuantiles = true,
        }, better ?? BetterWhen.Lower);
    }

    // 0 for the mean. Read as decimals, so that p97.5 is the double nearest to 0.975.
    private static double? ReadStatistic(YamlMap map) => map.Read("statistic", Statistics, text =>
        text == "mean" ? 0
        : Quantile().IsMatch(text)
            && decimal.Parse(text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
                is >= 1 and <= 99.9m and var percent
            ? (double)(percent / 100)
            : (double?)null);

    private static string Unknown(string name, FigureSource source)
    {
        var kind = SnakeCase.Of(source);
        if (FigureCatalog.Find(name) is { } other)
        {
            return $"{name} is a {SnakeCase.Of(other.Source)}; expected `{SnakeCase.Of(other.Source)}: {name}`";
        }

        var dot = name.LastIndexOf('.');
        if (dot > 0 && FigureCatalog.Find(name[..dot]) is { HasValues: true })
        {
            return $"found {YamlContext.Quote(name)}; expected `{kind}: {name[..dot]}` with `statistic: {name[(dot + 1)..]}`";
        }

        var names = FigureCatalog.Names(source).ToList();
        var end = Suggestions.Nearest(name, names) is { } near ? $"did you mean {near}?"
            : Suggestions.Nearest(name, FigureCatalog.All.Select(one => one.Name)) is { } elsewhere
                ? $"did you mean `{SnakeCase.Of(FigureCatalog.Find(elsewhere)!.Source)}: {elsewhere}`?" // It is of the list.
                : $"expected one of {string.Join(", ", names)}, or `number` for one of your own";
        return $"there is no {kind} {YamlContext.Quote(name)}; {end}";
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex SnakeName();

    [GeneratedRegex(@"^p[0-9]{1,2}(\.[0-9]{1,3})?$")]
    private static partial Regex Quantile();
}
