using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Scores.Calls;

/// <summary>Which calls are the same call, tried again.</summary>
internal static class Retries
{
    /// <summary>
    /// The calls, each with its retries. A call is tried again where it timed out or failed and the same tool is called
    /// later with the same arguments, or in the same turn with others where more calls were made than expected.
    /// </summary>
    public static List<MadeCall> Join(SessionView view, List<ExpectedCall> expected)
    {
        var joined = new List<MadeCall>();
        foreach (var call in view.Made)
        {
            var before = joined.Find(one => IsTriedBy(one, call) && SameArguments(view, one, call));
            if (before is null)
            {
                joined.Add(call);
            }
            else
            {
                before.Retry(call);
            }
        }

        var failed = joined.Where(static call => call.HasFailed).Select(static call => call.Ran.Tool).ToHashSet();
        foreach (var tool in failed)
        {
            var wanted = expected.Count(call => call.Tool == tool);
            while (joined.Count(call => call.Ran.Tool == tool) > wanted)
            {
                var later = joined.FindIndex(call => call.Ran.Tool == tool
                    && joined.Exists(one => IsTriedInTurn(one, call)));
                if (later < 0)
                {
                    break;
                }

                joined.FindLast(one => IsTriedInTurn(one, joined[later]))!.Retry(joined[later]);
                joined.RemoveAt(later);
            }
        }

        return joined;

        bool IsTriedInTurn(MadeCall before, MadeCall call) => before != call && IsTriedBy(before, call)
            && view.TurnOf(before.Entry) == view.TurnOf(call.FirstEntry);
    }

    /// <summary>An earlier call of the same tool with the same arguments that was answered; null for none.</summary>
    public static MadeCall? EarlierSame(SessionView view, List<MadeCall> made, MadeCall call) =>
        made.Find(one => one != call && one.FirstEntry < call.FirstEntry && one.Ran.Tool == call.Ran.Tool
            && !one.HasFailed && SameArguments(view, one, call));

    private static bool IsTriedBy(MadeCall before, MadeCall call) =>
        before.HasFailed && before.Ran.Tool == call.Ran.Tool && before.Entry < call.FirstEntry
        && (before.Ran.ExchangeId is null || before.Ran.ExchangeId != call.Ran.ExchangeId);

    private static bool SameArguments(SessionView view, MadeCall a, MadeCall b)
    {
        if (a.Arguments.ValueKind != JsonValueKind.Object || b.Arguments.ValueKind != JsonValueKind.Object)
        {
            return a.Ran.ArgumentsJson == b.Ran.ArgumentsJson;
        }

        // Two handoffs to the same agent are the same, whatever their summaries say.
        if (Transfer.IsTransfer(a.Ran.Tool, out _))
        {
            return true;
        }

        var rules = view.Suite.Tools.TryGetValue(a.Ran.Tool, out var tool)
            ? tool.Rules
            : new Dictionary<string, ValueRule>();
        return ValueComparer.Same(
            a.Arguments, b.Arguments, new ValueRule(ValueKind.Object) { Fields = rules }, view.Suite.Now);
    }
}
