using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Tollgate.Cli.Shell;
using Tollgate.Figures;
using Tollgate.Measures;
using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Simulator.Oracles;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Cli.Suites;

/// <summary>
/// Plays a suite's callers with agents that behave, in every style: who is lost, and what is charged unfairly.
/// </summary>
internal static class SuiteCheck
{
    private const int MaxShown = 5;

    public static int Run(CommandContext context, Suite suite, int calls, ulong seed, bool json)
    {
        List<SuiteSession> sessions = [.. suite.Sessions, .. BriefDrawer.Draw(suite, calls, seed)];
        var rows = new List<Row>();
        foreach (var style in AgentStyle.All)
        {
            if (context.Stop.IsCancellationRequested)
            {
                return ExitCodes.Stopped;
            }

            rows.Add(Played(suite, sessions, style, seed));
        }

        if (json)
        {
            WriteJson(context.Output, suite, sessions.Count, seed, rows);
        }
        else
        {
            WriteTable(context, suite, sessions.Count, rows);
        }

        return rows.TrueForAll(row => row.Problems.Count == 0) ? ExitCodes.Done : ExitCodes.Rejected;
    }

    private static Row Played(Suite suite, List<SuiteSession> sessions, AgentStyle style, ulong seed)
    {
        var played = sessions.AsParallel().AsOrdered()
            .Select(session => (Session: session, Transcript: OracleCall.Play(suite, session, style, seed)))
            .Select(one => (one.Session, one.Transcript,
                Score: SessionScorer.Score(suite, one.Session, one.Transcript)))
            .ToList();
        var problems = new List<string>();
        foreach (var (session, transcript, score) in played)
        {
            if (transcript.Ending != SessionEnding.Finished)
            {
                problems.Add($"{session.Name}: {transcript.EndingWhy}");
            }

            problems.AddRange(score.Items.Where(item => item.Right == false && !IsOwnDoing(style, item))
                .Select(item => $"{session.Name}, turn {item.Turn}: {item.Reason}"));
        }

        return new Row(
            style.Name, played.Count(one => one.Transcript.Ending == SessionEnding.Finished),
            played.Average(one => (double)one.Transcript.Entries.Max(entry => entry.Turn)), problems);
    }

    // Who reads a value back wrongly says what stands nowhere.
    private static bool IsOwnDoing(AgentStyle style, ScoredItem item) =>
        style.MisreadsOnce && item.Score is FabricationsScore.Name or RefusalsOnMissingScore.Name
            or AnswersWithoutLookupScore.Name;

    private static void WriteTable(CommandContext context, Suite suite, int calls, List<Row> rows)
    {
        var console = context.NewConsole();
        console.WriteLine($"{suite.Name}: {FigureText.Count(calls)} callers with each style of agent");
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (title, right) in new[] { ("Agent", false), ("To their end", true), ("Turns", true), ("Problems", true) })
        {
            table.AddColumn(right ? new TableColumn(title).RightAligned() : new TableColumn(title));
        }

        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Style), FigureText.Count(row.Finished),
                    row.Turns.ToString("0.0", CultureInfo.InvariantCulture),
                FigureText.Count(row.Problems.Count));
        }

        console.Write(table);
        foreach (var row in rows.Where(row => row.Problems.Count > 0))
        {
            console.WriteLine($"{row.Style}:");
            foreach (var problem in row.Problems.Take(MaxShown))
            {
                console.WriteLine("  " + SafeText.Line(problem));
            }

            if (row.Problems.Count > MaxShown)
            {
                console.WriteLine($"  and {FigureText.Count(row.Problems.Count - MaxShown)} more");
            }
        }
    }

    private static void WriteJson(TextWriter output, Suite suite, int calls, ulong seed, List<Row> rows) =>
        output.WriteLine(JsonSerializer.Serialize(new
        {
            schema = 1,
            suite = suite.Name,
            digest = suite.Digest,
            seed,
            calls,
            styles = rows.Select(row => new { style = row.Style, finished = row.Finished, turns = row.Turns,
                problems = row.Problems }),
        }));

    private sealed record Row(string Style, int Finished, double Turns, List<string> Problems);
}
