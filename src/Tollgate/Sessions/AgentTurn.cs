using Tollgate.Exchanges;
using Tollgate.Sessions.Phone;
using Tollgate.Sessions.Tools;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>
/// What the agent does between two words of the caller's:
/// <code>
///   (1) hearing -> (2) exchange -> (3) speech, while it comes -> (4) tools -> (2) ... -> (5) speech to its end
/// </code>
/// The caller may speak into any of (2) to (5), which ends the turn. One turn each; not thread-safe.
/// </summary>
internal sealed class AgentTurn
{
    private readonly SessionContext context;
    private readonly ActiveTurn turn;
    private readonly Playback playback;
    private readonly TurnClock timing;
    private readonly List<Said> said = [];
    private Interruption? interruption;
    private TurnWatchdog guard;
    private long readyNs;

    public AgentTurn(SessionContext context, ActiveTurn turn)
    {
        this.context = context;
        this.turn = turn;
        playback = new Playback(Voice);
        timing = new TurnClock(context.Clock, turn.SpeechEndNs, context.Settings.Stall.Ticks * 100);
        guard = NewGuard();
        readyNs = turn.SpeechEndNs
            + ((Voice.Endpointing + Voice.Recognition).Ticks * 100) + (Voice.Network.Ticks * 50);
    }

    private Voice Voice => context.Suite.Voice;

    private Conversation Conversation => context.Conversation;

    public async Task<TurnOutcome> RunAsync(CancellationToken ending)
    {
        IReadOnlyList<ToolRan> ran = [];
        for (var exchanges = 0; ; exchanges++)
        {
            if (exchanges == context.Suite.Limits.ExchangesPerTurn)
            {
                return End(SessionEnding.Bounded,
                    $"The model still called tools after {exchanges} exchanges of one turn, which is the bound.");
            }

            var exchange = await ExchangeAsync(ran, ending);
            if (Ended(exchange, ending) is { } outcome)
            {
                return outcome;
            }

            if (exchange.Reply.ToolCalls.Count == 0)
            {
                break;
            }

            ran = await RunToolsAsync(exchange, ending);
            if (guard.InterruptedNs is { } ns)
            {
                return Interrupted(ns);
            }

            if (guard.HungUp || ending.IsCancellationRequested)
            {
                return guard.HungUp ? HungUp() : Stopped();
            }
        }

        return await SpeakAsync(ending);
    }

    // (2) and (3)
    private async Task<Exchange> ExchangeAsync(IReadOnlyList<ToolRan> ran, CancellationToken ending)
    {
        var stream = playback.Begin();
        interruption = turn.GoesOnNs is { } goesOnNs ? new Interruption(playback, null, goesOnNs, stream)
            : context.Caller.BreaksInAfter is { } words ? new Interruption(playback, words, null, stream)
            : null;
        guard = NewGuard();
        var headers = context.Oracle?.Answer(turn.Number, Conversation.Agent, ran) ?? [];
        var intendedNs = Math.Max(readyNs, context.Clock.NowNs);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var asking = context.Line.AskAsync(
            Conversation.Prompt(context.Settings.Temperature), turn.Number, context.Clock.ToAxis(intendedNs),
            new SpeechWatcher(playback, context.Clock), headers, cut.Token);
        await guard.WatchAsync(asking, cut, ending);
        var exchange = await asking;
        timing.Enter(exchange, intendedNs);
        readyNs = context.Clock.OfAxis(exchange.Timeline.OverNs);
        if (exchange.Outcome == Outcome.Completed)
        {
            playback.Finish(context.Clock.OfAxis(exchange.Timeline.LastTokenNs ?? exchange.Timeline.OverNs));
        }

        if (exchange.Outcome == Outcome.Cancelled)
        {
            context.Oracle?.CutOff();
        }

        // The calls of a stream that was cut off were not made.
        var reply = exchange.Outcome == Outcome.Completed
            ? exchange.Reply
            : exchange.Reply with { ToolCalls = [] };
        if (reply.Text.Length > 0 || reply.ToolCalls.Count > 0)
        {
            said.Add(new Said(stream, Conversation.Agent.Name, exchange.Id, reply.Text, Conversation.Count));
            Conversation.Add(new Message(Role.Assistant, reply.Text) { ToolCalls = reply.ToolCalls });
        }

        return exchange;
    }

    private TurnOutcome? Ended(Exchange exchange, CancellationToken ending)
    {
        if (exchange.Failure is { } failure)
        {
            Conversation.Enter(new ExchangeFailed(Conversation.Agent.Name, failure.Message, exchange.Id)
            {
                Turn = turn.Number,
                AtNs = context.Clock.OfAxis(exchange.Timeline.IntendedNs),
                UntilNs = readyNs,
            });
            return End(SessionEnding.Failed, $"The provider failed: {failure.Message}");
        }

        return ending.IsCancellationRequested ? Stopped()
            : guard.HungUp ? HungUp()
            : guard.InterruptedNs is { } ns ? Interrupted(ns)
            : null;
    }

    // (4): every call is carried out at once, and the turn goes on when the last has answered.
    private async Task<IReadOnlyList<ToolRan>> RunToolsAsync(Exchange exchange, CancellationToken ending)
    {
        var nowNs = context.Clock.NowNs;
        var agent = Conversation.Agent;
        var runs = new List<(ToolRan Ran, ToolOutcome Outcome)>();
        var later = new List<string>();
        SuiteAgent? next = null;
        foreach (var call in exchange.Reply.ToolCalls)
        {
            var outcome = runs.Count >= context.Suite.Limits.CallsPerExchange
                ? ToolSimulator.Refusal(ToolStatus.NotRun, "too many calls at once")
                : Transfer.IsTransfer(call.Name, out var to) ? HandOver(agent, to, ref next)
                : context.Tools.Run(agent, call);
            runs.Add((new ToolRan(
                agent.Name, call.Id, call.Name, call.ArgumentsJson, outcome.Status, outcome.ResultJson, exchange.Id)
            {
                Turn = turn.Number,
                AtNs = nowNs,
                UntilNs = nowNs + outcome.LatencyNs,
                Changes = outcome.Changes,
                LaterJson = outcome.Later,
            }, outcome));
            if (outcome.Later is not null)
            {
                later.Add($"(The tool {call.Name} answered once more: {outcome.Later})");
            }
        }

        readyNs = runs.Max(run => run.Ran.UntilNs!.Value); // All were just given.
        var waiting = context.Clock.SpeakUntilAsync(readyNs, ending);
        await guard.WatchAsync(waiting, null, ending);
        await SettleAsync(waiting);
        foreach (var (ran, outcome) in runs)
        {
            Conversation.Enter(ran with { Interrupted = guard.InterruptedNs < ran.UntilNs });
            Conversation.Add(new Message(Role.Tool, outcome.ResultJson) { ToolCallId = ran.CallId });
            if (outcome.Status == ToolStatus.Answered)
            {
                context.Caller.Answered(ran.Tool, ran.ArgumentsJson);
            }
        }

        if (later.Count > 0)
        {
            Conversation.Add(new Message(Role.User, string.Join('\n', later)));
        }

        if (next is not null)
        {
            var transfer = runs.First(run => run.Ran.Tool == Transfer.NameOf(next.Name)).Ran;
            Conversation.Enter(new HandedOver(agent.Name, next.Name, transfer.CallId)
            {
                Turn = turn.Number,
                AtNs = transfer.UntilNs,
                UntilNs = transfer.UntilNs,
            });
            Conversation.HandTo(next);
        }

        return [.. runs.Select(run => run.Ran)];
    }

    private ToolOutcome HandOver(SuiteAgent agent, string to, ref SuiteAgent? next)
    {
        if (!agent.HandsOverTo.Contains(to))
        {
            return ToolSimulator.Refusal(ToolStatus.UnknownTool, $"there is no tool {Transfer.NameOf(to)}");
        }

        if (next is not null)
        {
            return ToolSimulator.Refusal(ToolStatus.NotRun, "the call was handed over already");
        }

        next = context.Suite.Agents[to];
        return ToolOutcome.HandedOver(to);
    }

    // (5)
    private async Task<TurnOutcome> SpeakAsync(CancellationToken ending)
    {
        var endNs = playback.EndNs ?? context.Clock.NowNs;
        var interruptedNs = interruption?.DueNs is { } dueNs && (dueNs < endNs || !interruption.IsBargeIn)
            ? Math.Max(dueNs, context.Clock.NowNs)
            : (long?)null;
        await SettleAsync(context.Clock.SpeakUntilAsync(interruptedNs ?? endNs, ending));
        return ending.IsCancellationRequested ? Stopped()
            : interruptedNs is { } ns ? Interrupted(ns)
            : Over(endNs, interrupted: false);
    }

    private TurnOutcome Interrupted(long atNs) =>
        Over(atNs, interrupted: true) with { Interrupted = true, BrokeIn = interruption!.IsBargeIn }; // It was due.

    private TurnOutcome HungUp() => End(SessionEnding.HungUp,
        $"The caller heard nothing for {Voice.HangUpTimeout.TotalSeconds:0.#} s and hung up.");

    private TurnOutcome Stopped() => End(SessionEnding.Stopped, "The run was stopped.");

    private TurnOutcome End(SessionEnding how, string why) =>
        Over(context.Clock.NowNs, interrupted: false) with { Ends = how, Why = why };

    // What was said goes into the transcript as far as it was heard; the history is cut to that from behind.
    private TurnOutcome Over(long atNs, bool interrupted)
    {
        var heard = new List<string>();
        foreach (var part in said.AsEnumerable().Reverse())
        {
            var words = playback.HeardBy(part.Stream, interrupted ? atNs : long.MaxValue);
            var whole = words.Length >= part.Text.TrimEnd().Length;
            words = whole ? part.Text : words;
            if (!whole)
            {
                Conversation.CutTo(part.Place, words);
            }

            heard.Insert(0, words);
        }

        foreach (var (part, words) in said.Zip(heard).Where(pair => pair.First.Text.Length > 0))
        {
            var spoken = playback.Spoken(part.Stream, interrupted ? atNs : long.MaxValue);
            context.Conversation.Enter(new AgentSaid(part.Agent, part.Text, words, part.ExchangeId)
            {
                Turn = turn.Number,
                AtNs = spoken?.StartNs ?? atNs,
                UntilNs = spoken?.EndNs ?? atNs,
                Interrupted = interrupted && words.Length < part.Text.Length,
            });
        }

        Enter(atNs, interrupted);
        return new TurnOutcome(string.Join(' ', heard.Where(words => words.Length > 0)), atNs);
    }

    private void Enter(long atNs, bool interrupted)
    {
        Backchannel(atNs);
        var audible = playback.AudibleNs is { } first && first < atNs ? first : (long?)null;
        Conversation.Enter(new TurnTiming
        {
            Turn = turn.Number,
            SpeechStartNs = turn.SpeechStartNs,
            SpeechEndNs = turn.SpeechEndNs,
            AudibleNs = audible,
            SpokenNs = audible is null ? null : Math.Min(playback.EndNs ?? atNs, atNs),
            FirstTokenNs = timing.FirstTokenNs,
            FirstClauseNs = playback.FirstClauseNs - timing.FirstSentNs,
            Underruns = playback.Underruns,
            UnderrunNs = playback.UnderrunNs,
            DeadAirNs = playback.LongestSilenceNs(turn.SpeechEndNs, atNs),
            Stalls = timing.Stalls,
            GapMs = timing.GapMs,
            Interrupted = interrupted,
            Parts = timing.Parts,
        });
    }

    private void Backchannel(long untilNs)
    {
        if (turn.Line.Backchannel is { } word
            && playback.HeardAtNs(word.Words, said.Count > 0 ? said[^1].Stream : 0) is { } atNs && atNs < untilNs)
        {
            Conversation.Enter(new CallerSaid(word.Say, word.Say, SpeechKind.Backchannel)
            {
                Turn = turn.Number,
                AtNs = atNs,
                UntilNs = atNs + SpokenReply.LengthNs(word.Say, Voice),
            });
        }
    }

    private TurnWatchdog NewGuard() =>
        new(context.Clock, playback, interruption, turn.SpeechEndNs, Voice.HangUpTimeout.Ticks * 100);

    private static async Task SettleAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The code that waits looks at the token.
        }
    }

    // What one exchange said, and where it stands in the history.
    private sealed record Said(int Stream, string Agent, long ExchangeId, string Text, int Place);
}
