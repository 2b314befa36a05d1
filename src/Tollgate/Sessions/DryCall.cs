using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Sessions.Tools;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>
/// A call without wire and clock: the caller, the recogniser and the tools of a rehearsal, with somebody in the
/// agent's seat who answers at once. Nobody is interrupted in it, since nothing takes time. The same seed gives the
/// same call. Not thread-safe.
/// </summary>
internal sealed class DryCall
{
    private const int MaxExchanges = 12;

    private readonly Suite suite;
    private readonly SuiteSession session;
    private readonly ListeningSeat caller;
    private readonly ToolSimulator tools;
    private readonly RandomStream hearing;
    private readonly Conversation conversation;
    private readonly ulong seed;
    private int turn;
    private string heard;

    /// <param name="seed">Where chance comes from.</param>
    public DryCall(Suite suite, SuiteSession session, ulong seed)
    {
        this.suite = suite;
        this.session = session;
        this.seed = seed;
        var random = new RandomStream(seed);
        hearing = random.Fork(1);
        tools = new ToolSimulator(suite, session, random.Fork(2));
        tools.Schedule(session.Brief.Faults);
        caller = new ListeningSeat(session.Brief, suite, random.Fork(4));
        conversation = new Conversation(suite, session);
        heard = conversation.Agent.Greeting;
        if (heard.Length > 0)
        {
            conversation.Enter(new AgentSaid(conversation.Agent.Name, heard, heard, null) { Turn = 0 });
        }
    }

    /// <summary>The agent that has the call.</summary>
    public SuiteAgent Agent => conversation.Agent;

    /// <summary>The turn that is played: 1 for the caller's first.</summary>
    public int Turn => turn;

    /// <summary>What has been said and done so far.</summary>
    public IReadOnlyList<TranscriptEntry> Entries => conversation.Entries;

    /// <summary>Plays the call to its end.</summary>
    /// <param name="answer">
    /// The agent: gets the caller's move and what was heard of it, or null for both and what came of its calls; null
    /// for an answer hangs up.
    /// </param>
    public Transcript Play(Func<CallerMove?, CallerSaid?, IReadOnlyList<ToolRan>, Reply?> answer)
    {
        while (true)
        {
            if (turn >= suite.Limits.Turns)
            {
                return End(SessionEnding.Bounded, $"The session had not ended after {turn} turns, which is the bound.");
            }

            var move = caller.Next(Agent.Name, heard);
            if (move.Ends is { } ends)
            {
                return End(ends, move.Why);
            }

            var said = Say(move);
            if (!Answer(move, said, answer))
            {
                return End(SessionEnding.Stopped, "The agent hung up.");
            }
        }
    }

    private CallerSaid Say(CallerMove move)
    {
        turn++;
        var careful = Recognisers.Careful(session.Noise, move.Style);
        var result = careful.Hear(move.Text, [.. move.Entities.Where(move.Text.Contains)], hearing.Fork((ulong)turn));
        var said = new CallerSaid(move.Text, result.Final, move.IsLost ? SpeechKind.Clarification : SpeechKind.Line)
        {
            Turn = turn,
            Steps = [.. move.Opens],
            Settles = move.Settles,
            Agrees = move.Agrees,
        };
        conversation.Enter(said);
        return said;
    }

    private bool Answer(CallerMove move, CallerSaid said, Func<CallerMove?, CallerSaid?, IReadOnlyList<ToolRan>,
        Reply?> answer)
    {
        var words = new List<string>();
        IReadOnlyList<ToolRan> ran = [];
        for (var exchange = 0; exchange < MaxExchanges; exchange++)
        {
            if (answer(exchange == 0 ? move : null, exchange == 0 ? said : null, ran) is not { } reply)
            {
                return false;
            }

            if (reply.Text.Length > 0)
            {
                words.Add(reply.Text);
                conversation.Enter(new AgentSaid(Agent.Name, reply.Text, reply.Text,
                    (turn * 100) + exchange) { Turn = turn });
            }

            if (reply.ToolCalls.Count == 0)
            {
                break;
            }

            ran = [.. reply.ToolCalls.Select((call, i) => Run(call, (turn * 100) + exchange, i))];
        }

        heard = string.Join(' ', words);
        return true;
    }

    private ToolRan Run(ToolCall call, long exchange, int place)
    {
        var agent = Agent;
        var handsOver = Transfer.IsTransfer(call.Name, out var to) && agent.HandsOverTo.Contains(to);
        var outcome = handsOver
            ? ToolOutcome.HandedOver(to!) // It is a transfer.
            : tools.Run(agent, call);
        var ran = new ToolRan(
            agent.Name, $"call_{exchange}_{place}", call.Name, call.ArgumentsJson, outcome.Status, outcome.ResultJson, exchange)
        {
            Turn = turn,
            Changes = outcome.Changes,
            LaterJson = outcome.Later,
        };
        conversation.Enter(ran);
        if (outcome.Status == ToolStatus.Answered)
        {
            caller.Answered(call.Name, call.ArgumentsJson);
        }

        if (handsOver)
        {
            conversation.Enter(new HandedOver(agent.Name, to!, ran.CallId) { Turn = turn }); // It is a transfer.
            conversation.HandTo(suite.Agents[to!]);
        }

        return ran;
    }

    private Transcript End(SessionEnding ending, string why) => new()
    {
        Suite = suite.Name,
        Session = session.Name,
        Target = "",
        Seed = seed,
        Noise = session.Noise,
        Ending = ending,
        EndingWhy = why,
        Entries = [.. conversation.Entries],
    };
}
