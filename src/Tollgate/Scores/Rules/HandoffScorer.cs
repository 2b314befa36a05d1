using Tollgate.Scores.Calls;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;

namespace Tollgate.Scores.Rules;

/// <summary>Whether calls were handed over to the right agent, once.</summary>
internal static class HandoffScorer
{
    public static void Score(CallMatches calls, List<ScoredItem> items)
    {
        foreach (var call in calls.Calls)
        {
            var expected = call.Expected?.Tool ?? "";
            if (!Transfer.IsTransfer(expected, out var to) & !Transfer.IsTransfer(call.Tool, out var went))
            {
                continue;
            }

            items.Add(new ScoredItem(
                HandoffsScore.Name, call.Counts ? call.Verdict == CallVerdict.Right : null, call.Turn, call.Reason)
            {
                Entry = call.Entry,
                Found = went ?? "",
                Expected = to ?? "",
            });
        }
    }
}
