using System.Text;
using System.Text.Json;
using Tollgate.Gate.Power;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.GateBench;

/// <summary>The results as they are committed.</summary>
internal static class Tables
{
    private const double FewFaults = 5;
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, NewLine = "\n" };

    public static string Claims(List<ClaimCell> cells, ulong seed)
    {
        var text = new StringBuilder($"""
            # How often the gate claims what is not so

            `bench/gate` draws scripts at random, repeats of them, and how they suit two models (seed {seed}), and asks the gate about
            two kinds of candidates: one that is better by just the margin of a win, of which every win is false, and one that is worse
            by just the margin of a bad loss, of which every "no bad loss" is false. Nominal are {Percent((1 - 0.95) / 2)}% and {Percent((1 - 0.99) / 2)}%. The criteria are those
            of examples/rubrics/voice-agent.yaml, their scores taken for exact; {cells.Max(cell => cell.Sets):#,##0} runs a cell and a kind ({cells.Min(cell => cell.Sets):#,##0} for the quantile), so a cell at the nominal rate is within
            {Within(0.025, cells.Max(cell => cell.Sets))} and {Within(0.005, cells.Max(cell => cell.Sets))} points of it in 95 of 100 cases ({Within(0.025, cells.Min(cell => cell.Sets))} and {Within(0.005, cells.Min(cell => cell.Sets))}).

            A cell has the share of false wins, then that of false "no bad loss", in percent. **Bold**: its interval of 95% lies above
            the nominal rate. A spread is the standard deviation, over scripts, of what is a script's own in the difference of the two
            models: on the logit for shares, as a share for times and costs.


            """);
        foreach (var alone in cells.GroupBy(cell => (cell.Claim, cell.OnCandidateAlone)))
        {
            var all = alone.ToList();
            var stated = all.Where(static cell => cell.Refused <= 0.5).ToList();
            var refused = stated.Count < all.Count ? $"; {all.Count - stated.Count} are refused" : "";
            text.Append(alone.Key switch
            {
                (RubricClaim.TheseScripts, _) => "## These scripts: nothing is their own\n\n",
                (_, true) => "## Calls like these: what is a script's own is all the candidate's\n\n",
                _ => "## Calls like these: what is a script's own is half each side's\n\n",
            });
            text.Append($"False wins: {Percent(stated.Average(cell => cell.FalseWins.Value))}% on average, {Percent(stated.Max(cell => cell.FalseWins.Value))}% at most; false \"no bad loss\": {Fine(stated.Average(cell => cell.FalseHolds.Value))}% on average, {Fine(stated.Max(cell => cell.FalseHolds.Value))}% at most. {stated.Count(IsOver)} of {stated.Count} cells have one above its nominal rate{refused}.\n\n");
            foreach (var figure in all.GroupBy(cell => cell.Figure))
            {
                var spreads = figure.Select(cell => cell.Spread).Distinct().ToList();
                text.Append($"| {figure.Key} | ").AppendJoin(" | ", spreads.Select(spread => $"spread {spread}"))
                    .Append(" |\n| --- |").Insert(text.Length, " ---: |", spreads.Count).Append('\n');
                foreach (var row in figure.GroupBy(cell => (cell.Scripts, cell.Repeats)))
                {
                    text.Append($"| {row.Key.Scripts} scripts x {row.Key.Repeats} |");
                    foreach (var cell in row)
                    {
                        text.Append($" {Claimed(cell)} |");
                    }

                    text.Append('\n');
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    public static string Coverage(List<CoverageCell> cells)
    {
        var text = new StringBuilder();
        var stated = cells.Where(IsStated).ToList();
        var few = stated.Where(IsDiscrete).ToList();
        var rest = stated.Except(few).ToList();
        text.Append($"""
            # How often the intervals of 95% hold the truth

            {cells.Max(cell => cell.Sets):#,##0} data sets a cell whose truth is known; each script is played once, has 8 to 20 values or 2 to 8 trials,
            and is the same on both sides. A cell's own interval is within 0.8 points.

            {rest.Count} cells: coverage {Percent(rest.Min(cell => cell.Coverage.Value))} to {Percent(rest.Max(cell => cell.Coverage.Value))}%. {cells.Count - stated.Count} cells are refused by their numbers, before any value is looked at.
            {few.Count} cells of shares have fewer than {FewFaults} faults to expect on a side: there only a handful of outcomes is possible, no
            interval covers just 95% of them, and this one covers {Percent(few.Min(cell => cell.Coverage.Value))} to {Percent(few.Max(cell => cell.Coverage.Value))}% (marked *).


            """);
        text.Append("| figure | law | ").AppendJoin(" | ", GateBench.Coverage.Sizes.Select(size => $"{size} scripts"))
            .Append(" |\n| --- | --- |").Insert(text.Length, " ---: |", GateBench.Coverage.Sizes.Length).Append('\n');
        foreach (var row in cells.GroupBy(cell => (cell.Figure, cell.Shape)))
        {
            text.Append($"| {row.Key.Figure} | {row.Key.Shape} |");
            foreach (var size in GateBench.Coverage.Sizes)
            {
                text.Append($" {Cell(row.FirstOrDefault(cell => cell.Sessions == size))} |");
            }

            text.Append('\n');
        }

        text.Append("\nIn brackets: how often the interval lay wholly above the truth, and wholly below it, in percent.\n");
        return text.ToString();
    }

    public static string Json(List<ClaimCell> claims, List<CoverageCell> cells) => JsonSerializer.Serialize(
        new
        {
            claims = claims.Select(cell => new
            {
                figure = cell.Figure,
                scripts = cell.Scripts,
                repeats = cell.Repeats,
                spread = cell.Spread,
                claim = cell.Claim.ToString(),
                on_candidate_alone = cell.OnCandidateAlone,
                runs = cell.Sets,
                false_wins = cell.FalseWins.Value,
                false_wins_ci = new[] { cell.FalseWins.Interval.Lower, cell.FalseWins.Interval.Upper },
                false_no_bad_loss = cell.FalseHolds.Value,
                false_no_bad_loss_ci = new[] { cell.FalseHolds.Interval.Lower, cell.FalseHolds.Interval.Upper },
                refused = cell.Refused,
            }),
            coverage = cells.Select(cell => new
            {
                figure = cell.Figure,
                law = cell.Shape,
                scripts = cell.Sessions,
                sets = cell.Sets,
                stated = cell.Stated,
                coverage = cell.Stated > 0 ? cell.Coverage.Value : (double?)null,
                coverage_ci = cell.Stated > 0
                    ? new[] { cell.Coverage.Interval.Lower, cell.Coverage.Interval.Upper }
                    : null,
                too_high = cell.Stated > 0 ? cell.TooHigh : (double?)null,
                too_low = cell.Stated > 0 ? cell.TooLow : (double?)null,
                mean_width = cell.Stated > 0 ? cell.MeanWidth : (double?)null,
                expected_faults = cell.ExpectedFaults,
            }),
        },
        Pretty) + "\n";

    private static bool IsOver(ClaimCell cell) =>
        cell.FalseWins.Interval.Lower > 0.025 || cell.FalseHolds.Interval.Lower > 0.005;

    private static string Claimed(ClaimCell cell) => cell.Refused > 0.5 ? "refused"
        : $"{Marked(Percent(cell.FalseWins.Value), cell.FalseWins.Interval.Lower > 0.025)}, {Marked(Fine(cell.FalseHolds.Value), cell.FalseHolds.Interval.Lower > 0.005)}";

    private static string Marked(string text, bool isOver) => isOver ? $"**{text}**" : text;

    private static string Within(double rate, int runs) => Fine(1.96 * Math.Sqrt(rate * (1 - rate) / runs));

    private static string Fine(double? share) => $"{share * 100:0.00}";

    public static string Adopts(List<(Rubric Rubric, string Spread, PowerReport Report)> studies, ulong seed)
    {
        var text = new StringBuilder($"""
            # How often the shipped rubrics err

            `bench/gate` runs the whole rule, looks and all, on simulated candidates of known kinds (seed {seed}), by the code that
            judges real runs. Scripts are drawn anew each time; a spread is what is a script's own in the difference of two models, for
            shares and for times and costs. In brackets the interval of 95%, in percent.


            """);
        foreach (var (rubric, spread, report) in studies)
        {
            text.Append($"""
                ## {rubric.Name}{(rubric.Claim == RubricClaim.TheseScripts ? ", these scripts" : $", spread {spread}")}

                {rubric.PlannedSessions} pairs of {report.Scripts} scripts, {rubric.Wins} wins of {rubric.Criteria.Count}, looks: {rubric.InterimLooks}. Digest `{rubric.Digest}`.
                Sessions for 80 % power: {report.SessionsFor80?.ToString() ?? "none within reach"}; for 90 %: {report.SessionsFor90?.ToString() ?? "none within reach"}.

                | candidates | pairs | trials | adopted | rejected | pairs it took |
                | --- | ---: | ---: | ---: | ---: | ---: |

                """);
            foreach (var rate in report.Rates.Concat(report.Sizes))
            {
                text.Append($"| {rate.Words} | {rate.Sessions} | {rate.Trials:#,##0} | {Share(rate.AdoptRate)} | {Share(rate.RejectRate)} | {rate.MeanSessions:0} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    // A number of values that differs from set to set may now and then be just enough.
    private static bool IsStated(CoverageCell cell) => cell.Stated > 0.05 * cell.Sets;

    private static bool IsDiscrete(CoverageCell cell) => cell.ExpectedFaults < FewFaults;

    private static string Cell(CoverageCell? cell) => cell is null ? ""
        : !IsStated(cell) ? "refused"
        : $"{Percent(cell.Coverage.Value)}{(IsDiscrete(cell) ? "*" : "")} ({Percent(cell.TooHigh)}, {Percent(cell.TooLow)})";

    private static string Share(Estimate share) =>
        $"{Percent(share.Value)} % [{Percent(share.Interval.Lower)}, {Percent(share.Interval.Upper)}]";

    private static string Percent(double? share) => $"{share * 100:0.0}";
}
