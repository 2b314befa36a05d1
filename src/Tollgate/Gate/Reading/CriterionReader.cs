using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>Reads one criterion.</summary>
internal static class CriterionReader
{
    private const int MaxNameLength = 64;
    private const int MaxReasonLength = 500;

    // 1 - 0.9 is a little less than 0.1.
    private const double Rounding = 1e-9;

    public static string[] Keys { get; } =
    [
        "measure", "score", "number", "statistic", "unit", "name", "better", "win", "bad_loss", "at_most", "at_least",
        "assume", "hope", "may_be_missing", "missing", "worst", "undecided",
    ];

    public static Criterion? Read(YamlContext context, YamlNode node)
    {
        if (YamlMap.Of(context, node, "a criterion", Keys) is not { } map)
        {
            return null;
        }

        foreach (var missing in new[] { "win", "bad_loss" }.Where(key => !map.Has(key)))
        {
            context.Fail(node, $"the criterion has no `{missing}`; expected a measure, score or number with `win` and `bad_loss`");
        }

        var name = Words.Read(map, "name", MaxNameLength);
        var mayBeMissing = Words.Read(map, "may_be_missing", MaxReasonLength);
        if (FigureReader.Read(map) is not var (figure, better))
        {
            return null;
        }

        var amounts = new AmountReader(map, figure, better);
        var win = amounts.Margin("win", betterBy: true, zero: true);
        var badLoss = amounts.Margin("bad_loss", betterBy: false, zero: false);
        var criterion = new Criterion
        {
            Name = name ?? figure.FullName,
            Figure = figure,
            Better = better,
            Win = win ?? default,
            BadLoss = badLoss ?? default,
            AtMost = amounts.Value("at_most"),
            AtLeast = amounts.Value("at_least"),
            Assume = amounts.Value("assume"),
            Undecided = amounts.Value("undecided"),
            ExpectedEffect = amounts.Margin("hope", betterBy: true, zero: false),
            MayBeMissing = mayBeMissing,
            Missing = map.OneOf<MissingNumber>("missing") ?? MissingNumber.Refuse,
            Worst = amounts.Value("worst"),
            Currency = amounts.Currency,
        };
        CheckMissing(map, criterion);
        CheckUndecided(map, criterion);
        CheckLimits(map, criterion);
        CheckHope(map, criterion, win);
        CheckReach(map, criterion, win);
        return criterion;
    }

    private static void CheckLimits(YamlMap map, Criterion criterion)
    {
        if (criterion.AtLeast > criterion.AtMost)
        {
            map.Context.Fail(map.KeyAt("at_least"), $"the floor of {Shown(map, "at_least")} is above the ceiling of {Shown(map, "at_most")}; expected it below");
        }

        if (criterion.AtMost == 0 && criterion.Figure.Unit is not (FigureUnit.Share or FigureUnit.Plain))
        {
            map.Context.Fail(map.KeyAt("at_most"), $"found a ceiling of {Shown(map, "at_most")}, which nothing keeps; expected one above zero");
        }
    }

    private static void CheckMissing(YamlMap map, Criterion criterion)
    {
        foreach (var key in new[] { "missing", "worst" }.Where(key =>
            map.Has(key) && criterion.Figure.Source != FigureSource.Number))
        {
            map.Context.Fail(map.KeyAt(key), $"runs hold {criterion.Figure.Name} themselves; expected `{key}` with a number of your own alone");
        }

        if (map.Has("worst") && criterion.Missing != MissingNumber.Worst)
        {
            map.Context.Fail(map.KeyAt("worst"), "found a worst value without `missing: worst`; expected both or neither");
        }
        else if (criterion is { Missing: MissingNumber.Worst, Figure.Kind: not FigureKind.Quantile } && !map.Has("worst"))
        {
            map.Context.Fail(map.KeyAt("missing"), $"{criterion.Figure.FullName} is a mean, and no mean holds what is worse than every value; expected `worst` with the value that a missing one counts as");
        }
    }

    private static void CheckUndecided(YamlMap map, Criterion criterion)
    {
        if (map.Has("undecided") && criterion.Figure is not { Source: FigureSource.Score, Kind: FigureKind.Share })
        {
            map.Context.Fail(map.KeyAt("undecided"), $"nothing of {criterion.Figure.FullName} stays undecided; expected `undecided` with a score that is a share");
        }
    }

    private static void CheckHope(YamlMap map, Criterion criterion, Margin? win)
    {
        if (criterion.ExpectedEffect is not { } hope || win is not { } margin)
        {
            return;
        }

        if (hope.Relative != margin.Relative)
        {
            map.Context.Fail(map.KeyAt("hope"), $"found a hope of {Shown(map, "hope")} beside a win of {Shown(map, "win")}; expected both in the same unit");
        }
        else if (hope.Amount <= margin.Amount)
        {
            map.Context.Fail(map.KeyAt("hope"), $"found a hope of {Shown(map, "hope")}, which is no more than the win of {Shown(map, "win")}; expected a larger improvement");
        }
    }

    // With what the baseline is assumed to have, an improvement may lie beyond what a figure can be.
    private static void CheckReach(YamlMap map, Criterion criterion, Margin? win)
    {
        foreach (var (key, margin) in new[] { ("win", win), ("hope", criterion.ExpectedEffect) })
        {
            if (criterion.Assume is not { } assumed || margin is not { Relative: false } by
                || criterion.Figure.Unit == FigureUnit.Plain)
            {
                continue;
            }

            var most = criterion.Figure.Unit == FigureUnit.Share ? 1 : double.PositiveInfinity;
            var room = criterion.Better == BetterWhen.Lower ? assumed : most - assumed;
            if (by.Amount > room + Rounding)
            {
                map.Context.Fail(map.KeyAt(key), $"a {key} of {Shown(map, key)} cannot be where the baseline is assumed to have {Shown(map, "assume")}; expected less");
            }
        }
    }

    private static string Shown(YamlMap map, string key) => map.ValueOf(key)?.Text ?? "";
}
