using Spectre.Console;
using Tollgate.Figures;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures.Readings;

namespace Tollgate.Cli.Rubrics;

/// <summary>A rubric's rule as a person reads it.</summary>
internal static class RuleText
{
    /// <summary>The rule in one sentence.</summary>
    public static string Of(Rubric rubric)
    {
        var hasLimits = rubric.Criteria.Any(one => one.AtMost is not null || one.AtLeast is not null);
        var parts = new[]
        {
            rubric.Wins == 0 ? null : $"wins on {rubric.Wins} of {rubric.Criteria.Count}",
            "loses badly on none",
            hasLimits ? "keeps every limit" : null,
        }.OfType<string>().ToArray();
        var all = parts.Length == 1 ? parts[0] : string.Join(", ", parts[..^1]) + " and " + parts[^1];
        var confidence = Percent(rubric.Confidence) == Percent(rubric.LossConfidence)
            ? $"{Percent(rubric.Confidence)} confidence"
            : $"{Percent(rubric.Confidence)} confidence ({Percent(rubric.LossConfidence)} for losses)";
        return $"adopts a candidate that {all}, at {confidence}; {Looks(rubric)}. {Claim(rubric)}{Errors(rubric)}";
    }

    /// <summary>A row a criterion.</summary>
    public static Table Table(Rubric rubric)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("criterion", static column => column.NoWrap())
            .AddColumns("better", "win: over", "bad loss: over", "limits");
        foreach (var one in rubric.Criteria)
        {
            table.AddRow(
                new Text(one.Name),
                new Text(one.Better.ToString().ToLowerInvariant()),
                new Text(AmountText.Of(one.Win, one.Figure.Unit, one.Currency)),
                new Text(AmountText.Of(one.BadLoss, one.Figure.Unit, one.Currency)),
                new Text(Limits(one)));
        }

        return table;
    }

    private static string Claim(Rubric rubric) => rubric.Claim switch
    {
        RubricClaim.TheseScripts => "It claims these scripts and no others.",
        _ => $"It claims calls like these: {(rubric.PlannedScripts > 0 ? string.Create(CultureInfo.InvariantCulture, $"{rubric.PlannedScripts:N0} scripts are the sample") : "the scripts are the sample")}.",
    };

    private static string Errors(Rubric rubric)
    {
        var errors = rubric.Criteria.Where(static one => one.Error is not null).ToList();
        return errors.Count == 0 ? ""
            : $" Shares are corrected for the scores' own errors. {string.Join(". ", errors.Select(static one => $"{one.Name}: {one.Error!.Words}"))}."; // It has one.
    }

    private static string Looks(Rubric rubric)
    {
        var sizes = string.Join(", ", rubric.PlannedLooks.Select(at => at.ToString("N0", CultureInfo.InvariantCulture)));
        return rubric.InterimLooks switch
        {
            LookDesign.Once => $"a single analysis, when all {sizes} pairs are there",
            LookDesign.AlwaysValid => string.Create(
                CultureInfo.InvariantCulture, $"as many looks as you like, from {rubric.MinSessions:N0} pairs on"),
            LookDesign.Pocock => $"looks at {sizes} pairs (Pocock)",
            _ => $"looks at {sizes} pairs (O'Brien-Fleming)",
        };
    }

    private static string Limits(Criterion one)
    {
        string Value(double value) => AmountText.Of(value, one.Figure.Unit, one.Currency);
        var limits = new[]
        {
            one.AtLeast is { } floor ? "at least " + Value(floor) : null,
            one.AtMost is { } ceiling ? "at most " + Value(ceiling) : null,
            one.MayBeMissing is null ? null : "may be missing",
            one.Missing switch
            {
                MissingNumber.LeaveOut => "pairs without it left out",
                MissingNumber.Worst => "without it: the worst" + (one.Worst is { } worst ? $" ({Value(worst)})" : ""),
                _ => null,
            },
        };
        return string.Join(", ", limits.OfType<string>());
    }

    private static string Percent(double share) => AmountText.Of(share, FigureUnit.Share, null);
}
