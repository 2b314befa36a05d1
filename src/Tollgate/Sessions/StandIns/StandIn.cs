using System.Text.Json;
using Tollgate.Callers;
using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Sessions.StandIns;

/// <summary>
/// A model that behaves, for the simulated ones: it knows the suite's answers through a side door, does what the script
/// expects of a good agent, and spoils it at stated rates. What it shows is whether the engine and the scores work; it
/// says nothing of any real model. Not thread-safe.
/// </summary>
internal sealed class StandIn(Suite suite, SuiteSession session, SpoilRates rates, RandomStream random) : IStandIn
{
    private const string Retrying = "I'm sorry, that did not go through. Let me try once more.";

    // No question: it might be taken for one that the script has an answer to.
    private const string GivingUp =
        "I'm sorry, our system is not answering right now, so I can't say for sure.";

    private const string GoOn = "Yes?";

    private readonly Spoiler spoiler = new(rates);
    private readonly Queue<Move> moves = new();
    private readonly List<ToolCall> made = [];
    private readonly List<(int Turn, PlantedFault Fault)> planted = [];
    private readonly List<Move> unanswered = [];
    private Move? last;
    private Step current = session.Steps[0];
    private string reply = "";
    private bool listening;
    private bool gaveUp;
    private int retries;
    private int writing;
    private ulong replies;

    public IReadOnlyList<(int Turn, PlantedFault Fault)> Planted => planted;

    public void CutOff()
    {
        if (last is { } move)
        {
            var later = moves.ToList();
            moves.Clear();
            foreach (var next in later.Prepend(move with { Before = "" }))
            {
                moves.Enqueue(next);
            }

            made.RemoveRange(made.Count - writing, writing);
            last = null;
        }

        writing = 0;
    }

    public void Hear(CallerMove line, SpeechKind kind)
    {
        listening = kind == SpeechKind.CutShort;
        gaveUp = false;
        if (listening)
        {
            return;
        }

        if (line.IsLost)
        {
            // What did not go through is tried again before the last words are said again.
            foreach (var move in unanswered)
            {
                moves.Enqueue(move);
            }

            unanswered.Clear();
            return;
        }

        foreach (var step in line.Steps)
        {
            current = step;
            reply = step.Reply;
            foreach (var group in step.Expect.GroupBy(call => call.Group))
            {
                moves.Enqueue(new Move(step, moves.Count == 0 ? step.Before : "", [.. group]));
            }
        }
    }

    public Reply Answer(int turn, SuiteAgent agent, IReadOnlyList<ToolRan> before)
    {
        var failed = before.Any(Failed);
        var ideal = Ideal(agent, before, failed);
        var spoiled = spoiler.Spoil(
            ideal,
            new SpoilContext(suite, session, agent.Name, current, current.Missing is not null, failed, [.. made]),
            random.Fork(replies++));
        foreach (var fault in spoiled.Planted)
        {
            planted.Add((turn, fault));
        }

        made.AddRange(spoiled.Reply.ToolCalls);
        writing = spoiled.Reply.ToolCalls.Count;

        // A model that forgets its calls goes on talking.
        return spoiled.Reply is { Text.Length: 0, ToolCalls.Count: 0 } silent
            ? silent with { Text = reply }
            : spoiled.Reply;
    }

    public Reply Label(PostCall questions) =>
        new(StandInLabels.Of(questions, session.Labels, rates, random.Fork(replies++)), "", []);

    private Reply Ideal(SuiteAgent agent, IReadOnlyList<ToolRan> before, bool failed)
    {
        if (listening)
        {
            return new Reply(GoOn, "", []);
        }

        if (failed && last is { } move)
        {
            if (retries < agent.Retries)
            {
                retries++;
                var again = before.Where(Failed).Select(ran => new ToolCall("", ran.Tool, ran.ArgumentsJson));
                return new Reply(Retrying, "", [.. again]);
            }

            unanswered.Add(RestOf(move, before));
            unanswered.AddRange(moves);
            moves.Clear();
            gaveUp = true;
        }

        if (moves.TryDequeue(out var next))
        {
            last = next;
            retries = 0;
            return new Reply(next.Before, "", [.. next.Calls.Select(CallOf)]);
        }

        last = null;
        return new Reply(gaveUp ? GivingUp : reply, "", []);
    }

    private static bool Failed(ToolRan ran) => ran.Status is ToolStatus.TimedOut or ToolStatus.Failed;

    // What went through is done: made again it would be done twice. A call that was spoiled is not known again.
    private static Move RestOf(Move move, IReadOnlyList<ToolRan> before)
    {
        var failed = before.Where(Failed).Select(ran => (ran.Tool, ran.ArgumentsJson)).ToHashSet();
        var rest = move.Calls.Where(call => failed.Contains((call.Tool, CallOf(call).ArgumentsJson))).ToList();
        return rest.Count > 0 ? move with { Calls = rest } : move;
    }

    private static ToolCall CallOf(ExpectedCall call) => new("", call.Tool, JsonSerializer.Serialize(call.Examples));

    private sealed record Move(Step Step, string Before, IReadOnlyList<ExpectedCall> Calls);
}
