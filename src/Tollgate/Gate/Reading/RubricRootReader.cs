using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Scores.Catalog;

namespace Tollgate.Gate.Reading;

/// <summary>Reads a rubric from its root.</summary>
internal static class RubricRootReader
{
    private const int MaxNameLength = 64;
    private const int MaxAboutLength = 2_000;
    private const int MaxCriteria = 50;

    public static string[] Keys { get; } =
    [
        "rubric", "about", "claim", "confidence", "loss_confidence", "wins", "sessions", "looks", "criteria", "leave_out",
        "seed", "score_errors",
    ];

    public static string[] Needed { get; } = ["rubric", "wins", "sessions", "criteria"];

    public static Rubric? Read(YamlContext context, YamlNode root)
    {
        if (YamlMap.Of(context, root, "the rubric", Keys) is not { } map)
        {
            return null;
        }

        foreach (var missing in Needed.Where(key => !map.Has(key)))
        {
            context.Fail(root, $"the rubric has no `{missing}`; expected rubric, wins, sessions and criteria");
        }

        var confidence = Confidence(map, "confidence") ?? 0.95;
        var criteria = ReadCriteria(map);
        var (fewest, planned, scripts) = SessionsReader.Read(map);
        var (design, looks) = LooksReader.Read(map, fewest, planned);
        var takesErrors = (map.OneOf<ScoreErrorRule>("score_errors") ?? ScoreErrorRule.Measured)
            == ScoreErrorRule.Measured;
        return new Rubric
        {
            Name = Name(map) ?? "",
            About = Words.Read(map, "about", MaxAboutLength) ?? "",
            Claim = map.OneOf<RubricClaim>("claim") ?? RubricClaim.CallsLikeThese,
            Confidence = confidence,
            LossConfidence = Confidence(map, "loss_confidence") ?? confidence,
            Wins = Wins(map, criteria) ?? 0,
            MinSessions = fewest ?? 0,
            PlannedSessions = planned ?? 0,
            PlannedScripts = scripts ?? 0,
            InterimLooks = design,
            PlannedLooks = looks,
            Criteria = takesErrors ? criteria.ConvertAll(WithError) : criteria,
            LeaveOut = LeaveOutReader.Read(map),
            Seed = (ulong?)map.Whole("seed", 0, (long)Rubric.MaxSeed),
        };
    }

    private static Criterion WithError(Criterion criterion) => criterion.Figure.Source == FigureSource.Score
        ? criterion with { Error = ScoreErrors.TakenIn(criterion.Figure.Name) }
        : criterion;

    private static string? Name(YamlMap map) => map.Read(
        "rubric", $"1 to {MaxNameLength} letters, digits, _ and -", text => text.Length <= MaxNameLength
            && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '-') ? text : null);

    private static double? Confidence(YamlMap map, string key)
    {
        const string Expected = "a number between 0.5 and 1, such as 0.95";
        if (map.ValueOf(key) is not { } node || map.Context.Value(node, Expected) is not { } value)
        {
            return null;
        }

        if (double.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is > 0.5 and < 1)
        {
            return number;
        }

        map.Context.Fail(node, $"found {value.Shown.Trim('"')}; expected {Expected}");
        return null;
    }

    private static int? Wins(YamlMap map, List<Criterion> criteria)
    {
        // A list that is missing or empty was reported, and says nothing of how many wins there can be.
        var given = map.ValueOf("criteria")?.Items?.Count ?? 0;
        if (map.Whole("wins", 0, int.MaxValue) is not { } wins || given == 0)
        {
            return null;
        }

        var sure = given - criteria.Count(criterion => criterion.MayBeMissing is not null);
        if (wins > given)
        {
            map.Context.Fail(map.KeyAt("wins"), $"found {wins} wins of {given} {(given == 1 ? "criterion" : "criteria")}; expected {given} or fewer");
        }
        else if (wins > sure)
        {
            map.Context.Fail(map.KeyAt("wins"), $"found {wins} wins, but only {sure} of the {given} criteria may not be missing, so that a run which lacks the others could never be adopted; expected {sure} wins or fewer");
        }

        return (int)Math.Min(wins, MaxCriteria);
    }

    private static List<Criterion> ReadCriteria(YamlMap map)
    {
        if (map.ValueOf("criteria") is not { } node)
        {
            return [];
        }

        if (node.Items is not { Count: > 0 and <= MaxCriteria } items)
        {
            var found = node.Items is null ? node.Kind
                : node.Items.Count == 0 ? "an empty list" : $"{node.Items.Count} criteria";
            map.Context.Fail(node, $"found {found}; expected a list of 1 to {MaxCriteria} criteria");
            return [];
        }

        var read = new List<Criterion>();
        var figures = new Dictionary<(FigureSource, string), int>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        string? currency = null;
        foreach (var item in items)
        {
            if (CriterionReader.Read(map.Context, item) is not { } criterion)
            {
                continue;
            }

            currency ??= criterion.Currency;
            if (criterion.Currency is { } other && other != currency)
            {
                map.Context.Fail(item, $"found amounts in {other} beside others in {currency}; expected one currency");
            }

            if (criterion.Figure.Source == FigureSource.Number && read.Find(one =>
                one.Figure.Source == FigureSource.Number && one.Figure.Name == criterion.Figure.Name) is { } same
                && (same.Missing, same.Worst, same.Better) != (criterion.Missing, criterion.Worst, criterion.Better))
            {
                map.Context.Fail(item, $"{criterion.Figure.Name} is judged by two criteria that differ in `better`, `missing` or `worst`; expected the same in both");
            }

            var figure = (criterion.Figure.Source, criterion.Figure.FullName);
            if (!figures.TryAdd(figure, item.Line))
            {
                map.Context.Fail(item, $"{criterion.Figure.FullName} is a criterion twice; the first is in line {figures[figure]}");
            }
            else if (!names.TryAdd(criterion.Name, item.Line))
            {
                map.Context.Fail(item, $"the name {YamlContext.Quote(criterion.Name)} is there twice; the first is in line {names[criterion.Name]}");
            }

            read.Add(criterion);
        }

        return read;
    }
}
