using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Calls;
using Tollgate.Scores.Claims;
using Tollgate.Scores.Claims.Checks;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;
using Tollgate.Unicode;
namespace Tollgate.Scores.Words;

/// <summary>
/// Reads a transcript from its beginning, so that each reply is judged by what had been said, told and answered until
/// then.
/// </summary>
internal sealed partial class SegmentReader
{
    private readonly SessionView view;
    private readonly SpeechBook speeches;
    private readonly ClaimJudge judge;
    private readonly HashSet<string> tablesRead = new(StringComparer.Ordinal);
    private readonly HashSet<string> tablesDue = new(StringComparer.Ordinal);
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
        var wishes = view.Outcome.Wishes.Where(wish => caller.Steps.Contains(wish.Name)).ToList();
        var before = segments.Count > 0 ? segments[^1] : null;
        var missing = wishes.Find(static wish => wish.IsMissing)?.Name ?? (wishes.Count == 0 ? before?.Missing : null);
        tablesDue.UnionWith(wishes.SelectMany(static wish => wish.Wish.LooksUp).Select(TableOf).OfType<string>()
            .Where(table => !tablesRead.Contains(table)));
        if (missing is null || missing != before?.Missing)
        {
            windowAnswers = new Known(view.Suite.Now);
            windowHasEffect = false;
        }

        segments.Add(new Segment
        {
            Turn = caller.Turn,
            Missing = missing,
            LookupsDue = tablesDue.Count > 0,
            AnswersMissing = answersMissing,
        });
    }

    private void Run(ToolRan ran)
    {
        // Whatever a transfer answers, nothing that is said rests on it.
        var isTransfer = Transfer.IsTransfer(ran.Tool, out _);
        if (TableOf(ran.Tool) is { } read)
        {
            tablesRead.Add(read);
            tablesDue.Remove(read);
        }

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
            if (segments.Count > 0 && segments[^1].Missing is not null)
            {
                windowAnswers.Answer(ran.ResultJson);
                windowAnswers.Answer(ran.LaterJson ?? "{}");
            }

            windowHasEffect |= view.Suite.Tools.TryGetValue(ran.Tool, out var tool) && tool.HasEffect;
        }
    }

    private static bool HasFound(ToolRan ran) => ran.Status == ToolStatus.Answered
        && OutsideJson.Parse(ran.ResultJson) is { ValueKind: JsonValueKind.Object } answer
        && answer.TryGetProperty("found", out var found) && found.ValueKind == JsonValueKind.Number && found.GetDouble() > 0;

    private AgentUtterance Judge(AgentSaid agent, int index)
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

        return new AgentUtterance(index, agent.Turn, speech)
        {
            Interrupted = agent.Interrupted,
            Borrowed = segment.Missing is null ? [] : Borrowed(agent.Heard, speech),
            Spoken = judge.AgentSaid(agent.Heard),
            Statuses = statuses,
            AfterEffect = windowHasEffect,
            AfterFailure = segment.Calls.Count > 0 && !segment.Answered && segment.FailedTools.Count > 0,
            Unlooked = segment.Calls.Count == 0 && tablesDue.Count > 0,
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

    private string? TableOf(ExpectedCall call) => TableOf(call.Tool);

    // The table that a lookup reads: by which of its tools, and by which key, is the model's own business.
    private string? TableOf(string name) =>
        view.Suite.Tools.TryGetValue(name, out var tool) && tool.Backend.Action == BackendAction.Find
            ? tool.Backend.Table
            : null;

    [GeneratedRegex(@"\b(there (you|we) are|here (you|we) (are|go)|(found|got) (you|it))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Finds();
}
