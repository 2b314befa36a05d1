using System.Runtime.CompilerServices;
using Tollgate.Language;
using Tollgate.Scores.Claims;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Scores;

/// <summary>
/// Reads a transcript from its beginning, so that each reply is judged by what had been said, told and answered until
/// then.
/// </summary>
internal sealed class SegmentReader
{
    // What the agents of a suite are told is the same in all its sessions.
    private static readonly ConditionalWeakTable<Suite, Grounds> Told = [];

    private readonly SessionView view;
    private readonly SpeechBook speeches;
    private readonly Grounds told;
    private readonly Grounds said;
    private readonly Grounds answers;
    private readonly HashSet<string> lookedUp = new(StringComparer.Ordinal);
    private readonly List<Segment> segments = [];
    private Grounds windowAnswers;
    private string? cut;
    private bool hasAnswer;
    private bool answersMissing;
    private bool windowHasEffect;

    private SegmentReader(SessionView view, SpeechBook speeches)
    {
        this.view = view;
        this.speeches = speeches;
        told = Told.GetValue(view.Suite, Tell);
        said = new Grounds(view.Suite.Now);
        answers = new Grounds(view.Suite.Now);
        windowAnswers = new Grounds(view.Suite.Now);
    }

    public static List<Segment> Read(SessionView view, SpeechBook speeches)
    {
        var reader = new SegmentReader(view, speeches);
        for (var i = 0; i < view.Transcript.Entries.Count; i++)
        {
            reader.Read(view.Transcript.Entries[i], i);
        }

        return reader.segments;
    }

    private static Grounds Tell(Suite suite)
    {
        var told = new Grounds(suite.Now);
        told.SayToday();
        told.Say(suite.Name.Replace('_', ' '));
        foreach (var agent in suite.Agents.Values)
        {
            told.Say(agent.System);
            told.Say(agent.Greeting);
            told.Say(agent.Description);
            told.Say(agent.Name.Replace('_', ' '));
        }

        return told;
    }

    private void Read(TranscriptEntry entry, int index)
    {
        switch (entry)
        {
            case CallerSaid caller:
                said.Say(caller.Said);

                // A number that was cut in two is one number.
                if (caller.Kind == SpeechKind.Continuation && cut is not null)
                {
                    said.Say($"{cut} {caller.Said}");
                }

                cut = caller.Kind == SpeechKind.CutShort ? caller.Said : null;
                if (caller.Heard != caller.Said)
                {
                    said.Say(caller.Heard);
                }

                if (caller.Kind != SpeechKind.Backchannel)
                {
                    Begin(caller);
                }

                break;
            case ToolRan ran:
                Run(ran);
                break;
            case HandedOver when segments.Count > 0:
                segments[^1].HandedOver = true;
                break;
            case AgentSaid agent when segments.Count == 0 || IsGreeting(agent):
                said.Say(agent.Heard);
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
            windowAnswers = new Grounds(view.Suite.Now);
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

        if (ran.Status == ToolStatus.Answered)
        {
            answers.Answer(ran.ResultJson);
            windowAnswers.Answer(ran.ResultJson);
            if (ran.LaterJson is { } later)
            {
                answers.Answer(later);
                windowAnswers.Answer(later);
            }

            hasAnswer = true;
            windowHasEffect |= view.Suite.Tools.TryGetValue(ran.Tool, out var tool) && tool.HasEffect;
        }
    }

    private Utterance Judge(AgentSaid agent, int index)
    {
        var speech = speeches.Of(index);
        var segment = segments[^1];
        var ungrounded = new List<Fact>();
        var borrowed = new List<Fact>();
        foreach (var fact in speech.Facts)
        {
            var clause = speech.ClauseOf(fact);
            var stated = clause.Mood == Mood.Assertion
                || (clause.Mood == Mood.Offer && fact.Kind is not (FactKind.Date or FactKind.Time));
            if (!stated)
            {
                if (PresuppositionRule.Claims(speech, fact, clause) && !IsGrounded(fact))
                {
                    ungrounded.Add(fact);
                }

                continue;
            }

            if (!said.Has(fact) && !told.Has(fact))
            {
                if (!answers.Has(fact))
                {
                    ungrounded.Add(fact);
                }
                else if (windowAnswers.Has(fact) && !clause.Tagged && !OtherRule.Offers(clause.Words)
                    && !OtherRule.Introduces(speech.Tokens, fact))
                {
                    borrowed.Add(fact);
                }
            }
        }

        var statuses = new List<(string, bool, Clause)>();
        foreach (var clause in speech.Clauses)
        {
            if (StatusRule.Claims(clause, existence: true) is { } word)
            {
                statuses.Add((word, answers.HasWord(word), clause));
            }
        }

        return new Utterance(index, agent.Turn, speech)
        {
            Interrupted = agent.Interrupted,
            Ungrounded = ungrounded,
            Borrowed = borrowed,
            Statuses = statuses,
            AfterEffect = windowHasEffect,
            AfterFailure = segment.Calls.Count > 0 && !segment.Answered && segment.FailedTools.Count > 0,
            AfterAnswer = hasAnswer,
            Unlooked = segment.Calls.Count == 0 && LookupsDue(segment).Any(tool => !lookedUp.Contains(tool)),
        };
    }

    private bool IsGrounded(Fact fact) => said.Has(fact) || told.Has(fact) || answers.Has(fact);

    internal IEnumerable<string> LookupsDue(Segment segment) => segment.Steps
        .SelectMany(static step => step.Expect)
        .Where(call => !call.Optional && view.Suite.Tools.TryGetValue(call.Tool, out var tool)
            && tool.Backend.Action == BackendAction.Find)
        .Select(static call => call.Tool);
}
