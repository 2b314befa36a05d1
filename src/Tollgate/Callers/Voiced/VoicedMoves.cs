using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Callers.Voiced;

/// <summary>
/// Works out what a model's line means for the agenda when it is said in the caller's place: the wishes that it opens,
/// and what the caller settles on in it.
/// </summary>
internal sealed class VoicedMoves(Agenda agenda, CallerKnowledge knowledge, DateTime now)
{
    /// <param name="line">What is said.</param>
    /// <param name="own">What the agenda had meant to say, as if it had been said.</param>
    /// <param name="acts">What the agent had said.</param>
    public CallerMove Of(VoicedLine line, CallerMove own, IReadOnlyList<AgentAct> acts)
    {
        var settles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var wish in agenda.Wishes.Where(wish => own.Opens.Contains(wish.Wish.Name)
            && !line.BringsUp.Contains(wish.Wish.Name)))
        {
            agenda.TakeBack(wish);
        }

        var opens = Open(line, own, settles);
        if (agenda.Current is { } current)
        {
            Settle(current, line, own, acts, settles);
        }

        knowledge.Said(SpokenValues.Of(Tokens.Of(line.Say), now));

        var move = line is { HangsUp: true, Say.Length: 0 } ? CallerMove.HangingUp : new CallerMove(line.Say);
        return move with
        {
            Entities = Entities(line.Say),
            Opens = opens,
            Settles = settles,
            Agrees = line.Agrees,
            Style = own.Style,
            Cut = own.Cut,
            TakesLeave = line.HangsUp,
        };
    }

    private List<string> Open(VoicedLine line, CallerMove own, Dictionary<string, string> settles)
    {
        var opens = new List<string>();
        foreach (var wish in agenda.Wishes.Where(wish => line.BringsUp.Contains(wish.Wish.Name)
            && (wish.State == WishState.Unsaid || own.Opens.Contains(wish.Wish.Name))))
        {
            agenda.Open(wish);
            opens.Add(wish.Wish.Name);
            wish.SettleAll(settles);
        }

        return opens;
    }

    private void Settle(
        WishProgress wish, VoicedLine line, CallerMove own, IReadOnlyList<AgentAct> acts,
        Dictionary<string, string> settles)
    {
        var tokens = Tokens.Of(line.Say);
        foreach (var value in FactFinder.Find(tokens, now, isData: false))
        {
            Take(wish, value, settles);
        }

        if (!line.Agrees)
        {
            return;
        }

        if (own.Agrees)
        {
            foreach (var (slot, value) in own.Settles)
            {
                settles.TryAdd(slot, value);
            }

            return;
        }

        foreach (var value in acts.Where(static act => act.Kind is ActKind.Offer or ActKind.AskChoice
            or ActKind.ConfirmAction).SelectMany(static act => act.Values))
        {
            Take(wish, value, settles);
        }
    }

    private void Take(WishProgress wish, Fact value, Dictionary<string, string> settles)
    {
        if (knowledge.SlotOf(wish, value) is not { IsKnown: true } fact)
        {
            return;
        }

        var place = $"{wish.Wish.Name}.{fact.Slot}";
        var final = wish.Wish.Facts[fact.Slot];
        if (knowledge.Is(fact, value))
        {
            settles[place] = fact.Value!; // It is known.
        }
        else if (final.IsKnown && knowledge.Is(final, value))
        {
            wish.Changed = true;
            settles[place] = final.Value!; // It is known.
        }
        else if (knowledge.Accepts(wish, fact, value) && SettledValue.Of(value, now) is { } taken)
        {
            wish.Taken[fact.Slot] = taken;
            settles[place] = taken;
        }
    }

    // The values in the words, as they stand there.
    private List<string> Entities(string text)
    {
        var tokens = Tokens.Of(text);
        var found = new List<string>();
        var from = 0;
        foreach (var value in FactFinder.Find(tokens, now, isData: false).OrderBy(static value => value.Start))
        {
            var start = text.IndexOf(tokens[value.Start].Word, from, StringComparison.OrdinalIgnoreCase);
            var last = tokens[value.End - 1].Word;
            var end = start < 0 ? -1 : text.IndexOf(last, start, StringComparison.OrdinalIgnoreCase);
            if (end >= 0)
            {
                from = end + last.Length;
                found.Add(text[start..from]);
            }
        }

        return found;
    }
}
