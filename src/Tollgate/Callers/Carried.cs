using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Language;

namespace Tollgate.Callers;

/// <summary>
/// Reads the acts of a turn together: a question has the values of the statement that it asks of, in "On Friday I have
/// ten and eleven. Which one would you like?", and "would that work?" offers what was said before it.
/// </summary>
internal static partial class Carried
{
    /// <param name="acts">The acts as the ear heard them.</param>
    /// <param name="heard">All words of the turn.</param>
    /// <param name="now">The day of the call.</param>
    public static IReadOnlyList<AgentAct> Of(IReadOnlyList<AgentAct> acts, string heard, DateTime now)
    {
        List<AgentAct> carried = [.. acts.Where(static act => !TriesAgain(act)).Select(act =>
            IsOffer(act) ? act with { Kind = ActKind.Offer, Slot = null }
            : IsThatIt(act) ? act with { Kind = ActKind.ConfirmAction, Slot = null }
            : act)];
        if (PartOf().IsMatch(heard) && !carried.Exists(static act =>
            act.Kind is ActKind.Request or ActKind.RequestAgain))
        {
            carried.RemoveAll(static act => act.Kind == ActKind.Hold);
            carried.Add(new AgentAct(ActKind.Request, heard) { Slot = SlotKind.Other });
        }

        for (var i = 0; i < carried.Count; i++)
        {
            if (carried[i].Kind is ActKind.ConfirmAction or ActKind.Offer or ActKind.AskChoice
                && carried[i].Values.Count == 0)
            {
                carried[i] = carried[i] with
                {
                    Values = SpokenValues.Of(Tokens.Of(heard), now).FindAll(static value => value.Kind
                        is FactKind.Date or FactKind.Time or FactKind.Amount),
                    Sentence = heard,
                };
            }
        }

        return carried;
    }

    [GeneratedRegex(@"\b(last|first|final) (two|three|four|five|six|[2-6]) (digits?|numbers?|figures?|letters?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartOf();

    private static bool IsOffer(AgentAct act) =>
        act is { Kind: ActKind.Request, Slot: null or SlotKind.Other } && WouldItDo().IsMatch(act.Sentence);

    // "That did not go through. Let me try once more": the agent tries, and asks for nothing.
    private static bool TriesAgain(AgentAct act) => act.Kind is ActKind.RequestAgain && Tries().IsMatch(act.Sentence);

    [GeneratedRegex(
        @"\b(let me|i'll|i will|i'm going to|i am going to|i can) (just |quickly )?(try|check|look|do|run|have)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tries();

    private static bool IsThatIt(AgentAct act) =>
        act is { Kind: ActKind.Request, Slot: null or SlotKind.Other } && ThatIt().IsMatch(act.Sentence);

    [GeneratedRegex(
        @"\bis (that|this|it) (the (one|right|booking|appointment|order|card|charge|account)|what you|you\b|correct|right)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThatIt();

    [GeneratedRegex(
        @"\b(would|does|do|will|could|is) (that|this|it|either|one of (them|those)|any of (them|those)) (work|suit|do|help|be (something|okay|ok|all right|alright|good|fine)|sound|interest|okay|all right|good|fine)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WouldItDo();
}
