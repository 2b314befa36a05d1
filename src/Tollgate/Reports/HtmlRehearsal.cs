using System.Text;
using Tollgate.Measures;
using Tollgate.Transcripts;

namespace Tollgate.Reports;

/// <summary>
/// The sections of a page that a rehearsal has: what callers got and felt, and the calls as conversations.
/// </summary>
internal static class HtmlRehearsal
{
    /// <summary>A page of more is read by nobody and slow in every browser.</summary>
    private const int MostCalls = 200;

    public static string Numbers(MeasureDocument document)
    {
        if (!RehearsalTables.Has(document))
        {
            return "";
        }

        var standIn = document.Suite is { StandIn: true }
            ? "<p class=\"lead\"><strong>Simulated models that knew the answers: these figures say nothing of real ones."
                + "</strong></p>"
            : "";
        var endings = string.Concat(RehearsalTables.Endings(document).Concat(RehearsalTables.Parts(document))
            .Select(line => $"<p>{Html.Text(line)}</p>"));
        return HtmlSections.Section(
            "What callers got",
            $"The calls of suite {document.Suite?.Name}, scored without a judge. Of scores marked with an arrow less is better.",
            $"{standIn}<div class=\"card\">{Html.Table(RehearsalTables.Scores(document, "\n"))}"
            + $"<div class=\"instrument\">{endings}</div></div>"
            + $"<div class=\"card gap\">{Html.Table(RehearsalTables.Felt(document, "\n"))}</div>");
    }

    /// <summary>The calls, those with findings first.</summary>
    public static string Calls(
        MeasureDocument document, IReadOnlyDictionary<string, IReadOnlyList<RehearsedSession>>? sessions)
    {
        var all = sessions?.SelectMany(target => target.Value.Select(session => (Target: target.Key, session)))
            .OrderByDescending(one => one.session.Transcript.Ending != SessionEnding.Finished)
            .ThenByDescending(one => Findings(one.session))
            .ToList();
        if (all is not { Count: > 0 })
        {
            return "";
        }

        var shown = all.Count <= MostCalls
            ? "Those in which most went wrong come first."
            : $"The {MostCalls} of {FigureText.Count(all.Count)} in which most went wrong; the run file has all.";
        var calls = new StringBuilder();
        foreach (var (target, session) in all.Take(MostCalls))
        {
            calls.Append(Call(target, session, document.Targets.Count > 1));
        }

        return HtmlSections.Section("The calls", shown, calls.ToString());
    }

    private static int Findings(RehearsedSession session) => session.Score is { } score
        ? score.Calls.Count(SessionFindings.IsWrong) + score.Items.Count(item => item.Right == false)
        : 0;

    private static string Call(string target, RehearsedSession session, bool named)
    {
        var transcript = session.Transcript;
        var found = Findings(session);
        var ending = transcript.Ending == SessionEnding.Finished
            ? ""
            : Yaml.SnakeCase.Of(transcript.Ending).Replace('_', ' ') + ", ";
        var label = SessionLabel.Of(transcript.Session, transcript.Repetition);
        var who = named ? $" with {target}" : "";
        var small = $"{ending}{TranscriptLines.Seconds(transcript.LengthNs)}, {(found == 0 ? "nothing wrong" : $"{found} findings")}";
        var noise = $"Noise {Html.N(transcript.Noise * 100)} %, seed {transcript.Seed}.";
        var rows = string.Concat(TranscriptLines.Of(session).Select(Row));
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
            LineKind.Tool => $"<code>{Html.Text($"{line.Who}({line.Text})")}</code><small><code>{Html.Text(line.Result)}</code></small>",
            LineKind.Caller or LineKind.Agent => $"<b>{Html.Text(line.Who)}</b> {Html.Text(line.Text)}",
            _ => Html.Text(line.Text),
        };
        var heard = line.Heard is null ? "" : $"<small>heard: {Html.Text(line.Heard)}</small>";
        var unheard = line.Unheard is null ? "" : $" <s>{Html.Text(line.Unheard)}</s>";
        var findings = string.Concat(line.Findings.Select(finding => $"<small class=\"wrong\">✗ {Html.Text(finding)}</small>"));
        return $"<li class=\"{kind}\"><time>{TranscriptLines.Seconds(line.AtNs)}</time><div>{text}{unheard}{heard}{findings}</div></li>\n";
    }
}
