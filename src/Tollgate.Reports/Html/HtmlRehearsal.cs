using Tollgate.Figures;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Scores.Catalog;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Reports.Html;

/// <summary>
/// The sections of a page that a rehearsal has: what callers got and felt, and the calls as conversations.
/// </summary>
internal static class HtmlRehearsal
{
    /// <summary>A page of more is read by nobody and slow in every browser.</summary>
    private const int MaxCalls = 200;

    // What one call, or one text in it, may take of the page; the run file has all of it.
    private const int MaxLines = 500;
    private const int MaxCharacters = 4_000;
    private const int MaxPage = 8_000_000;

    public static string Numbers(RunReport report)
    {
        if (!RehearsalTables.Has(report))
        {
            return "";
        }

        var standIn = report.Suite is { StandIn: true }
            ? "<p class=\"lead\"><strong>Simulated models that knew the answers: these figures do not predict real ones."
                + "</strong></p>"
            : "";
        var endings = string.Concat(RehearsalTables.Endings(report).Concat(RehearsalTables.Parts(report))
            .Select(line => $"<p>{Html.Text(line)}</p>"));
        return HtmlSections.Section(
            "What callers got",
            $"The calls of suite {report.Suite?.Name}, scored without a judge. Of scores marked with an arrow less is better.",
            $"{standIn}<div class=\"card\">{Html.Table(RehearsalTables.Scores(report, "\n"))}"
            + $"<div class=\"instrument\">{endings}</div></div>"
            + Errors(report)
            + $"<div class=\"card gap\">{Html.Table(RehearsalTables.Felt(report, "\n"))}</div>");
    }

    private static string Errors(RunReport report) => RehearsalTables.Errors(report) is { } errors
        ? $"<div class=\"card gap\">{Html.Table(errors)}<p class=\"instrument\">{Html.Text(ScoreErrors.MeasuredOn)}</p></div>"
        : "";

    /// <summary>The calls, those with findings first.</summary>
    public static string Calls(RunReport report)
    {
        var all = report.Targets
            .SelectMany(target => (target.Rehearsal?.Sessions ?? []).Select(session => (Target: target.Name, session)))
            .OrderByDescending(one => one.session.Transcript.Ending != SessionEnding.Finished)
            .ThenByDescending(one => one.session.Findings.Count)
            .ToList();
        if (all.Count == 0)
        {
            return "";
        }

        var calls = new StringBuilder();
        var count = 0;
        foreach (var (target, session) in all.Take(MaxCalls).TakeWhile(_ => calls.Length < MaxPage))
        {
            calls.Append(Call(target, session, report.Targets.Count > 1));
            count++;
        }

        var shown = count == all.Count
            ? "Those in which most went wrong come first."
            : $"The {FigureText.Count(count)} of {FigureText.Count(all.Count)} in which most went wrong; {
                ""}the run file has all.";
        return HtmlSections.Section("The calls", shown, calls.ToString());
    }

    private static string Call(string target, RehearsedSession session, bool named)
    {
        var transcript = session.Transcript;
        var found = session.Findings.Count;
        var ending = transcript.Ending == SessionEnding.Finished
            ? ""
            : Input.SnakeCase.Of(transcript.Ending).Replace('_', ' ') + ", ";
        var label = SessionLabel.Of(transcript.Session, transcript.Repetition);
        var who = named ? $" with {target}" : "";
        var small = $"{ending}{TranscriptLines.Seconds(transcript.LengthNs)}, {(found == 0 ? "nothing wrong" : $"{found} findings")}";
        var noise = $"Noise {Html.N(transcript.Noise * 100)}%, seed {transcript.Seed}.";
        var lines = TranscriptLines.Of(session).ToList();
        var rows = string.Concat(lines.Take(MaxLines).Select(Row));
        if (lines.Count > MaxLines)
        {
            rows += $"<li class=\"timing\"><time></time><div>{
                FigureText.Count(lines.Count - MaxLines)} more lines; the run file has them.</div></li>\n";
        }

        return $"""
            <details class="call"><summary>{Html.Text(label + who)}<span>{Html.Text(small)}</span></summary>
            <p class="lead">{Html.Text(transcript.EndingWhy)} {noise}</p>
            <ol class="talk">
            {rows}</ol></details>

            """;
    }

    private static string Row(TranscriptLine line)
    {
        var kind = line.Kind.ToString().ToLowerInvariant();
        var text = line.Kind switch
        {
            LineKind.Tool => $"<code>{Cut($"{line.Who}({line.Text})")}</code><small><code>{Cut(line.Result)}</code></small>",
            LineKind.Caller or LineKind.Agent => $"<b>{Cut(line.Who)}</b> {Cut(line.Text)}",
            _ => Cut(line.Text),
        };
        var heard = line.Heard is null ? "" : $"<small>heard: {Cut(line.Heard)}</small>";
        var unheard = line.Unheard is null ? "" : $" <s>{Cut(line.Unheard)}</s>";
        var findings = string.Concat(line.Findings.Select(finding => $"<small class=\"wrong\">✗ {Cut(finding)}</small>"));
        return $"<li class=\"{kind}\"><time>{TranscriptLines.Seconds(line.AtNs)}</time><div>{text}{unheard}{heard}{findings}</div></li>\n";
    }
    private static string Cut(string? text) => Html.Text(SafeText.Cut(text ?? "", MaxCharacters));
}
