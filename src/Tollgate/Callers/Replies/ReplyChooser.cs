using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Lines;
using Tollgate.Callers.Wishes;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Replies;

/// <summary>
/// Holds what the rules would say against everything else that the caller could say, by what people say to such turns.
/// </summary>
internal sealed class ReplyChooser(Agenda agenda, CallerKnowledge knowledge, DateTime now, ReplyModel? model)
{
    // In the units of the model's scores.
    private const int GuessMargin = 12;
    private const int FirmMargin = 40;
    private const int Beside = 10;

    private static readonly CallerActKind[] WithoutSlot =
    [
        CallerActKind.Unknown, CallerActKind.Confirm, CallerActKind.Yes, CallerActKind.No, CallerActKind.Any,
        CallerActKind.YesNo, CallerActKind.Tell, CallerActKind.Wish, CallerActKind.Next, CallerActKind.Insist,
        CallerActKind.Wait, CallerActKind.Okay, CallerActKind.Bye, CallerActKind.Sorry,
    ];

    private readonly ReplyFeatures features = new(agenda, knowledge, now);

    /// <summary>
    /// What to say instead of what the rules would; empty where they are right, as far as can be told.
    /// </summary>
    public static IReadOnlyList<CallerAct> Instead(ReplyCase of)
    {
        var open = of.Options.Where(option => of.MayClose
                || option.Act.Kind is not (CallerActKind.Bye or CallerActKind.Next) || of.Own.Contains(option.Act))
            .OrderByDescending(static option => option.Score).ToList();
        var best = open[0];
        var scores = of.Own.Select(Of).ToList();
        if (scores.Max() >= best.Score - (of.IsGuess ? GuessMargin : FirmMargin) || !Yields(of, best))
        {
            return Pruned(of.Own, scores, best.Score);
        }

        return [.. open.Where(option => option == best || (best.Score - option.Score < Beside
                && option.Fact is not null && best.Fact is not null && option.Fact != best.Fact))
            .DistinctBy(static option => option.Act.Slot).Select(static option => option.Act)];

        int Of(CallerAct act) => open.Where(option => act == option.Act || act.Does(option.Act)
                || act.Kind is CallerActKind.YesNo && option.Act.Kind == CallerActKind.Tell)
            .Select(static option => option.Score).DefaultIfEmpty(int.MinValue / 2).Max();
    }

    // A wish that was passed over is brought up again, unless something was asked for after all; and a wrong value is
    // put right, unless it is right, or another one is.
    private static bool Yields(ReplyCase of, ReplyOption best) => of.IsGuess
        ? best.Fact is not null || !of.Own.Contains(new CallerAct(CallerActKind.Wish))
        : of.Own.All(act => act.Kind switch
        {
            CallerActKind.Correct => best.Fact is not null
                || best.Act.Kind is CallerActKind.Confirm or CallerActKind.Yes,
            CallerActKind.Insist or CallerActKind.Spell => best.Fact is not null,
            _ => MayYield(act),
        });

    // What comes from the state of his wishes, and which part of a value is missing, is no matter of words.
    private static bool MayYield(CallerAct act) => act.Kind is CallerActKind.Give or CallerActKind.Again
        or CallerActKind.Choose or CallerActKind.Confirm or CallerActKind.Yes or CallerActKind.No
        or CallerActKind.Correct or CallerActKind.Insist or CallerActKind.Spell;

    // "Fifty-five Quarry Hill. Sure, that's two one eight ...": one part of the line answers, the other nothing.
    private static IReadOnlyList<CallerAct> Pruned(IReadOnlyList<CallerAct> own, List<int> scores, int best)
    {
        var kept = own.Where((act, i) => scores[i] >= best - FirmMargin || act.Kind is not (CallerActKind.Again
            or CallerActKind.Spell or CallerActKind.Confirm or CallerActKind.Yes or CallerActKind.No)).ToList();
        return kept.Count == 1 && own.Count == 2 && own.All(static act => act.Slot.Length > 0
            || act.Kind is CallerActKind.Confirm or CallerActKind.Yes or CallerActKind.No) ? kept : [];
    }

    /// <summary>
    /// The rules have nothing firm to go by in this: what they compare with the caller's own values, and a wish that is
    /// still open where the agent asks for anything else, is.
    /// </summary>
    public static bool IsGuess(IReadOnlyList<CallerAct> own, IReadOnlyList<AgentAct> acts) =>
        own.Count > 0 && own.All(act => act.Kind switch
        {
            CallerActKind.YesNo or CallerActKind.Tell or CallerActKind.Any or CallerActKind.Unknown
                or CallerActKind.Okay or CallerActKind.Wait or CallerActKind.Sorry => true,
            CallerActKind.Wish => !acts.Any(static one => one.Kind is ActKind.AnythingElse or ActKind.Goodbye),
            _ => false,
        });

    /// <summary>
    /// <see cref="Instead"/>; nothing where there are no weights to choose by, or nothing to choose.
    /// </summary>
    public IReadOnlyList<CallerAct> OutOf(ReplyCase? of) => model is null || of is null ? [] : Instead(of);

    /// <summary>
    /// A turn with all that could be said to it; null where nothing else could than what the rules say.
    /// </summary>
    /// <param name="heard">The agent's words.</param>
    /// <param name="acts">What the ear made of them.</param>
    /// <param name="own">What the rules would say.</param>
    /// <param name="mayClose">The wish that is talked about may be over.</param>
    /// <param name="givesUp">By the rules it is.</param>
    public ReplyCase? CaseOf(
        string heard, IReadOnlyList<AgentAct> acts, IReadOnlyList<CallerAct> own, bool mayClose, bool givesUp)
    {
        var isGuess = !givesUp && IsGuess(own, acts);
        return model is not null && !isGuess && !own.All(MayYield) ? null
            : new ReplyCase(own, Options(heard, acts, own), mayClose, isGuess);
    }

    /// <summary>What could be said to a turn, with what speaks for it.</summary>
    /// <param name="heard">The agent's words.</param>
    /// <param name="acts">What the ear made of them.</param>
    /// <param name="own">What the rules would say.</param>
    public List<ReplyOption> Options(string heard, IReadOnlyList<AgentAct> acts, IReadOnlyList<CallerAct> own)
    {
        features.Begin(heard, acts, own);
        var options = new List<ReplyOption>();
        foreach (var kind in WithoutSlot)
        {
            if (kind != CallerActKind.Next || agenda.Next is not null
                || own.Contains(new CallerAct(CallerActKind.Next)))
            {
                Add(options, new CallerAct(kind), null);
            }
        }

        foreach (var (fact, isNear) in knowledge.Sayable())
        {
            Add(options, new CallerAct(CallerActKind.Give, fact.Slot), fact);
            if (isNear && !knowledge.IsSaidIn(fact, heard))
            {
                Add(options, new CallerAct(CallerActKind.Correct, fact.Slot), fact);
            }

            Add(options, new CallerAct(CallerActKind.Choose, fact.Slot), fact);
            Add(options, new CallerAct(CallerActKind.Again, fact.Slot), fact);
            if (fact.Kind is SlotKind.Name or SlotKind.Email or SlotKind.Code or SlotKind.Address or SlotKind.Other)
            {
                Add(options, new CallerAct(CallerActKind.Spell, fact.Slot), fact);
            }

            if (fact.Kind is SlotKind.Code or SlotKind.Phone or SlotKind.DateOfBirth or SlotKind.Address
                or SlotKind.Name or SlotKind.Email)
            {
                Add(options, new CallerAct(CallerActKind.Rest, fact.Slot), fact);
            }

            if ((agenda.Current ?? agenda.Last)?.Wish.Accepts.ContainsKey(fact.Slot) == true)
            {
                Add(options, new CallerAct(CallerActKind.Other, fact.Slot), fact);
            }
        }

        return options;
    }

    private void Add(List<ReplyOption> options, CallerAct reply, CallerFact? fact)
    {
        if (model is not null)
        {
            options.Add(new ReplyOption(reply, fact, [], features.Score(reply, fact, model)));
            return;
        }

        var places = new List<int>();
        features.Of(reply, fact, places);
        options.Add(new ReplyOption(reply, fact, places, 0));
    }
}
