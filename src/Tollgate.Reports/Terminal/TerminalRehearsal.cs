using Spectre.Console;
using Tollgate.Input;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Kinds;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Reports.Terminal;

/// <summary>
/// A rehearsal as a person reads it on a terminal: what callers got, what they felt, and where to look.
/// </summary>
internal static class TerminalRehearsal
{
    private const int MaxWorst = 6;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, RunReport report)
    {
        TerminalTable.Write(
            console, () => RehearsalTables.Scores(report, " "), () => RehearsalTables.Scores(report, "\n"));
        console.WriteLine();
        TerminalTable.Write(
            console, () => RehearsalTables.Felt(report, " "), () => RehearsalTables.Felt(report, "\n"));
        foreach (var line in InstrumentText.Lines(report))
        {
            Line(console, line, Dim);
        }

        console.WriteLine();
        foreach (var line in RehearsalTables.Parts(report))
        {
            Line(console, line, null);
        }

        foreach (var line in RehearsalTables.Endings(report))
        {
            Line(console, line, null);
        }

        Worst(console, report);
        if (report.Suite is { StandIn: false }
            && ScoreErrors.Of(FabricationsScore.Name) is { Of: > 0, Honest: > 0 } error)
        {
            Line(console, FormattableString.Invariant(
                $"The scores err too: of replies with invented facts they find {100.0 * error.Found / error.Of:0}%, and they charge {100.0 * error.Charged / error.Honest:0.#}% of the others. All that was measured: --html, --json."), null);
        }

        if (report.Suite is { StandIn: true })
        {
            console.WriteLine();
            Line(console,
                "Simulated models that knew the answers: these figures do not predict real ones.",
                new Style(Color.Yellow));
        }
    }

    private static void Worst(IAnsiConsole console, RunReport report)
    {
        var worst = RehearsalTables.Worst(report, MaxWorst);
        if (worst.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Line(console, "Look at these first", Bold);
        foreach (var (target, session) in worst)
        {
            var transcript = session.Transcript;
            var found = transcript.Ending == SessionEnding.Finished ? "" : SnakeCase.Words(transcript.Ending) + "; ";
                        Line(console, $"  {Label(session)} with {target}", null);
            Line(console, session.Findings is [var first, ..]
                ? $"    {found}{Turn(first.Turn)}{first.Reason}{More(session.Findings.Count - 1)}"
                : $"    {found}{transcript.EndingWhy}", Dim);
        }

        var (name, of) = worst[0];
        Line(console, $"Read one:  tollgate report RUN --transcript {Label(of)}@{name}", Dim);
    }

    private static string Label(RehearsedSession session) =>
        SessionLabel.Of(session.Transcript.Session, session.Transcript.Repetition);

    private static string Turn(int turn) => turn > 0 ? $"turn {turn}: " : "";

    private static string More(int more) => more > 0 ? $" (and {more} more)" : "";

    private static void Line(IAnsiConsole console, string text, Style? style) =>
        console.Write(new Text(SafeText.Line(text) + "\n", style));
}
