using Tollgate.Gate.Reading;
using Tollgate.Results;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Reports.Wording;

/// <summary>A transcript as lines that a person reads: who, what, when, and what was wrong with it.</summary>
internal static class TranscriptLines
{
    /// <summary>Every entry with what was found wrong at it, in order.</summary>
    public static IEnumerable<TranscriptLine> Of(RehearsedSession session)
    {
        var transcript = session.Transcript;
        var found = Once(Findings(session.Score));
        foreach (var (i, entry) in transcript.Entries.Index())
        {
            var here = found.Where(one => one.Entry == i).Select(one => one.Text).ToList();
            yield return Line(entry) with { Findings = here };
            var timing = entry is AgentSaid && LastOfTurn(transcript, i)
                ? transcript.Turns.FirstOrDefault(turn => turn.Turn == entry.Turn)
                : null;
            if (timing is not null)
            {
                yield return new TranscriptLine(LineKind.Timing, entry.Turn, null, "", Words(timing));
            }
        }

        foreach (var one in found.Where(one => one.Entry is null))
        {
            yield return new TranscriptLine(LineKind.Finding, one.Turn, null, "", one.Text);
        }
    }

    public static string Seconds(long? ns)
    {
        if (ns is not { } at)
        {
            return "";
        }

        // Rounded before it is divided: 59.96 s are a minute.
        var tenths = (long)Math.Round(at / 1e8, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 600}:{tenths % 600 / 10.0:00.0}");
    }

    private static bool LastOfTurn(Transcript transcript, int place) =>
        !transcript.Entries.Skip(place + 1).Any(
            entry => entry is AgentSaid && entry.Turn == transcript.Entries[place].Turn);

    private static List<(int? Entry, int Turn, string Text)> Findings(SessionScore? score) => score is null
        ? []
        :
        [
            .. score.Calls.Where(static call => call.IsWrong).Select(
                call => (call.Entry, Math.Max(0, call.Turn), call.Reason)),
            .. score.Items.Where(item => item.Right == false).Select(item => (item.Entry, item.Turn, item.Reason)),
        ];

    // A call and the handoff that it is say the same.
    private static List<T> Once<T>(IEnumerable<T> all) => [.. all.Distinct()];

    private static TranscriptLine Line(TranscriptEntry entry) => entry switch
    {
        CallerSaid caller => new TranscriptLine(
            LineKind.Caller, caller.Turn, caller.AtNs, Who(caller.Kind), caller.Said)
        {
            Heard = caller.Heard == caller.Said ? null : caller.Heard,
        },
        AgentSaid agent => new TranscriptLine(LineKind.Agent, agent.Turn, agent.AtNs, agent.Agent, agent.Heard)
        {
            Unheard = agent.Interrupted ? agent.Text[Math.Min(agent.Heard.Length, agent.Text.Length)..].Trim() : null,
        },
        ToolRan tool => new TranscriptLine(
            LineKind.Tool, tool.Turn, tool.AtNs, tool.Tool, tool.ArgumentsJson)
        {
            Result = tool.Status == ToolStatus.Answered
                ? tool.LaterJson is null ? tool.ResultJson : $"{tool.ResultJson}, and once more {tool.LaterJson}"
                : $"{Input.SnakeCase.Of(tool.Status).Replace('_', ' ')}: {tool.ResultJson}",
        },
        HandedOver over => new TranscriptLine(
            LineKind.Handoff, over.Turn, over.AtNs, "", $"{over.From} hands over to {over.To}"),
        ExchangeFailed failed => new TranscriptLine(LineKind.Failure, failed.Turn, failed.AtNs, "", failed.Why),
        _ => throw new InvalidOperationException($"There is no entry {entry.GetType().Name}."),
    };

    private static string Who(SpeechKind kind) => kind switch
    {
        SpeechKind.BargeIn => "caller, breaking in",
        SpeechKind.CutShort => "caller, pausing",
        SpeechKind.Continuation => "caller, going on",
        SpeechKind.Backchannel => "caller, meanwhile",
        SpeechKind.Clarification => "caller, lost",
        _ => "caller",
    };

    private static string Words(TurnTiming turn)
    {
        string Ms(long? ns) => ns is { } n ? Figures.FigureText.Duration(n / 1e6) : "none";
        var perceived = turn.AudibleNs - turn.SpeechEndNs;
        var dry = turn.Underruns > 0 ? $", ran dry {turn.Underruns} times for {Ms(turn.UnderrunNs)}" : "";
        var tools = turn.Parts.ToolRunNs > 0 ? $"tools {Ms(turn.Parts.ToolRunNs)}, " : "";
        var spokenInto = turn.Interrupted ? ", spoken into" : "";
        return $"heard after {Ms(perceived)}: first token {Ms(turn.FirstTokenNs)}, first clause {Ms(turn.FirstClauseNs)}, "
            + $"{tools}whole turn {Ms(turn.Parts.TotalNs)}{dry}{spokenInto}";
    }
}
