using Spectre.Console;
using Tollgate.Gate.Rubrics;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Scores.Catalog;
using Tollgate.Suites.Briefs;

namespace Tollgate.Reports.Terminal;

/// <summary>One session as a conversation, on a terminal.</summary>
internal static class TerminalTranscript
{
    private const int Margin = 8;
    private const int MaxResult = 400;

    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Wrong = new(Color.Red);

    public static void Write(IAnsiConsole console, RehearsedSession session)
    {
        var transcript = session.Transcript;
        Line(console, "", $"{transcript.Session} with {transcript.Target}", new Style(decoration: Decoration.Bold));
        Line(console, "",
            $"suite {transcript.Suite}, seed {transcript.Seed}, noise {transcript.Noise * 100:0.#}%, "
            + $"{TranscriptLines.Seconds(transcript.LengthNs)}; {transcript.EndingWhy}", Dim);
        console.WriteLine();
        foreach (var line in TranscriptLines.Of(session))
        {
            Write(console, line);
        }

        if (transcript.PostCall is { } answer)
        {
            Line(console, "", $"after the call: {answer.Json}", Dim);
        }

        if (session.Score is { } score)
        {
            console.WriteLine();
            foreach (var (name, count) in score.Counts.Where(count => count.Value.Count > 0))
            {
                Line(console, "", ScoreCatalog.IsShare(name)
                    ? $"{name,-22} {count.Sum:0.##} of {count.Count:0.##}"
                    : $"{name,-22} {count.Sum:0.##}", null);
            }
        }
    }

    private static void Write(IAnsiConsole console, TranscriptLine line)
    {
        var at = TranscriptLines.Seconds(line.AtNs);
        switch (line.Kind)
        {
            case LineKind.Caller:
                Line(console, at, $"{line.Who}: {line.Text}", new Style(Color.Aqua));
                Line(console, "", line.Heard is null ? null : $"heard: {line.Heard}", Dim);
                break;
            case LineKind.Agent:
                Line(console, at, $"{line.Who}: {line.Text}{(line.Unheard is null ? "" : " —")}", new Style(Color.Green));
                Line(console, "", line.Unheard is null ? null : $"not heard: {line.Unheard}", Dim);
                break;
            case LineKind.Tool:
                Line(console, at, $"{line.Who}({line.Text})", new Style(Color.Yellow));
                Line(console, "", $"= {Cut(line.Result ?? "")}", Dim);
                break;
            case LineKind.Handoff:
                Line(console, at, line.Text, new Style(Color.Fuchsia));
                break;
            case LineKind.Timing:
                Line(console, "", line.Text, Dim);
                break;
            default:
                Line(console, at, line.Text, Wrong);
                break;
        }

        foreach (var finding in line.Findings)
        {
            Line(console, "", "✗ " + finding, Wrong);
        }

        if (line.Kind == LineKind.Timing)
        {
            console.WriteLine();
        }
    }

    private static string Cut(string text) => text.Length <= MaxResult ? text : text[..MaxResult] + " ...";

    private static void Line(IAnsiConsole console, string at, string? text, Style? style)
    {
        if (text is null)
        {
            return;
        }

        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = Margin, Padding = new Padding(0, 0, 0, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(at, Dim), new Text(text, style));
        console.Write(grid);
    }
}
