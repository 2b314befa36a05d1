using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Language;

namespace Tollgate.Callers;

/// <summary>
/// Reads the acts of a turn together: a question has the values of the statement that it asks of, in "On Friday I have
/// ten and eleven. Which one would you like?".
/// </summary>
internal static partial class Carried
{
    /// <param name="acts">The acts as the ear heard them.</param>
    /// <param name="heard">All words of the turn.</param>
    /// <param name="now">The day of the call.</param>
    public static IReadOnlyList<AgentAct> Of(IReadOnlyList<AgentAct> acts, string heard, DateTime now)
    {
        List<AgentAct> carried = [.. acts.Select(static act =>
            IsThatIt(act) ? act with { Kind = ActKind.ConfirmAction, Slot = null } : act)];
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

    // "Is that the charge?" wants a yes or a no, as whatever asks leave does.
    private static bool IsThatIt(AgentAct act) =>
        act is { Kind: ActKind.Request, Slot: null or SlotKind.Other } or { Kind: ActKind.Clarify }
        && ThatIt().IsMatch(act.Sentence);

    [GeneratedRegex(
        @"\bis (that|this|it) (the (one|right|booking|appointment|order|card|charge|account)|what you|you\b|correct|right)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThatIt();
}
