using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Scores.Calls;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Rules;

/// <summary>Whether an agent asks, after a handoff, for what the caller had told before it.</summary>
/// <remarks>
/// What was told is what an agent asked for and could have heard: a value that the recogniser lost may be asked for
/// again. Counts and choices are left out, since they may well be asked anew of something else.
/// </remarks>
internal sealed class AskedAgainScorer
{
    private readonly SessionView view;
    private readonly List<ScoredItem> items;
    private readonly Agenda agenda;
    private readonly CallerKnowledge knowledge;
    private readonly Ear ear;
    private readonly EarContext context;
    private readonly List<CallerFact> facts;
    private readonly HashSet<CallerFact> pending = [];
    private readonly HashSet<CallerFact> told = [];
    private readonly HashSet<CallerFact> before = [];
    private readonly HashSet<CallerFact> asked = [];

    // Told before a handoff, and not asked for again while they were at issue.
    private readonly List<CallerFact> left = [];

    private AskedAgainScorer(SessionView view, List<ScoredItem> items)
    {
        this.view = view;
        this.items = items;
        facts = [.. view.Session.Brief.Facts.Values
            .Concat(view.Session.Brief.Wishes.SelectMany(static wish => wish.Facts.Values)).Distinct()];
        agenda = new Agenda(view.Session.Brief);
        knowledge = new CallerKnowledge(view.Session.Brief, agenda, view.Suite.Now);
        var vocabulary = SuiteVocabulary.Of(view.Suite);
        ear = new Ear(vocabulary, view.Suite.Now);
        context = new EarContext(vocabulary, view.Suite.Now);
    }

    public static void Score(SessionView view, List<ScoredItem> items)
    {
        if (view.Transcript.Entries.Any(static entry => entry is HandedOver))
        {
            new AskedAgainScorer(view, items).Score();
        }
    }

    private void Score()
    {
        for (var i = 0; i < view.Transcript.Entries.Count; i++)
        {
            switch (view.Transcript.Entries[i])
            {
                case CallerSaid said:
                    Hear(said);
                    break;
                case HandedOver:
                    before.UnionWith(told);
                    break;
                case AgentSaid agent:
                    Judge(agent, i);
                    break;
                default:
                    break;
            }
        }

        items.AddRange(before.Except(asked).Concat(left).Select(fact => new ScoredItem(
            AskedAgainScore.Name, true, view.LastTurn, $"{fact.Slot} was not asked for again after a handoff.")));
    }

    private void Hear(CallerSaid said)
    {
        context.CallerSaid(said.Said);
        foreach (var wish in agenda.Wishes.Where(wish => said.Steps.Contains(wish.Wish.Name)))
        {
            agenda.Open(wish);

            // The day of another wish is not the day of this one.
            var own = knowledge.OwnAndCurrent().ToHashSet();
            told.IntersectWith(own);
            left.AddRange(before.Except(own).Except(asked));
            before.IntersectWith(own);
        }

        var values = SpokenValues.Of(Language.Words.Tokens.Of(said.Heard), view.Suite.Now);
        told.UnionWith(pending.Where(fact => knowledge.IsSaidIn(fact, said.Heard) || values.Exists(value =>
            FactForms.Fits(value.Kind, fact.Kind) && knowledge.Is(fact, value))));
        pending.Clear();
    }

    private void Judge(AgentSaid agent, int entry)
    {
        var acts = ear.Hear(agent.Heard, context);
        context.AgentSaid(acts);
        foreach (var meant in acts.Where(static act => act.Kind is ActKind.Request or ActKind.RequestAgain)
            .SelectMany(act => knowledge.Asked(act) is { IsKnown: true } fact ? WithParts(fact) : []))
        {
            pending.Add(meant);
            if (before.Contains(meant) && asked.Add(meant))
            {
                items.Add(new ScoredItem(
                    AskedAgainScore.Name, false, agent.Turn,
                    $"{agent.Agent} asks for what the caller had said before the handoff ({meant.Slot}).")
                {
                    Entry = entry,
                    Found = agent.Heard,
                    Expected = meant.Value!, // It is known.
                });
            }
        }
    }

    // Who asks for the name asks for the first and the last one.
    private IEnumerable<CallerFact> WithParts(CallerFact meant) => facts.Where(fact =>
        fact.IsKnown && Carries(fact.Kind) && (fact == meant
            || (meant is { Slot: "name", Kind: SlotKind.Name } && fact.Kind == SlotKind.Name
                && WordsOf.Contain(meant.Value!, fact.Value!)))); // Both are known.

    private static bool Carries(SlotKind kind) => kind is SlotKind.Name or SlotKind.Phone or SlotKind.Email
        or SlotKind.Code or SlotKind.DateOfBirth or SlotKind.Address or SlotKind.Day or SlotKind.Time;
}
