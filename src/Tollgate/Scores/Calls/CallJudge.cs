using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Calls;

/// <summary>From matched calls to verdicts, each with its reason.</summary>
internal sealed class CallJudge(
    SessionView view, List<MadeCall> made, List<(AskedWish Wish, ExpectedCall Call)> expected,
    Dictionary<MadeCall, int> matched)
{
    private readonly Dictionary<MadeCall, CallScore> judged = [];

    public CallMatches Judge()
    {
        foreach (var call in made)
        {
            judged[call] = matched.TryGetValue(call, out var j)
                ? Matched(call, expected[j].Wish, expected[j].Call)
                : Unmatched(call);
        }

        var taken = matched.Values.ToHashSet();
        var missing = Enumerable.Range(0, expected.Count)
            .Where(j => !taken.Contains(j) && !expected[j].Call.Optional)
            .Select(j => Missing(expected[j].Wish, expected[j].Call));
        return new CallMatches([.. made.Select(call => judged[call]), .. missing], judged);
    }

    private CallScore Matched(MadeCall call, AskedWish wish, ExpectedCall target)
    {
        var tool = call.Ran.Tool;
        var turn = view.TurnOf(call.Entry);
        if (tool != target.Tool)
        {
            return new CallScore(
                CallVerdict.WrongTool, turn, $"{tool} was called where {target.Tool} was expected.")
            {
                Tool = tool,
                Expected = target,
                Wish = wish.Name,
                Entry = call.Entry,
                Attempts = call.Attempts,
                Arguments = ArgumentScorer.NoneOf(target),
            };
        }

        var arguments = ArgumentScorer.Score(view.Suite, target, call.Arguments);
        var wrong = arguments.Find(static one => one.Verdict != ArgumentVerdict.Right);
        var (verdict, reason) = call.Ran.Status switch
        {
            ToolStatus.UnknownTool => (CallVerdict.WrongTool, $"the agent had no tool {tool} when it was called."),
            ToolStatus.BadArguments => (CallVerdict.WrongArguments, "the tool's schema forbids the arguments."),
            ToolStatus.NotRun => (CallVerdict.Extra, "it was beyond the bound on calls and was not carried out."),
            _ when wrong is not null => (CallVerdict.WrongArguments, Why(wrong)),
            _ when call.IsInvalid => (CallVerdict.WrongArguments, "the arguments are no JSON object."),
            _ => (CallVerdict.Right, call.Attempts > 1 ? $"as expected, in {call.Attempts} attempts." : "as expected."),
        };
        return new CallScore(verdict, turn, $"{tool}: {reason}")
        {
            Tool = tool,
            Expected = target,
            Wish = wish.Name,
            Entry = call.Entry,
            Attempts = call.Attempts,
            Arguments = arguments,
        };
    }

    private CallScore Unmatched(MadeCall call)
    {
        var tool = call.Ran.Tool;
        var (verdict, reason) = call switch
        {
            { Ran.Status: ToolStatus.UnknownTool } =>
                (CallVerdict.WrongTool, $"the agent has no tool {tool}."),
            _ when call.IsInvalid =>
                (CallVerdict.WrongArguments, $"{tool}: the arguments are no JSON object, or its schema forbids them."),
            _ when view.WasAgreed(call.FirstEntry) && expected.TrueForAll(one => one.Call.Tool != tool) =>
                (CallVerdict.Allowed, $"{tool}: the caller had agreed to it."),
            _ when view.OnlyReads(tool) =>
                (CallVerdict.Allowed, $"{tool} was not expected and does no harm."),
            _ when Retries.EarlierSame(view, made, call) is { } before =>
                (CallVerdict.Duplicate, $"{tool} had been called with the same arguments in turn "
                    + $"{view.TurnOf(before.FirstEntry)}."),
            _ when Transfer.IsTransfer(tool, out _) && MayHandOver(call) =>
                (CallVerdict.Allowed, $"{tool}: to hand over is right where nothing was found or a tool failed."),
            _ => (CallVerdict.Extra, $"{tool} was called and not expected."),
        };
        return new CallScore(verdict, view.TurnOf(call.Entry), reason)
        {
            Tool = tool,
            Entry = call.Entry,
            Attempts = call.Attempts,
        };
    }

    private CallScore Missing(AskedWish wish, ExpectedCall target)
    {
        var cut = view.WasCutOff && wish.Turn == view.Outcome.Wishes.Max(static one => one.Turn);
        var blocked = !cut && IsBlocked(wish, target);
        return new CallScore(
            cut || blocked ? CallVerdict.NotReached : CallVerdict.Missing, wish.Turn,
            cut ? $"{target.Tool} was not reached: the session was cut off."
            : blocked ? $"{target.Tool} was not reached: a tool before it failed in every attempt."
            : $"{target.Tool} was expected and not called.")
        {
            Expected = target,
            Wish = wish.Name,
            Arguments = ArgumentScorer.NoneOf(target),
        };
    }

    // What came before it for the wish failed, so that the way there was closed.
    private bool IsBlocked(AskedWish wish, ExpectedCall target)
    {
        if (!Transfer.IsTransfer(target.Tool, out _) && view.IsClosed(wish))
        {
            return true;
        }

        foreach (var call in wish.Calls)
        {
            if (ReferenceEquals(call, target))
            {
                return false;
            }

            if (judged.Any(one => one.Key.HasFailed && ReferenceEquals(one.Value.Expected, call)))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayHandOver(MadeCall call)
    {
        var turn = view.TurnOf(call.FirstEntry);
        return made.Exists(one => one.HasFailed && view.TurnOf(one.Entry) == turn)
            || view.Outcome.Wishes.Any(wish => wish.IsMissing && wish.Turn == turn);
    }

    private static string Why(ArgumentScore wrong) => wrong.Verdict switch
    {
        ArgumentVerdict.Missing => $"{wrong.Name} is missing; expected {wrong.Expected}.",
        ArgumentVerdict.WrongType => $"{wrong.Name} has the wrong type: {wrong.Found}; expected {wrong.Expected}.",
        ArgumentVerdict.Unexpected => $"{wrong.Name} was not expected: {wrong.Found}.",
        _ => $"{wrong.Name} is {wrong.Found}; expected {wrong.Expected}.",
    };
}
