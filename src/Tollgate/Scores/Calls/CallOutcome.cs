using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;
using Tollgate.Values;

namespace Tollgate.Scores.Calls;

/// <summary>
/// What a call asks of the model, as the call turned out: the wishes that were brought up, with the values on which the
/// caller settled in the end.
/// </summary>
internal sealed class CallOutcome
{
    private readonly Suite suite;
    private readonly Transcript transcript;
    private readonly Dictionary<string, string> settled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Entry, string Agent)> opened = new(StringComparer.Ordinal);
    private readonly List<(int Entry, string To)> handoffs = [];

    public CallOutcome(Suite suite, SuiteSession session, Transcript transcript)
    {
        this.suite = suite;
        this.transcript = transcript;
        var agent = session.StartsWith;
        for (var i = 0; i < transcript.Entries.Count; i++)
        {
            if (transcript.Entries[i] is HandedOver handed)
            {
                agent = handed.To;
                handoffs.Add((i, agent));
            }
            else if (transcript.Entries[i] is CallerSaid said)
            {
                foreach (var (slot, value) in said.Settles)
                {
                    settled[slot] = value;
                }

                foreach (var wish in said.Steps)
                {
                    opened.TryAdd(wish, (i, agent));
                }
            }
        }

        var wishes = new List<AskedWish>();
        var goals = new List<Goal>();
        var records = new List<ExpectedRecord>();
        var store = new RecordStore(session.Tables, suite.Now);
        foreach (var wish in session.Brief.Wishes.Where(wish => opened.ContainsKey(wish.Name)))
        {
            // A call that ended before its time is charged as that, and not for all that it never came to.
            var isLeft = transcript.Ending is not (SessionEnding.Finished or SessionEnding.Failed
                or SessionEnding.Stopped)
                && !wish.Does.Any(call => WasCalled(call.Tool, opened[wish.Name].Entry));
            List<ExpectedCall> does = [.. wish.Does
                .Select(call => Settled(wish, call) with { Optional = call.Optional || isLeft })];
            var after = ExpectedChanges.Of(suite, store, does);
            wishes.Add(new AskedWish(
                wish, transcript.Entries[opened[wish.Name].Entry].Turn, [.. Transfers(wish), .. does]));
            goals.Add(new Goal(wish.Name) { HandedOverTo = wish.HandsOverTo, Told = wish.Tells, Records = after });
            records.AddRange(isLeft ? [] : after);
        }

        Wishes = wishes;
        Goals = [.. goals.Select(goal => goal with { Records = Counted(goal.Records, store) })
            .Where(goal => goal.HandedOverTo is not null || goal.Told.Count > 0 || goal.Records.Count > 0)];
        Records = Counted(records, store);
    }

    /// <summary>The wishes that were brought up, in the brief's order.</summary>
    public IReadOnlyList<AskedWish> Wishes { get; }

    /// <summary>What each of them is for, where anything comes of it that can be seen.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>
    /// What must have become of the records. Changes that none of these explains count against the model.
    /// </summary>
    public IReadOnlyList<ExpectedRecord> Records { get; }

    // Two wishes may put in records that are alike.
    private static List<ExpectedRecord> Counted(IReadOnlyList<ExpectedRecord> records, RecordStore store) =>
        [.. records.Select(record => record.Count > 0 && record.Fields.Count == 0
            ? record with { Count = store.Matching(record.Table, record.Where).Count() }
            : record)];

    private bool WasCalled(string tool, int after) =>
        transcript.Entries.Skip(after).OfType<ToolRan>().Any(ran => ran.Tool == tool);

    // The values of the wish's own facts are those that the caller settled on, whatever else he would have taken.
    private ExpectedCall Settled(Wish wish, ExpectedCall call)
    {
        var arguments = new Dictionary<string, ExpectedValue>(call.Arguments, StringComparer.Ordinal);
        foreach (var (name, expected) in call.Arguments)
        {
            if (expected.Example is not { } wanted)
            {
                continue;
            }

            if (wish.SettledOn(wanted, settled) is { } value)
            {
                arguments[name] = new ExpectedValue([value], RuleOf(call.Tool, name, expected.Rule));
            }
        }

        return call with { Arguments = arguments };
    }

    private ValueRule RuleOf(string tool, string argument, ValueRule rule) =>
        rule.Kind == ValueKind.Any && suite.Tools.TryGetValue(tool, out var one)
            && one.Rules.TryGetValue(argument, out var own)
            ? own
            : rule;

    // The handoffs on the way to an agent that can meet it.
    private IEnumerable<ExpectedCall> Transfers(Wish wish)
    {
        var (entry, agent) = opened[wish.Name];
        foreach (var goal in new[] { wish.Agents, wish.HandsOverTo is { } to ? [to] : [] })
        {
            if (goal.Count == 0 || goal.Contains(agent))
            {
                continue;
            }

            // Of several that can meet it, the one to whom the call went.
            var went = handoffs.Find(one => one.Entry > entry && goal.Contains(one.To)).To;
            IReadOnlyList<string> aim = went is null ? goal : [went];
            while (!aim.Contains(agent) && Transfer.NextAgent(suite, agent, aim) is { } next)
            {
                yield return new ExpectedCall { Tool = Transfer.NameOf(next) };
                agent = next;
            }
        }
    }
}
