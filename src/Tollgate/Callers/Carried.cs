using Tollgate.Acts;

namespace Tollgate.Callers;

/// <summary>
/// Gives a question the values of the statement before it: in "On Friday I have ten and eleven. Which one would you like?"
/// the second sentence asks of what the first one says.
/// </summary>
internal static class Carried
{
    public static IReadOnlyList<AgentAct> Of(IReadOnlyList<AgentAct> acts)
    {
        var carried = new List<AgentAct>(acts.Count);
        for (var i = 0; i < acts.Count; i++)
        {
            var act = acts[i];
            if (act.Kind is ActKind.ConfirmAction or ActKind.Offer or ActKind.AskChoice && act.Values.Count == 0)
            {
                for (var j = i - 1; j >= 0 && acts[j].Kind is ActKind.Inform or ActKind.Refuse or ActKind.NotFound; j--)
                {
                    // What is told to be had comes after what is not.
                    act = act with
                    {
                        Values = [.. acts[j].Values, .. act.Values],
                        Sentence = $"{acts[j].Sentence} {act.Sentence}",
                    };
                }
            }

            carried.Add(act);
        }

        return carried;
    }
}
