using Spectre.Console;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures.OfExchanges;
using Tollgate.Reports.Wording;
using Tollgate.Reports.Wording.Verdicts;
using Tollgate.Suites.Briefs;

namespace Tollgate.Reports.Terminal;

/// <summary>
/// A verdict as a person reads it on a terminal, at 80 columns and up: the verdict, a row a criterion with the interval
/// of its change, why, what would settle it.
/// </summary>
internal static class TerminalVerdict
{
    private const string NoneFailed =
        "Nothing failed in these figures. Whatever fails counts as worse than every answer; docs/gate.md has it all.";

    private const int OutcomeWidth = 12;
    private const int MinNameLength = 12;
    private const int MaxBar = 76;
    private const string Gap = "  ";
    private const string Indent = "  ";

    private static readonly Style Plain = new();
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, Verdict verdict)
    {
        var unicode = console.Profile.Capabilities.Unicode;
        Hanging(console, VerdictText.Headline(verdict.Outcome) + Gap, verdict.Summary, Colour(verdict.Outcome));
        Flow(console, "", Dim,
            VerdictText.Tally(verdict),
            VerdictText.Look(verdict),
            $"rubric {verdict.Rubric.Name} {VerdictText.Short(verdict.Rubric.Digest)}");
        Line(console, VerdictText.Claim(verdict), Dim);
        Runs(console, verdict, "baseline ", verdict.Baseline, verdict.BaselineRuns);
        Runs(console, verdict, "candidate", verdict.Candidate, verdict.CandidateRuns);
        Record(console, verdict);
        console.WriteLine();
        Rows(console, verdict, unicode);
        Section(console, "Why", verdict.Why.Select(why => (why, Plain)), unicode ? "• " : "* ");
        if (VerdictText.Settle(verdict) is { } settle)
        {
            Section(console, "What would settle it", [(settle, Plain)], Indent);
        }

        Section(console, "Warnings", verdict.Warnings.Select(warning => (warning, Plain)), "! ");
        if (verdict.FailureRules.Count > 0)
        {
            // How failures count is of interest where something failed; the other forms have it always.
            console.WriteLine();
            foreach (var convention in AnyFailed(verdict) ? verdict.FailureRules : [NoneFailed])
            {
                Line(console, convention, Dim);
            }
        }
    }

    private static bool AnyFailed(Verdict verdict) =>
        verdict.Rows.Any(static row => row.Baseline?.Failed > 0 || row.Candidate?.Failed > 0);

    private static void Runs(
        IAnsiConsole console, Verdict verdict, string side, string target,
        IReadOnlyList<(string Name, string Seal)> runs) =>
        Flow(
            console, $"{side} {target}: ", Dim,
            [.. runs.Select(run => VerdictText.Run(verdict, run, VerdictText.Short(run.Seal)))]);

    private static void Record(IAnsiConsole console, Verdict verdict)
    {
        foreach (var number in verdict.Record?.Numbers ?? [])
        {
            Flow(
                console, $"{number.Number} of {number.Target}: ", Dim,
                $"{number.File} for {number.Run}, SHA-256 {VerdictText.Short(number.Digest)}");
        }

        if (VerdictText.Head(verdict) is { } head)
        {
            Flow(console, "", Dim, VerdictText.Record(verdict));

            // On a line of its own, whole: it is there to be copied.
            Line(console, head, Dim);
        }
    }

    private static void Rows(IAnsiConsole console, Verdict verdict, bool unicode)
    {
        var room = console.Profile.Width;
        var longest = verdict.Rows.Select(row => row.Criterion.Name.Length).DefaultIfEmpty(0).Max();
        var nameWidth = Math.Clamp(longest, MinNameLength, Math.Max(MinNameLength, room * 3 / 10));
        var barWidth = Math.Clamp(room - nameWidth - OutcomeWidth - (2 * Gap.Length), 20, MaxBar);
        var bars = new VerdictBars(verdict);
        var bar = new TerminalBar(bars, barWidth, unicode);
        if (bars.Bars.Any(drawn => drawn is not null))
        {
            Line(console, $"{"".PadRight(nameWidth)}{Gap}{"".PadRight(OutcomeWidth)}{Gap}{bar.Head()}", Dim);
        }

        foreach (var (row, drawn) in verdict.Rows.Zip(bars.Bars))
        {
            var style = Colour(row.Outcome);
            Piece(console, Cut(row.Criterion.Name, nameWidth, unicode).PadRight(nameWidth) + Gap, Bold);
            var word = VerdictText.Outcome(row.Outcome);
            Piece(console, word.PadRight(OutcomeWidth) + Gap, style);
            if (drawn is null)
            {
                Piece(console, row.Outcome == RowOutcome.LeftOut ? "not judged" : "no interval", Dim);
            }
            else
            {
                foreach (var (text, ink) in bar.Draw(drawn, style))
                {
                    Piece(console, text, ink);
                }
            }

            console.WriteLine();
            Details(console, verdict, row);
        }

        if (bars.Bars.Any(drawn => drawn is not null))
        {
            foreach (var line in TerminalBar.Legend(unicode))
            {
                Line(console, line, Dim);
            }
        }
    }

    private static void Details(IAnsiConsole console, Verdict verdict, VerdictRow row)
    {
        var currency = verdict.Currency;
        if (row.Baseline is not null || row.Candidate is not null)
        {
            var sides = $"{VerdictText.Side(row, row.Baseline, currency)} → {
                VerdictText.Side(row, row.Candidate, currency)}";
            string[] pieces = row is { Difference: null, Change: null }
                ? [sides]
                : [sides, VerdictText.Change(row, currency)];
            Flow(console, Indent, Plain, pieces);
        }

        string?[] small =
        [
            row.Criterion.Name == row.Criterion.Figure.FullName ? null : row.Criterion.Figure.FullName,
            VerdictText.Counts(row), VerdictText.Margins(row, currency), VerdictText.Limits(row, currency),
        ];
        Flow(console, Indent, Dim, [.. small.OfType<string>()]);
        foreach (var note in row.Notes)
        {
            Hanging(console, Indent, note, Plain);
        }
    }

    private static void Section(
        IAnsiConsole console, string title, IEnumerable<(string Text, Style Style)> items, string lead)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(console, title, Bold);
        foreach (var (text, _) in all)
        {
            Hanging(console, lead, text, Plain);
        }
    }

    // Pieces that belong together stay on one line: what does not fit goes on in the next.
    private static void Flow(IAnsiConsole console, string lead, Style style, params IReadOnlyList<string> pieces)
    {
        var between = console.Profile.Capabilities.Unicode ? " · " : " | ";
        var line = new StringBuilder(lead);
        var fresh = true;
        foreach (var piece in pieces)
        {
            if (!fresh && line.Length + between.Length + piece.Length > console.Profile.Width)
            {
                Line(console, line.ToString(), style);
                line.Clear().Append(' ', Math.Min(lead.Length, Indent.Length));
                fresh = true;
            }

            line.Append(fresh ? "" : between).Append(piece);
            fresh = false;
        }

        Line(console, line.ToString(), style);
    }

    private static void Hanging(IAnsiConsole console, string lead, string text, Style style)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = lead.Length, Padding = new Padding(0, 0, 0, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(lead, style), new Text(Safe(console, text)));
        console.Write(grid);
    }

    private static void Line(IAnsiConsole console, string text, Style style) =>
        console.Write(new Text(Safe(console, text) + "\n", style));

    private static void Piece(IAnsiConsole console, string text, Style style) =>
        console.Write(new Text(Safe(console, text), style));

    // Names come from files; without Unicode, what stands for our own signs is plain as well.
    private static string Safe(IAnsiConsole console, string text)
    {
        var safe = VisibleText.Of(text, "?");
        return console.Profile.Capabilities.Unicode
            ? safe
            : safe.Replace("→", "->", StringComparison.Ordinal).Replace('−', '-').Replace('–', '-');
    }

    private static string Cut(string text, int width, bool unicode) =>
        text.Length <= width ? text : text[..(width - 1)] + (unicode ? "…" : "~");

    private static Style Colour(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Adopt => new Style(Color.Green, decoration: Decoration.Bold),
        VerdictOutcome.Reject => new Style(Color.Red, decoration: Decoration.Bold),
        _ => new Style(Color.Yellow, decoration: Decoration.Bold),
    };

    private static Style Colour(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Won => new Style(Color.Green),
        RowOutcome.Inferior or RowOutcome.OverTheLimit => new Style(Color.Red),
        RowOutcome.Open => new Style(Color.Yellow),
        RowOutcome.LeftOut => Dim,
        _ => new Style(Color.Blue),
    };
}
