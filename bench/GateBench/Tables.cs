using System.Text;
using System.Text.Json;
using Tollgate.Gate;
using Tollgate.Gate.Power;
using Tollgate.Statistics;

namespace Tollgate.GateBench;

/// <summary>The results as they are committed.</summary>
internal static class Tables
{
    private const double FewFaults = 5;
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, NewLine = "\n" };

    public static string Coverage(List<CoverageCell> cells, ulong seed)
    {
        var text = new StringBuilder();
        var stated = cells.Where(IsStated).ToList();
        var few = stated.Where(IsDiscrete).ToList();
        var rest = stated.Except(few).ToList();
        text.Append($"""
            # How often the intervals of 95 % hold the truth

            `bench/gate` draws {cells.Max(cell => cell.Sets):#,##0} data sets a cell whose truth is known (seed {seed}) and asks the
            statistics of the gate for the interval of the difference, or of the ratio, of two sides. Sessions have 8 to 20
            values, or 2 to 8 trials; both sides share their scripts. A cell's own interval is within 0.6 points.

            {rest.Count} cells: coverage {Percent(rest.Min(cell => cell.Coverage.Value))} to {Percent(rest.Max(cell => cell.Coverage.Value))} %. {cells.Count - stated.Count} cells are refused by their numbers, before any value is looked at.
            {few.Count} cells of shares have fewer than {FewFaults} faults to expect on a side: there only a handful of outcomes is possible, no
            interval covers just 95 % of them, and this one covers {Percent(few.Min(cell => cell.Coverage.Value))} to {Percent(few.Max(cell => cell.Coverage.Value))} % (marked *).


            """);
        text.Append("| figure | law | ").AppendJoin(" | ", GateBench.Coverage.Sizes.Select(size => $"{size} sessions"))
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

    public static string CoverageJson(List<CoverageCell> cells) => JsonSerializer.Serialize(
        cells.Select(cell => new
        {
            figure = cell.Figure,
            law = cell.Shape,
            sessions = cell.Sessions,
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
        }), Pretty) + "\n";

    public static string Adopts(List<(Rubric Rubric, PowerReport Report)> studies, ulong seed)
    {
        var text = new StringBuilder($"""
            # How often the shipped rubrics err

            `bench/gate` runs the whole rule, looks and all, on simulated candidates of known kinds (seed {seed}), by the code that
            judges real runs. In brackets the interval of 95 %, in percent.


            """);
        foreach (var (rubric, report) in studies)
        {
            text.Append($"""
                ## {rubric.Name}

                {rubric.PlannedSessions} pairs of sessions, {rubric.Wins} wins of {rubric.Criteria.Count}, looks: {rubric.Looks}. Digest `{rubric.Digest}`.
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
