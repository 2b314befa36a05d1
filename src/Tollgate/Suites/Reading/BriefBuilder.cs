using Tollgate.Input;
using Tollgate.Statistics;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Makes a call of a caller and wishes that are put in one after the other; each must be possible after those before.
/// </summary>
internal sealed class BriefBuilder
{
    private readonly ReadContext draft;
    private readonly IReadOnlyDictionary<string, RecordTable> tables;
    private readonly References caller;
    private readonly List<FilledWish> wishes = [];
    private readonly List<WishDryRun> trials = [];
    private readonly List<WishPlan> plans = [];
    private RecordStore store;

    /// <param name="draft">The suite; what is wrong is reported there.</param>
    /// <param name="tables">The tables as the call finds them.</param>
    /// <param name="kind">Which kind of caller.</param>
    /// <param name="record">The caller's record; null where the kind has none.</param>
    /// <param name="facts">Facts in place of the kind's own, and further ones.</param>
    /// <param name="random">Draws what is left open.</param>
    public BriefBuilder(
        ReadContext draft, IReadOnlyDictionary<string, RecordTable> tables, CallerKind kind, JsonElement? record,
        IReadOnlyDictionary<string, YamlNode> facts, RandomStream random)
    {
        this.draft = draft;
        this.tables = tables;
        store = new RecordStore(tables, draft.Now);
        (TableDraft, JsonElement)? own = kind.Table is { } table && record is { } its
            ? (draft.Tables[table], its)
            : null;
        caller = new References(draft) { Caller = own };
        if (own is { } row)
        {
            caller.Rows["row"] = row;
        }

        Key = $"{kind.Name}={(own is { } of ? of.Item1.KeyOf(of.Item2) : "")}";
        var further = facts.Where(fact => kind.Facts.All(one => one.Slot != fact.Key))
            .Select(fact => (fact.Key, fact.Value));
        foreach (var (slot, value) in kind.Facts
            .Select(fact => (fact.Slot, facts.GetValueOrDefault(fact.Slot) ?? fact.Value)).Concat(further))
        {
            if (FactReader.Read(draft, slot, value, caller, random) is { } fact)
            {
                caller.CallerFacts[slot] = fact;
                Key += $"\n{slot}={fact.Fact.Value}";
            }
        }
    }

    /// <summary>What tells this call from others: the caller, the wishes, their records and facts.</summary>
    public string Key { get; private set; }

    /// <summary>Where the first wish stands in the suite's file.</summary>
    public int Line => plans.Count > 0 ? plans[0].At.Line : 0;

    /// <summary>Why the caller himself is not possible; null where he is.</summary>
    public Refusal? Refusal => caller.Refusal;

    /// <summary>The wishes so far.</summary>
    public IReadOnlyList<FilledWish> Wishes => wishes;

    /// <summary>Puts a wish in.</summary>
    /// <param name="plan">The wish, with what is settled of it.</param>
    /// <param name="random">Draws what is left open.</param>
    /// <param name="startsWith">The agent that picks up; null where that is still open.</param>
    /// <returns>Why this caller cannot have it; null where it was put in. What is wrong with it is reported.</returns>
    public Refusal? TryAdd(WishPlan plan, RandomStream random, string? startsWith)
    {
        var before = draft.Context.Errors.Count;
        var references = caller.ForWish();
        if (new WishFiller(draft, tables, references, random).Fill(plan) is not { } filled)
        {
            return references.Refusal ?? new Refusal(plan.At, "the wish could not be read");
        }

        // The caller's own record may be changed by several, as long as its fields are different.
        var actedOn = filled.ActedOn.Where(record => caller.Caller is not var (its, own)
            || record != (its.Table.Name, its.KeyOf(own))).ToList();
        if (wishes.Find(other => other.ActedOn.Intersect(actedOn).Any()) is { } same)
        {
            var (table, key) = same.ActedOn.Intersect(actedOn).First();
            return new Refusal(plan.At, $"the wishes `{same.Wish.Name}` and `{filled.Wish.Name}` exclude each other: both do "
                + $"something with {key} of {table}; expected different records");
        }

        var after = new RecordStore(store.Tables, draft.Now);
        var trial = new WishDryRun(draft, tables, after);
        if (trial.Run(filled.LooksUp, filled.Does, filled.Wish.Missing, plan.Template.Map.KeyAt("missing")) is { } refusal)
        {
            return refusal;
        }

        var changed = trials.FindIndex(other => other.Changed.Overlaps(trial.Changed));
        if (changed >= 0)
        {
            var (table, key, field) = trials[changed].Changed.Intersect(trial.Changed).First();
            return new Refusal(plan.At, $"the wishes `{wishes[changed].Wish.Name}` and `{filled.Wish.Name}` exclude each "
                + $"other: both change `{field}` of {key} of {table}; expected wishes that leave each other alone");
        }

        if (startsWith is not null && !IsReachable(startsWith, [.. wishes.Select(one => one.Wish), filled.Wish]))
        {
            return new Refusal(plan.At, $"no agent that can meet the wish `{filled.Wish.Name}` can have the call by then: it "
                + $"starts with {startsWith}, and wishes come in their order; expected a handoff that leads to "
                + string.Join(" or ", filled.Wish.HandsOverTo is { } to ? [to] : filled.Wish.Agents));
        }

        if (draft.Context.Errors.Count == before)
        {
            store = after;
            wishes.Add(filled);
            trials.Add(trial);
            plans.Add(plan);
            Key += "\n" + filled.Key;
        }

        return null;
    }

    /// <summary>Whether agents that can meet the wishes come to have the call, one after the other.</summary>
    /// <param name="startsWith">The agent that picks up.</param>
    public bool IsReachable(string startsWith) => IsReachable(startsWith, wishes.Select(filled => filled.Wish));

    private bool IsReachable(string startsWith, IEnumerable<Wish> all)
    {
        var current = new HashSet<string>(StringComparer.Ordinal) { startsWith };
        foreach (var wish in all)
        {
            if (wish.Agents.Count > 0)
            {
                current = AgentReader.Reached(draft, current);
                current.IntersectWith(wish.Agents);
            }

            // One who has the call already cannot have it handed over.
            if (wish.HandsOverTo is { } to)
            {
                current.Remove(to);
                current = AgentReader.Reached(draft, current);
                current.IntersectWith([to]);
            }

            if (current.Count == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The call. There is a wish, and each can be met.</summary>
    /// <param name="brief">How the caller talks; facts and wishes are put in.</param>
    /// <param name="labels">Right answers in place of the wishes'.</param>
    public SuiteSession Build(string name, Brief brief, IReadOnlyDictionary<string, string> labels) => new()
    {
        Name = name,
        StartsWith = "",
        Brief = brief with
        {
            Facts = caller.CallerFacts.ToDictionary(fact => fact.Key, fact => fact.Value.Fact),
            Wishes = [.. wishes.Select(filled => filled.Wish)],
        },
        Tables = tables,

        // Wishes that disagree leave the answer open.
        Labels = new Dictionary<string, string>(wishes.SelectMany(filled => filled.Wish.Labels)
            .GroupBy(label => label.Key, label => label.Value)
            .Where(answers => !labels.ContainsKey(answers.Key) && answers.Distinct().Count() == 1)
            .Select(answers => KeyValuePair.Create(answers.Key, answers.First())).Concat(labels)),
    };
}
