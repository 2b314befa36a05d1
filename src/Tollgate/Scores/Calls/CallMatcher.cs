using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Scores.Calls;

/// <summary>
/// Matches the calls that were made with those that were expected, one to one, so that the sum of what is wrong is
/// least: first calls of the same tool, then, within the same turns, a call of another tool in place of a missing one.
/// A pair of the first kind saves more than two of the second could, so that two steps find what one would.
/// </summary>
internal sealed class CallMatcher
{
    // Calls of one tool beyond that many are extra whatever they say: a model that calls for ever must not cost for
    // ever.
    private const int MaxCalls = 256;
    private const double Never = 1e6;

    private readonly SessionView view;
    private readonly List<MadeCall> made;
    private readonly List<(AskedWish Wish, ExpectedCall Call)> expected = [];
    private readonly Dictionary<MadeCall, int> matched = [];
    private readonly int[] turns;

    private CallMatcher(SessionView view)
    {
        this.view = view;
        foreach (var wish in view.Outcome.Wishes)
        {
            expected.AddRange(wish.Calls.Select(call => (wish, call)));
        }

        made = Retries.Join(view, expected.ConvertAll(static one => one.Call));
        turns = [.. view.Outcome.Wishes.Select(static wish => wish.Turn).Distinct().Order()];
    }

    public static CallMatches Match(SessionView view)
    {
        var matcher = new CallMatcher(view);
        foreach (var tool in matcher.made.GroupBy(static call => call.Ran.Tool, StringComparer.Ordinal))
        {
            matcher.MatchTool([.. tool.Take(MaxCalls)]);
        }

        matcher.MatchOthers();
        return new CallJudge(view, matcher.made, matcher.expected, matcher.matched).Judge();
    }

    private void MatchTool(List<MadeCall> calls)
    {
        var tool = calls[0].Ran.Tool;
        var wanted = Enumerable.Range(0, expected.Count).Where(j => expected[j].Call.Tool == tool).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        // A column more for each call, in which it stays without an expectation.
        var cost = new double[calls.Count, wanted.Count + calls.Count];
        var extra = view.OnlyReads(tool) ? 0.0 : 1.0;
        for (var i = 0; i < calls.Count; i++)
        {
            for (var j = 0; j < wanted.Count; j++)
            {
                cost[i, j] = Cost(calls[i], wanted[j], i - j) - (expected[wanted[j]].Call.Optional ? 0 : 1);
            }

            for (var k = 0; k < calls.Count; k++)
            {
                cost[i, wanted.Count + k] = k == i ? extra : Never;
            }
        }

        var columns = Assignment.Solve(cost);
        for (var i = 0; i < calls.Count; i++)
        {
            if (columns[i] < wanted.Count && cost[i, columns[i]] < Never / 2)
            {
                matched[calls[i]] = wanted[columns[i]];
            }
        }
    }

    // The share of the arguments that are not right; then nearness in time, which decides only where all else is equal.
    private double Cost(MadeCall call, int wanted, int apart)
    {
        var (wish, target) = expected[wanted];
        if (call.IsEmpty && NeedsArguments(target))
        {
            return Never;
        }

        var scores = ArgumentScorer.Score(view.Suite, target, call.Arguments);
        var wrong = 0.0;
        foreach (var score in scores)
        {
            wrong += score.Verdict switch
            {
                ArgumentVerdict.Right => 0,
                ArgumentVerdict.WrongValue => 0.9,
                ArgumentVerdict.Unexpected => 0.5,
                _ => 1,
            };
        }

        var late = Math.Abs(view.TurnOf(call.FirstEntry) - wish.Turn);
        return (scores.Count == 0 ? 0 : 0.9 * wrong / (scores.Count + 1)) + (call.IsInvalid ? 0.05 : 0)
            + (1e-4 * late) + (1e-8 * apart * apart) - 1e-3;
    }

    private static bool NeedsArguments(ExpectedCall call) =>
        call.Arguments.Values.Any(static value => !ValueComparer.Meets(value, default, default));

    private void MatchOthers()
    {
        var taken = matched.Values.ToHashSet();
        var open = Enumerable.Range(0, expected.Count)
            .Where(j => !taken.Contains(j) && !expected[j].Call.Optional).ToList();
        var free = made.Where(call => !matched.ContainsKey(call) && call.Ran.Tool.Length > 0
            && !view.OnlyReads(call.Ran.Tool) && !RepeatsAnother(call)).Take(MaxCalls).ToList();
        if (open.Count == 0 || free.Count == 0)
        {
            return;
        }

        var cost = new double[free.Count, open.Count + free.Count];
        for (var i = 0; i < free.Count; i++)
        {
            for (var j = 0; j < open.Count; j++)
            {
                var (wish, target) = expected[open[j]];
                cost[i, j] = free[i].Ran.Tool != target.Tool && IsInPlace(free[i], wish)
                    ? -1 + (1e-6 * Math.Abs(i - j))
                    : Never;
            }

            for (var k = 0; k < free.Count; k++)
            {
                cost[i, open.Count + k] = k == i ? 0 : Never;
            }
        }

        var columns = Assignment.Solve(cost);
        for (var i = 0; i < free.Count; i++)
        {
            if (columns[i] < open.Count && cost[i, columns[i]] < 0)
            {
                matched[free[i]] = open[columns[i]];
            }
        }
    }

    private bool RepeatsAnother(MadeCall call) => Retries.EarlierSame(view, made, call) is not null;

    // In the turns between the wish and the next one.
    private bool IsInPlace(MadeCall call, AskedWish wish)
    {
        var next = Array.Find(turns, later => later > wish.Turn);
        var at = view.TurnOf(call.FirstEntry);
        return at >= wish.Turn && (next == 0 || at < next);
    }
}
