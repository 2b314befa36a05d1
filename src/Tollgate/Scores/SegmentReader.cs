using System.Text.Json;
using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Scores.Claims;
using Tollgate.Suites;
using Tollgate.Transcripts;
using Tollgate.Unicode;
namespace Tollgate.Scores;

/// <summary>
/// Reads a transcript from its beginning, so that each reply is judged by what had been said, told and answered until
/// then.
/// </summary>
internal sealed partial class SegmentReader
{
    private readonly SessionView view;
    private readonly SpeechBook speeches;
    private readonly ClaimJudge judge;
    private readonly HashSet<string> lookedUp = new(StringComparer.Ordinal);
    private readonly List<Segment> segments = [];
    private Known windowAnswers;
    private bool answersMissing;
    private bool windowHasEffect;

    private SegmentReader(SessionView view, SpeechBook speeches)
    {
        this.view = view;
        this.speeches = speeches;
        judge = new ClaimJudge(SuiteWorld.Of(view.Suite));
        windowAnswers = new Known(view.Suite.Now);
    }

    public static List<Segment> Read(SessionView view, SpeechBook speeches)
    {
        var reader = new SegmentReader(view, speeches);
        reader.judge.AgentTold(view.Session.StartsWith);
        for (var i = 0; i < view.Transcript.Entries.Count; i++)
        {
            reader.Read(view.Transcript.Entries[i], i);
        }

        reader.judge.End();
        Rulings.Apply(reader.segments, view.Transcript.Rulings);
        return reader.segments;
    }

    private void Read(TranscriptEntry entry, int index)
    {
        switch (entry)
        {
            case CallerSaid caller:
                judge.CallerSaid(
                    caller.Said, caller.Heard, caller.Kind == SpeechKind.CutShort,
                        caller.Kind == SpeechKind.Continuation);
                if (caller.Kind != SpeechKind.Backchannel)
                {
                    Begin(caller);
                }

                break;
            case ToolRan ran:
                Run(ran);
                break;
            case HandedOver handed:
                judge.HandedOver(handed.To);
                if (segments.Count > 0)
                {
                    segments[^1].HandedOver = true;
                }

                break;
            case AgentSaid agent when segments.Count == 0 || IsGreeting(agent):
                judge.AgentTold(agent.Agent);
                judge.Opened(agent.Heard);
                break;
            case AgentSaid agent when !string.IsNullOrWhiteSpace(agent.Heard):
                segments[^1].Words.Add(Judge(agent, index));
                break;
            default:
                break;
        }
    }

    private bool IsGreeting(AgentSaid agent) =>
        agent.ExchangeId is null && view.Suite.Agents.TryGetValue(agent.Agent, out var one)
        && one.Greeting == agent.Text;

    // Clarifications and the rest of a cut turn go on with what was asked before them.
    private void Begin(CallerSaid caller)
    {
        List<Step> steps = [.. caller.Steps.Where(view.Steps.ContainsKey).Select(id => view.Steps[id])];
        var before = segments.Count > 0 ? segments[^1] : null;
        var missing = steps.Find(static step => step.Missing is not null)?.Missing
            ?? (steps.Count == 0 ? before?.Missing : null);
        if (missing is null || missing != before?.Missing)
        {
            windowAnswers = new Known(view.Suite.Now);
            windowHasEffect = false;
        }

        segments.Add(new Segment
        {
            Turn = caller.Turn,
            Steps = steps,
            Missing = missing,
            AnswersMissing = answersMissing,
        });
    }

    private void Run(ToolRan ran)
    {
        // Whatever a transfer answers, nothing that is said rests on it.
        var isTransfer = Transfer.IsTransfer(ran.Tool, out _);
        lookedUp.Add(ran.Tool);
        answersMissing |= ran.Status == ToolStatus.NotRecorded && !isTransfer;
        if (segments.Count > 0)
        {
            segments[^1].Calls.Add(ran);
            segments[^1].HandedOver |= isTransfer && (ran.Status is ToolStatus.Answered or ToolStatus.NotRecorded);
            segments[^1].AnswersMissing = answersMissing;
        }

        judge.AgentTold(ran.Agent);
        judge.CallMade(ran.Tool, ran.ArgumentsJson);
        judge.ToolAnswered(ran.Tool, ran.ResultJson, ran.Status);
        if (ran.LaterJson is { } later)
        {
            judge.ToolAnswered(ran.Tool, later, ran.Status);
        }

        if (ran.Status == ToolStatus.Answered && !isTransfer)
        {
            windowAnswers.Answer(ran.ResultJson);
            windowAnswers.Answer(ran.LaterJson ?? "{}");
            windowHasEffect |= view.Suite.Tools.TryGetValue(ran.Tool, out var tool) && tool.HasEffect;
        }
    }

    private static bool HasFound(ToolRan ran) => ran.Status == ToolStatus.Answered
        && OutsideJson.Parse(ran.ResultJson) is { ValueKind: JsonValueKind.Object } answer
        && answer.TryGetProperty("found", out var found) && found.ValueKind == JsonValueKind.Number && found.GetDouble() > 0;

    private Utterance Judge(AgentSaid agent, int index)
    {
        var speech = speeches.Of(index);
        var segment = segments[^1];
        judge.AgentTold(agent.Agent);
        var statuses = new List<(string, bool, Clause)>();
        foreach (var clause in speech.Clauses)
        {
            // "Found you, Edith": somebody was found, whoever is missing.
            if (StatusRule.Claims(clause, existence: true) is { } word
                && !(word == "there" && Finds().IsMatch(clause.Words) && segment.Calls.Exists(HasFound)))
            {
                statuses.Add((word, judge.Known.Answers.HasWord(word), clause));
            }
        }

        return new Utterance(index, agent.Turn, speech)
        {
            Interrupted = agent.Interrupted,
            Borrowed = segment.Missing is null ? [] : Borrowed(agent.Heard, speech),
            Spoken = judge.AgentSaid(agent.Heard),
            Statuses = statuses,
            AfterEffect = windowHasEffect,
            AfterFailure = segment.Calls.Count > 0 && !segment.Answered && segment.FailedTools.Count > 0,
            Unlooked = segment.Calls.Count == 0 && LookupsDue(segment).Any(tool => !lookedUp.Contains(tool)),
        };
    }

    // Facts that the window's answers alone know.
    private List<Fact> Borrowed(string heard, Speech speech)
    {
        var whole = Sentence.Whole(heard, speech);
        var without = new ValueCheck(judge.Known.With([]));
        var within = new ValueCheck(judge.Known.With([windowAnswers]));
        return speech.Facts.FindAll(fact => speech.ClauseOf(fact) is { Mood: Mood.Assertion or Mood.Offer } clause
            && !clause.Tagged && !OtherRule.Offers(clause.Words) && !OtherRule.Introduces(speech.Tokens, fact)
            && without.Holds(whole, fact) == false && within.Holds(whole, fact) == true);
    }

    internal IEnumerable<string> LookupsDue(Segment segment) => segment.Steps
        .SelectMany(static step => step.Expect)
        .Where(call => !call.Optional && view.Suite.Tools.TryGetValue(call.Tool, out var tool)
            && tool.Backend.Action == BackendAction.Find)
        .Select(static call => call.Tool);

    [GeneratedRegex(@"\b(there (you|we) are|here (you|we) (are|go)|(found|got) (you|it))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Finds();
}
