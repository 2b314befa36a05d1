using Spectre.Console;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Kinds;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Reports;

/// <summary>
/// A rehearsal as a person reads it on a terminal: what callers got, what they felt, and where to look.
/// </summary>
internal static class TerminalRehearsal
{
    private const int MaxWorst = 6;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, MeasureDocument document)
    {
        TerminalTable.Write(
            console, () => RehearsalTables.Scores(document, " "), () => RehearsalTables.Scores(document, "\n"));
        console.WriteLine();
        TerminalTable.Write(
            console, () => RehearsalTables.Felt(document, " "), () => RehearsalTables.Felt(document, "\n"));
        foreach (var line in InstrumentText.Lines(document))
        {
            Line(console, line, Dim);
        }

        console.WriteLine();
        foreach (var line in RehearsalTables.Parts(document))
        {
            Line(console, line, null);
        }

        foreach (var line in RehearsalTables.Endings(document))
        {
            Line(console, line, null);
        }

        Worst(console, document);
        if (document.Suite is { StandIn: false }
            && ScoreErrors.Of(FabricationsScore.Name) is { Of: > 0, Honest: > 0 } error)
        {
            Line(console, FormattableString.Invariant(
                $"The scores err too: of replies with invented facts they find {100.0 * error.Found / error.Of:0} %, and they charge {100.0 * error.Charged / error.Honest:0.#} % of the others. All that was measured: --html, --json."), null);
        }

        if (document.Suite is { StandIn: true })
        {
            console.WriteLine();
            Line(console,
                "Simulated models that knew the answers: these figures say nothing of real ones.",
                new Style(Color.Yellow));
        }
    }

    private static void Worst(IAnsiConsole console, MeasureDocument document)
    {
        var worst = RehearsalTables.Worst(document, MaxWorst);
        if (worst.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(console, "Look at these first", Bold);
        foreach (var (target, session) in worst)
        {
            var found = session.Ending == "finished" ? "" : session.Ending.Replace('_', ' ') + "; ";
            var first = session.Findings.Count > 0 ? session.Findings[0] : null;
            Line(console, $"  {Label(session)} with {target}", null);
            Line(console, first is null
                ? $"    {found}{session.EndingReason}"
                : $"    {found}{Turn(first)}{first.Reason}{More(session.Findings.Count - 1)}", Dim);
        }

        var (name, of) = worst[0];
        Line(console, $"Read one:  tollgate report RUN --transcript {Label(of)}@{name}", Dim);
    }

    private static string Label(SessionDocument session) => SessionLabel.Of(session.Session, session.Repetition);

    private static string Turn(ScoredDocument found) => found.Turn > 0 ? $"turn {found.Turn}: " : "";

    private static string More(int more) => more > 0 ? $" (and {more} more)" : "";

    private static void Line(IAnsiConsole console, string text, Style? style) =>
        console.Write(new Text(SafeText.Line(text) + "\n", style));
}
