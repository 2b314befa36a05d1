using Tollgate.Acts.Slots;
using Tollgate.Callers.Lines;
using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;

namespace Tollgate.Simulator.Oracles;

/// <summary>
/// A model that behaves towards a caller who listens. It knows the brief through a side door: what the caller wants,
/// and by which calls. It asks for what the calls need, looks it up, asks leave, does it and says so, in its style,
/// and spoils it at stated rates. It shows whether the engine, the callers and the scores work, and says nothing of
/// real models.
/// </summary>
internal sealed class OracleModel
{
    private readonly Suite suite;
    private readonly SuiteSession session;
    private readonly Brief brief;
    private readonly InjectionRates rates;
    private readonly AgentStyle style;
    private readonly RandomStream random;
    private readonly FaultInjector spoiler;
    private readonly AgentWording wording;
    private readonly LinkedList<Beat> beats = new();
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> settled = new(StringComparer.Ordinal);
    private readonly HashSet<string> carriedOut = new(StringComparer.Ordinal);
    private readonly List<(int Turn, InjectedFault Fault)> planted = [];
    private Beat? last;
    private Wish? wish;
    private bool listening;
    private bool leaving;
    private bool misread;
    private int retries;
    private ulong replies;

    public OracleModel(Suite suite, SuiteSession session, InjectionRates rates, AgentStyle style, RandomStream random)
    {
        this.suite = suite;
        this.session = session;
        brief = session.Brief;
        this.rates = rates;
        this.style = style;
        this.random = random;
        spoiler = new FaultInjector(rates);
        wording = new AgentWording(style.Wording);
    }

    private enum BeatKind : byte
    {
        Transfer, Ask, AskAgain, ReadBack, LookUp, NotFound, Leave, Do, Done, Tell, More, Failed, Bye,
    }

    /// <summary>What was spoiled on purpose, oldest first.</summary>
    public IReadOnlyList<(int Turn, InjectedFault Fault)> Planted => planted;

    /// <summary>The same as a transcript has it.</summary>
    public IReadOnlyList<PlannedFault> PlantedIn =>
        
    [
        .. planted.Select(static one =>
            new PlannedFault(one.Turn, InjectionRates.NameOf(one.Fault.Kind), one.Fault.What)),
    ];

    /// <summary>The caller spoke.</summary>
    public void Hear(CallerMove line, SpeechKind kind)
    {
        listening = kind == SpeechKind.CutShort || line.Cut is { TrailsOff: true };
        if (listening)
        {
            return;
        }

        var corrected = false;
        foreach (var (slot, value) in line.Settles)
        {
            corrected |= settled.TryGetValue(slot, out var before) && before != value;
            settled[slot] = value;
        }

        foreach (var name in line.Opens)
        {
            Begin(brief.Wishes.First(wish => wish.Name == name));
        }

        if (line.Opens.Count > 0)
        {
            return;
        }

        // A change of mind, or words that were not understood: the same once more.
        if ((corrected || line.IsLost) && last is { Kind: BeatKind.Leave or BeatKind.ReadBack or BeatKind.Ask } again)
        {
            beats.AddFirst(again);
        }
        else if (last is { Kind: BeatKind.More } && beats.Count == 0 && !line.TakesLeave
            && wish is { Does.Count: 0, HandsOverTo: null, Missing: null })
        {
            Add(BeatKind.Tell);
        }
        else if (last is { Kind: BeatKind.NotFound } denied && beats.Count == 0 && wish is not null)
        {
            beats.AddFirst(denied);
        }

        leaving = last is { Kind: BeatKind.More or BeatKind.Bye } && beats.Count == 0 && line.TakesLeave;
    }

    /// <summary>What it answers.</summary>
    /// <param name="agent">The agent that has the call.</param>
    /// <param name="before">What came of the calls that it made in the exchange before; empty for none.</param>
    public Reply Answer(int turn, SuiteAgent agent, IReadOnlyList<ToolRan> before)
    {
        var failed = before.Any(Failed);
        var ideal = Ideal(agent, before, failed);
        var spoiled = spoiler.Spoil(
            ideal,
            new InjectionContext(suite, session, agent.Name, wish?.Missing is not null, failed),
            random.Fork(replies++));
        planted.AddRange(spoiled.Planted.Select(fault => (turn, fault)));
        return spoiled.Reply is { Text.Length: 0, ToolCalls.Count: 0 } silent
            ? silent with { Text = wording.Of("more") }
            : spoiled.Reply;
    }

    /// <summary>
    /// Its stream was cut off: the calls that it was writing were not made, and are still to be made.
    /// </summary>
    public void CutOff()
    {
        if (last is { Calls.Count: > 0 } beat)
        {
            beats.AddFirst(beat);
        }
    }

    /// <summary>What it answers to the post-call questions.</summary>
    public Reply Label(PostCall questions)
    {
        var draws = random.Fork(replies++);
        return new Reply(OracleLabels.Of(questions, session.Labels, rates, draws), "", []);
    }

    private void Begin(Wish next)
    {
        wish = next;
        beats.Clear();
        retries = 0;
        var needed = OracleWishPlan.Needed(brief, next).Where(fact => asked.Add(fact.Slot)).ToList();
        if (style.Backwards)
        {
            needed.Reverse();
        }

        Add(BeatKind.Transfer);
        foreach (var few in needed.Chunk(style.QuestionsAtOnce))
        {
            Add(new Beat(BeatKind.Ask) { Facts = few });
            if (style.AsksTwice && few[0] == needed[0])
            {
                Add(new Beat(BeatKind.AskAgain) { Facts = [few[0]] });
            }

            if (style.ReadsBack)
            {
                Add(new Beat(BeatKind.ReadBack) { Facts = few });
            }
        }

        if (next.LooksUp.Count > 0)
        {
            Add(new Beat(BeatKind.LookUp) { Calls = next.LooksUp });
        }

        if (next.Missing is not null)
        {
            Add(BeatKind.NotFound);
        }

        // What is not there may be had in another way: a caller with a wrong number has a booking all the same.
        if (next.Missing is not null && next.Does.Count == 0 && next.Tells.Count == 0)
        {
            return;
        }

        if (next.Does.Count > 0)
        {
            if (style.AsksLeave || next.Change is not null)
            {
                Add(BeatKind.Leave);
            }

            // One after the other: what the first makes, the second may need.
            foreach (var call in next.Does)
            {
                Add(new Beat(BeatKind.Do) { Calls = [call] });
            }

            Add(BeatKind.Done);
        }
        else if (next.HandsOverTo is null)
        {
            Add(BeatKind.Tell);
        }
    }

    private void Add(BeatKind kind) => Add(new Beat(kind));

    private void Add(Beat beat) => beats.AddLast(beat);

    private Reply Ideal(SuiteAgent agent, IReadOnlyList<ToolRan> before, bool failed)
    {
        if (listening)
        {
            return Say(wording.Of("go_on"));
        }

        if (failed && last is { Calls.Count: > 0 } move)
        {
            if (retries++ < agent.Retries)
            {
                return new Reply(wording.Of("retry"), "",
                    [.. before.Where(Failed).Select(ran => new ToolCall("", ran.Tool, ran.ArgumentsJson))]);
            }

            // What did not go through is tried again when the caller speaks.
            retries = 0;
            carriedOut.ExceptWith(before.Where(Failed).Select(ran => ran.Tool + ran.ArgumentsJson));
            beats.AddFirst(move);
            last = new Beat(BeatKind.Failed);
            return Say(wording.Of("failed"));
        }

        retries = failed ? retries : 0;
        return Play(agent);
    }

    // Beats without words of their own lead on to the next.
    private Reply Play(SuiteAgent agent)
    {
        while (beats.First is { } node)
        {
            beats.RemoveFirst();
            last = node.Value;
            if (Play(last, agent) is { } reply)
            {
                return reply;
            }
        }

        if (leaving)
        {
            last = new Beat(BeatKind.Bye);
            return Say(wording.Of("bye"));
        }

        last = new Beat(BeatKind.More);
        return Say(wording.Of(wish is null ? "help" : "more"));
    }

    private Reply? Play(Beat beat, SuiteAgent agent)
    {
        switch (beat.Kind)
        {
            case BeatKind.Transfer:
                return Transferring(beat, agent);
            case BeatKind.Ask:
                return Say(string.Join(' ', beat.Facts.Select(fact =>
                    wording.Of(IsOwn(fact) ? "ask" : "ask_its", OracleSlotWords.Of(fact.Slot)))));
            case BeatKind.AskAgain:
                return Say(wording.Of("ask_again", OracleSlotWords.Of(beat.Facts[0].Slot)));
            case BeatKind.ReadBack:
                return ReadingBack(beat);
            case BeatKind.LookUp or BeatKind.Do:
                return Calling(beat);
            case BeatKind.NotFound:
                return Say(wording.Of("not_found"));
            case BeatKind.Leave:
                return Say(wording.Of("leave", Values()));
            case BeatKind.Done:
                last = new Beat(BeatKind.More);
                return Say($"{wording.Of("done")} {(wish!.Tells.Count > 0 ? Telling() : wording.Of("more"))}"); // It has begun.
            case BeatKind.Tell:
                last = new Beat(BeatKind.More);
                return Say(Telling());
            default:
                return null;
        }
    }

    private Reply? Transferring(Beat beat, SuiteAgent agent)
    {
        IReadOnlyList<string> to = wish!.HandsOverTo is { } one ? [one] : wish.Agents; // A wish has begun.
        if (to.Count == 0 || to.Contains(agent.Name) || Transfer.NextAgent(suite, agent.Name, to) is not { } next)
        {
            return null;
        }

        beats.AddFirst(beat);
        return new Reply(wording.Of("transfer"), "", [new ToolCall("", Transfer.NameOf(next), "{}")]);
    }

    private Reply ReadingBack(Beat beat)
    {
        var values = beat.Facts.Select(fact => Said(fact)).ToList();
        if (style.MisreadsOnce && !misread && beat.Facts[0].Kind is SlotKind.Phone or SlotKind.Code or SlotKind.Time)
        {
            misread = true;
            beats.AddFirst(beat);
            // Needed ones are known.
            values = [SpokenValue.Plain(beat.Facts[0].Kind, Wrong(beat.Facts[0].Value!), suite.Now)];
        }

        return Say(wording.Of("read_back", string.Join(", and ", values)));
    }

    // Some other value of the kind: a digit is another one.
    private static string Wrong(string value)
    {
        var at = value.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
        return at < 0 ? value : $"{value[..at]}{(char)(value[at] + 1)}{value[(at + 1)..]}";
    }

    private Reply? Calling(Beat beat)
    {
        var calls = beat.Calls
            // A wish has begun.
            .Select(call => new ToolCall("", call.Tool, OracleWishPlan.ArgumentsOf(call, wish!, settled)))
            .Where(call => carriedOut.Add(call.Name + call.ArgumentsJson) || beat.Kind == BeatKind.Do).ToList();
        return calls.Count == 0 ? null
            : new Reply(style.Announces && beat.Kind == BeatKind.LookUp ? wording.Of("look") : "", "", calls);
    }

    private string Telling()
    {
        var told = wish!.Tells.Where(fact => fact.IsKnown) // A wish has begun.
            .Select(fact => $"{OracleSlotWords.Of(fact.Slot)} is {SpokenValue.Plain(fact.Kind, fact.Value!, suite.Now)}").ToList();
        return told.Count == 0 ? wording.Of("told") : wording.Of("tell", string.Join(" and the ", told));
    }

    // The days and times that the caller has settled on.
    private string Values()
    {
        // It has begun.
        var parts = wish!.Facts.Values.Where(fact => fact.IsKnown && fact.Kind is SlotKind.Day or SlotKind.Time)
            .Select(fact => (fact.Kind, Value: settled.GetValueOrDefault($"{wish.Name}.{fact.Slot}") ?? fact.Value!))
            .OrderBy(one => one.Kind)
            .Select(one => (one.Kind == SlotKind.Day ? " for " : " at ") + SpokenValue.Say(
                one.Kind, one.Value, SayingStyle.Slow, suite.Now)).ToList();
        return string.Concat(parts);
    }

    private string Said(CallerFact fact)
    {
        var value = settled.GetValueOrDefault($"{wish!.Name}.{fact.Slot}") ?? fact.Value!; // Needed ones are known.
        return SpokenValue.Say(fact.Kind, value, style.Spells && fact.Kind is SlotKind.Name or SlotKind.Email
            ? SayingStyle.Spelled : SayingStyle.Plain, suite.Now);
    }

    private bool IsOwn(CallerFact fact) => brief.Facts.ContainsKey(fact.Slot);

    private static Reply Say(string text) => new(text, "", []);

    private static bool Failed(ToolRan ran) => ran.Status is ToolStatus.TimedOut or ToolStatus.Failed;

    private sealed record Beat(BeatKind Kind)
    {
        public IReadOnlyList<CallerFact> Facts { get; init; } = [];

        public IReadOnlyList<ExpectedCall> Calls { get; init; } = [];
    }
}
