using System.Text.RegularExpressions;
using Tollgate.Language;

namespace Tollgate.Scores.Claims;

/// <summary>Holds the actions that an agent claims against the calls that were made.</summary>
internal sealed class ActionRule(ClaimWorld world, Knowledge known, IReadOnlyList<CallMade> calls)
{
    /// <summary>Judges what a sentence claims to have done, once the turn that it stands in is over.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="turn">How often the caller had spoken before it.</param>
    /// <param name="tools">The tools of the agent that speaks.</param>
    /// <param name="asks">The turn ends with a question, so that what is announced may be offered.</param>
    /// <param name="claims">Where the claims go.</param>
    public void Judge(Sentence sentence, int turn, IReadOnlyList<string> tools, bool asks, List<Claim> claims)
    {
        foreach (var action in ActionReader.Read(sentence))
        {
            if (Outcome(sentence, action, turn, tools, asks) is { } outcome)
            {
                var words = sentence.ClauseAt(action.Token).Words;
                claims.Add(new Claim(sentence.Text, ClaimKind.Action, outcome, words, Why(outcome, action)));
            }
        }

        foreach (var (name, tool) in world.Tools)
        {
            if (tool.DoneWhen is { } pattern && sentence.Speech.Clauses.Find(clause =>
                clause.Mood != Mood.Question && pattern.IsMatch(clause.Words)) is { Words: { Length: > 0 } words })
            {
                var done = calls.Any(call => call.Name == name && call.Succeeded);
                claims.RemoveAll(static claim => claim.Kind == ClaimKind.Action);
                claims.Add(new Claim(
                    sentence.Text, ClaimKind.Action, done ? ClaimOutcome.Grounded : ClaimOutcome.DoneWithoutCall, words,
                    done ? $"{name} was called and did it." : $"No successful call of {name} does it."));
            }
        }
    }

    private ClaimOutcome? Outcome(
        Sentence sentence, ActionClaim action, int turn, IReadOnlyList<string> tools, bool asks)
    {
        if (action.Acts == Acts.Transfer)
        {
            return calls.Any(call => call.IsTransfer && call.Turn >= turn - (action.Voice == ActionVoice.Now ? 0 : int.MaxValue / 2))
                ? ClaimOutcome.Grounded
                : action.Voice == ActionVoice.Now && (asks || sentence.EndsAsQuestion) ? null
                : action.Voice == ActionVoice.Passive ? ClaimOutcome.Undecided
                : ClaimOutcome.DoneWithoutCall;
        }

        if (action.Acts == Acts.Look)
        {
            return calls.Any(static call => !call.IsTransfer) ? ClaimOutcome.Grounded
                : action.IsFirm ? ClaimOutcome.DoneWithoutCall
                : null;
        }

        if (action.Acts == Acts.Any)
        {
            return calls.Any(static call => call.HasEffect && call.Succeeded) ? ClaimOutcome.Grounded
                : calls.Any(static call => call.HasEffect && !call.IsOpen) && action.IsFirm ? ClaimOutcome.DoneWithoutCall
                : ClaimOutcome.Undecided;
        }

        var covers = ActWords.Covers(action.Acts);
        var doing = calls.Where(call => (call.HasEffect || call.IsTransfer)
            && ((call.Acts & covers) != 0 || Mentions(call, action.Stem))).ToList();
        if (doing.Exists(static call => call.Succeeded))
        {
            return IsSettledFalsely(action, doing) ? ClaimOutcome.Contradicted : ClaimOutcome.Grounded;
        }

        // A record, or the caller, says that it is so.
        if (action.Voice == ActionVoice.Passive && (known.Answers.HasStem(action.Stem) || known.Said.HasStem(action.Stem)
            || known.Told.Exists(told => told.HasStem(action.Stem))) && doing.Count == 0)
        {
            return known.Answers.HasStem(action.Stem) || known.Said.HasStem(action.Stem) ? ClaimOutcome.Grounded : ClaimOutcome.Undecided;
        }

        return !action.IsFirm && doing.Count == 0 ? ClaimOutcome.Undecided : ClaimOutcome.DoneWithoutCall;
    }

    // "The money's back on your card", and the refund is pending.
    private static bool IsSettledFalsely(ActionClaim action, List<CallMade> doing) =>
        (action.Acts & (Acts.Refund | Acts.Pay)) != 0 && doing.TrueForAll(static call => call.IsPending || !call.Succeeded)
        && action.Stem is "return" or "refund" or "pay" or "credit";

    private static bool Mentions(CallMade call, string stem) =>
        call.Name.Split('_').Any(word => Stems.Of(word) == stem)
        || (call.Tool is { } tool && Tokens.Of(tool.Description).Exists(token => Stems.Of(token.Word) == stem));

    private static string Why(ClaimOutcome outcome, ActionClaim action) => outcome switch
    {
        ClaimOutcome.Grounded => "A call that does it was made, or a record says so.",
        ClaimOutcome.DoneWithoutCall => "No successful call does it.",
        ClaimOutcome.Contradicted => "The tool answered that it is not settled yet.",
        _ => $"Whether \"{action.Stem}\" is something that a call does cannot be told.",
    };
}
