using Tollgate.Callers;
using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Sessions.CallerModels;
using Tollgate.Sessions.Clients;
using Tollgate.Sessions.Phone;
using Tollgate.Sessions.Tools;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Time;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>
/// Plays one session: the caller, the recogniser, the tools and the telephone. It runs the same on the system's clock
/// and under virtual time; all its chance comes from the place's seed. One session each; not thread-safe.
/// </summary>
internal sealed class SessionPlayer
{
    private readonly SessionPlace place;
    private readonly SessionContext context;
    private readonly RandomStream hearing;
    private int turns;

    /// <param name="place">Which session, with whom.</param>
    /// <param name="line">The way to the model that takes the call.</param>
    /// <param name="callerLine">The way to the model that plays the caller; null where none does.</param>
    /// <param name="axis">The run's axis.</param>
    public SessionPlayer(
        RehearsalSettings settings, SessionPlace place, ModelClient line, ModelClient? callerLine, MonotonicAxis axis)
    {
        this.place = place;
        var suite = settings.Suite;
        var session = place.Session;
        var random = new RandomStream(place.Seed);
        hearing = random.Fork(1);
        Noise = settings.Noise ?? session.Noise;
        var clock = new CallClock(axis, settings.TimeScale);
        context = new SessionContext
        {
            Settings = settings,
            Suite = suite,
            Session = session,
            Conversation = new Conversation(suite, session),
            Caller = settings.Person is { } person ? new PersonSeat(person)
                : new ListeningSeat(session.Brief, suite, random.Fork(4), settings.CallerModel is { } model
                    ? caller => new ModelVoice(caller, suite, session.Brief, model, callerLine, clock)
                    : null),
            Tools = new ToolSimulator(suite, session, random.Fork(2)),
            Line = line,
            Clock = clock,
            Oracle = settings.Oracles?.Create(suite, session, random.Fork(3).Fork(place.Target.Name)),
        };
        context.Tools.Schedule(session.Brief.Faults);
    }

    /// <summary>The session ended because this program failed.</summary>
    public bool HasBroken { get; private set; }

    private double Noise { get; }

    private Voice Voice => context.Suite.Voice;

    private Conversation Conversation => context.Conversation;

    /// <summary>
    /// Plays it to its end. A fault of this program ends this session, as failed, and no other.
    /// </summary>
    public async Task<Transcript> PlayAsync(CancellationToken ending)
    {
        TurnOutcome outcome;
        PostCallAnswer? answer = null;
        try
        {
            outcome = await HoldAsync(ending);
            answer = outcome.Ends is SessionEnding.Stopped or SessionEnding.Failed ? null : await PostCallAsync(ending);
        }
        catch (Exception bug)
        {
            HasBroken = true;
            outcome = new TurnOutcome("", context.Clock.NowNs)
            {
                Ends = SessionEnding.Failed,
                Why = $"Tollgate itself failed with {bug.GetType().Name}: {bug.Message}",
            };
        }

        return new Transcript
        {
            Suite = context.Suite.Name,
            Session = context.Session.Name,
            SessionId = place.SessionId,
            Repetition = place.Repetition,
            Target = place.Target.Name,
            Seed = place.Seed,
            Noise = Noise,
            Ending = outcome.Ends!.Value, // It was held to its end.
            EndingWhy = outcome.Why,
            Entries = [.. Conversation.Entries],
            Turns = [.. Conversation.Turns],
            PostCall = answer,
            LengthNs = outcome.OverNs,
            Planted = context.Oracle?.Planted ?? [],
        };
    }

    private async Task<TurnOutcome> HoldAsync(CancellationToken ending)
    {
        var outcome = await GreetAsync(ending);
        while (outcome.Ends is null)
        {
            outcome = await TurnAsync(outcome, ending);
        }

        return outcome;
    }

    private async Task<TurnOutcome> GreetAsync(CancellationToken ending)
    {
        var agent = Conversation.Agent;
        if (agent.Greeting.Length == 0)
        {
            return new TurnOutcome("", 0);
        }

        var endNs = SpokenReply.LengthNs(agent.Greeting, Voice);
        Conversation.Enter(new AgentSaid(agent.Name, agent.Greeting, agent.Greeting, null)
        {
            Turn = 0,
            AtNs = 0,
            UntilNs = endNs,
        });
        return await SpeakAsync(endNs, ending) ? new TurnOutcome(agent.Greeting, endNs) : Stopped(endNs);
    }

    private async Task<TurnOutcome> TurnAsync(TurnOutcome before, CancellationToken ending)
    {
        if (turns >= context.Suite.Limits.Turns)
        {
            return before with
            {
                Ends = SessionEnding.Bounded,
                Why = $"The session had not ended after {turns} turns, which is the bound.",
            };
        }

        var next = await context.Caller.NextAsync(Conversation.Agent.Name, before.Heard, before.BrokeIn, ending);
        if (next.Ends is { } ends)
        {
            return before with { Ends = ends, Why = next.Why };
        }

        if (ending.IsCancellationRequested)
        {
            return Stopped(before.OverNs);
        }

        // A model that finds the caller's words takes its time, and nobody is charged for it.
        var readyNs = next.Drafts.Count > 0 ? context.Clock.NowNs : 0;
        if (before.BrokeIn)
        {
            return await SayAsync(next, next.Text, SpeechKind.BargeIn, Math.Max(before.OverNs, readyNs), ending);
        }

        var startNs = Math.Max(before.OverNs + (Voice.CallerPause.Ticks * 100), readyNs);
        if (next.Cut is { } cut && Divide(next.Text, cut.Words) is { } parts)
        {
            return await CutAsync(next, cut, parts, startNs, ending);
        }

        var kind = next.IsLost ? SpeechKind.Clarification : SpeechKind.Line;
        return await SayAsync(next, next.Text, kind, startNs, ending);
    }

    // A turn that is taken for finished too soon, and the rest of it.
    private async Task<TurnOutcome> CutAsync(
        CallerMove line, Cut cut, (string First, string Remainder) parts, long startNs, CancellationToken ending)
    {
        if (cut.TrailsOff)
        {
            return await SayAsync(line, parts.First + " ...", SpeechKind.Line, startNs, ending);
        }

        var goesOnNs = startNs + SpokenReply.LengthNs(parts.First, Voice) + (cut.Pause.Ticks * 100);
        var outcome = await SayAsync(line, parts.First, SpeechKind.CutShort, startNs, ending, goesOnNs);
        return outcome.Ends is not null
            ? outcome
            : await SayAsync(line, parts.Remainder, SpeechKind.Continuation, outcome.OverNs, ending);
    }

    private async Task<TurnOutcome> SayAsync(
        CallerMove line, string text, SpeechKind kind, long startNs, CancellationToken ending, long? goesOnNs = null)
    {
        turns++;
        var endNs = startNs + SpokenReply.LengthNs(text, Voice);
        var heard = Recognisers.Careful(Noise, line.Style).Hear(
            text, [.. line.Entities.Where(text.Contains)], hearing.Fork((ulong)turns));
        Conversation.Enter(new CallerSaid(text, heard.Final, kind)
        {
            Turn = turns,
            AtNs = startNs,
            UntilNs = endNs,
            Steps = line.Opens,
            Settles = line.Settles,
            Agrees = line.Agrees,
            Drafts = kind == SpeechKind.Continuation ? [] : line.Drafts,
            Interims = [.. heard.Interims.Select(interim => interim.Text)],
        });
        Conversation.Add(new Message(Role.User, heard.Final.Length > 0 ? heard.Final : "(inaudible)"));
        context.Oracle?.Hear(line, kind);
        if (!await SpeakAsync(endNs, ending))
        {
            return Stopped(endNs);
        }

        var turn = new ActiveTurn(turns, line, kind, startNs, endNs) { GoesOnNs = goesOnNs };
        return await new AgentTurn(context, turn).RunAsync(ending);
    }

    private async Task<PostCallAnswer?> PostCallAsync(CancellationToken ending)
    {
        if (!context.Settings.PostCall || context.Suite.PostCall is not { } questions || turns == 0)
        {
            return null;
        }

        var exchange = await context.Line.AskAsync(
            PostCallPrompt.Of(questions, Conversation.Entries), 0, context.Clock.ToAxis(context.Clock.NowNs), null,
            context.Oracle?.Label(questions) ?? [], ending);
        return exchange.Outcome == Outcome.Completed ? new PostCallAnswer(exchange.Reply.Text, exchange.Id) : null;
    }

    private async Task<bool> SpeakAsync(long untilNs, CancellationToken ending)
    {
        try
        {
            await context.Clock.SpeakUntilAsync(untilNs, ending);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static TurnOutcome Stopped(long overNs) =>
        new("", overNs) { Ends = SessionEnding.Stopped, Why = "The run was stopped." };

    private static (string First, string Remainder)? Divide(string text, int words)
    {
        var all = SpokenReply.Words(text);
        return all.Count > words ? (text[..all[words - 1].End], text[all[words].Start..]) : null;
    }
}
