using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;

namespace Tollgate.Acts;

/// <summary>
/// Makes one list of a turn's acts: what is said twice counts once, and what is asked in the end counts.
/// </summary>
internal static class ActMerger
{
    public static List<AgentAct> Merge(List<(Phrase Phrase, AgentAct Act)> heard)
    {
        AskAgainOnce(heard);
        AskOnce(heard);
        var acts = new List<AgentAct>();
        for (var i = 0; i < heard.Count; i++)
        {
            var (phrase, act) = heard[i];
            if (act.Kind == ActKind.Goodbye && heard.FindIndex(i, static later => Asks(later.Act.Kind)) > 0)
            {
                act = act with { Kind = ActKind.SmallTalk };
            }

            var isSame = i > 0 && ReferenceEquals(heard[i - 1].Phrase, phrase);
            if (FollowUp(heard, i) is { } later)
            {
                heard[later] = (heard[later].Phrase, WithValues(heard[later].Act, act));
                continue;
            }

            if (!isSame && IsTwice(acts, act))
            {
                // What it tells is told.
                if (act.Kind == ActKind.Inform)
                {
                    var first = acts.FindIndex(static its => its.Kind == ActKind.Inform);
                    acts[first] = acts[first] with
                    {
                        Values = [.. acts[first].Values, .. act.Values],
                        Sentence = $"{acts[first].Sentence} {act.Sentence}",
                    };
                }

                continue;
            }

            if (act.Kind == ActKind.ReadBack && i > 0 && heard[i - 1].Act.Kind == ActKind.ReadBack
                && !ReferenceEquals(heard[i - 1].Phrase, phrase)
                && heard[i - 1].Phrase.Sentence == phrase.Sentence)
            {
                acts[^1] = acts[^1] with { Values = [.. acts[^1].Values, .. act.Values] };
                continue;
            }

            acts.Add(act);
        }

        return acts;
    }

    // "Sorry, I didn't catch that. What's your name?" is one request, made again.
    private static void AskAgainOnce(List<(Phrase Phrase, AgentAct Act)> heard)
    {
        var unheard = heard.FindIndex(static one => one.Act.Kind == ActKind.RequestAgain && !one.Phrase.Asks);
        if (unheard < 0)
        {
            return;
        }

        var next = heard.FindIndex(one => one.Act.Kind is ActKind.Request or ActKind.RequestAgain
            or ActKind.RequestSpelling
            && !ReferenceEquals(one.Phrase, heard[unheard].Phrase));
        if (next < 0)
        {
            return;
        }

        var (phrase, act) = heard[next];
        var first = heard[unheard].Act;
        if (act.Kind != ActKind.RequestSpelling)
        {
            var isNamed = act.Slot is not (null or SlotKind.Other);
            heard[next] = (phrase, act with
            {
                Kind = ActKind.RequestAgain,
                Slot = isNamed ? act.Slot : first.Slot,
                SlotName = isNamed ? act.SlotName : first.SlotName,
            });
        }

        heard.RemoveAt(unheard);
    }

    // "I need the card number first. Could you read it to me?", "Go ahead, what shall I write down?": what names nothing
    // asks for what the sentence beside it names. "Give me the number, and I'll look it up" looks when it has it.
    private static void AskOnce(List<(Phrase Phrase, AgentAct Act)> heard)
    {
        heard.RemoveAll(one => one.Act.Kind == ActKind.Hold && heard.Exists(other =>
            other.Act.Kind is ActKind.Request or ActKind.RequestAgain && other.Phrase.Sentence == one.Phrase.Sentence));
        heard.RemoveAll(one => IsSpelledNext(heard, one));
        heard.RemoveAll(one => one.Act.Kind == ActKind.Request && IsEmpty(one) && heard.Exists(other =>
            !ReferenceEquals(other.Phrase, one.Phrase) && other.Act.Kind is ActKind.Request or ActKind.RequestAgain
                or ActKind.RequestSpelling
            && (other.Act.Slot is not (null or SlotKind.Other) || other.Phrase.Asks && !IsEmpty(other))
            && Math.Abs(other.Phrase.Sentence - one.Phrase.Sentence) <= 1));
    }

    // "I only need your e-mail. Could you spell it for me?"
    private static bool IsSpelledNext(List<(Phrase Phrase, AgentAct Act)> heard, (Phrase Phrase, AgentAct Act) one) =>
        one.Act.Kind == ActKind.Request && !one.Phrase.Asks
        && heard.Exists(other => other.Act.Kind == ActKind.RequestSpelling
            && other.Act.Slot == one.Act.Slot && other.Phrase.Sentence - one.Phrase.Sentence is 0 or 1);

    // It only says "it", or "go ahead".
    private static bool IsEmpty((Phrase Phrase, AgentAct Act) one) =>
        one.Act.Slot is null or SlotKind.Other or SlotKind.Reason
        && ((!one.Phrase.Asks && one.Phrase.Count <= 4)
            || (one.Phrase.Frame is { Deed: Deed.Tell } && one.Phrase.Words.Split(' ').Contains("it")));

    private static bool Asks(ActKind kind) => kind is ActKind.Request or ActKind.RequestAgain or ActKind.RequestSpelling
        or ActKind.ConfirmAction or ActKind.AskChoice or ActKind.AnythingElse or ActKind.ReadBack or ActKind.Offer;

    // "I could connect you. Would you like that?", "I can do ten or two. Which suits you?"
    private static int? FollowUp(List<(Phrase Phrase, AgentAct Act)> heard, int at)
    {
        // "Tell me about the leak: where is it?"
        if (heard[at].Act is { Kind: ActKind.Request, Slot: SlotKind.Other } && !heard[at].Phrase.Asks
            && at + 1 < heard.Count
            && heard[at + 1].Act.Kind == ActKind.Request)
        {
            return at + 1;
        }

        if (heard[at].Act.Kind is not (ActKind.Offer or ActKind.AskChoice) || heard[at].Phrase.Asks)
        {
            return null;
        }

        var later = heard.FindIndex(at + 1, one =>
            one.Act.Kind is ActKind.Offer or ActKind.ConfirmAction or ActKind.AskChoice || Picks(heard[at].Act, one));
        if (later >= 0 && Picks(heard[at].Act, heard[later]))
        {
            heard[later] = (heard[later].Phrase, heard[later].Act with { Kind = ActKind.AskChoice });
        }

        return later < 0 ? null : later;
    }

    // "I have ten and two. Which shall I put you down for?"
    private static bool Picks(AgentAct offered, (Phrase Phrase, AgentAct Act) question) =>
        offered.Kind == ActKind.AskChoice
        && question is { Phrase.Asks: true, Act: { Kind: ActKind.Request, Slot: null or SlotKind.Other } }
        && question.Phrase.Words.Contains("which", StringComparison.Ordinal);

    // The question asks of what the statement offered.
    private static AgentAct WithValues(AgentAct question, AgentAct statement) => question.Values.Count > 0
        ? question
        : question with { Values = statement.Values, Sentence = $"{statement.Sentence} {question.Sentence}" };

    private static bool IsTwice(List<AgentAct> acts, AgentAct act) => act.Kind switch
    {
        ActKind.Request or ActKind.RequestAgain when act.Slot is SlotKind.Other or SlotKind.Day => false,
        ActKind.Request or ActKind.RequestAgain => acts.Exists(its => its.Kind is ActKind.Request
            or ActKind.RequestAgain
            && its.Slot == act.Slot && its.SlotName == act.SlotName),
        ActKind.ReadBack or ActKind.AskChoice or ActKind.RequestSpelling => false,
        _ => acts.Exists(its => its.Kind == act.Kind),
    };
}
