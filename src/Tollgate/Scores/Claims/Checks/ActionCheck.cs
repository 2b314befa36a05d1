using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Holds the actions that an agent claims against the calls that were made.</summary>
internal sealed class ActionCheck(ClaimWorld world, Knowledge known, IReadOnlyList<CallMade> calls)
{
    private const int MaxObject = 5;
    private const int MaxTurns = 2;

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["name"] = "name visitor contact", ["spelling"] = "name", ["number"] = "phone number", ["phone"] = "phone", ["email"] = "email mail", ["e-mail"] = "email mail",
        ["address"] = "address street email send", ["password"] = "password",
    };

    private readonly ActionFit fit = new(world, calls);

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
        if (action.Acts == ActionKinds.Transfer)
        {
            return calls.Any(call => call.IsTransfer && (action.Voice != ActionVoice.Now || call.Turn >= turn))
                ? ClaimOutcome.Grounded
                : action.Voice == ActionVoice.Now && (asks || sentence.EndsAsQuestion) ? null
                : action.Voice == ActionVoice.Passive ? ClaimOutcome.Undecided
                : ClaimOutcome.DoneWithoutCall;
        }

        if (action.Voice == ActionVoice.Promise)
        {
            const ActionKinds sets = ActionKinds.Notify | ActionKinds.Note | ActionKinds.Submit | ActionKinds.Book
                | ActionKinds.Order | ActionKinds.Refund | ActionKinds.Pay;
            var timed = calls.Where(call => call.Succeeded && call.HasEffect && call.Turn >= turn - 1
                && call.Asked(known.Now) is { Dates.Count: > 0, Clock.Count: > 0 }).ToList();
            return action.Acts == ActionKinds.Send ? Tidings(action)
                : timed.Count > 0 && IsOtherwise(sentence, timed) ? ClaimOutcome.Contradicted
                : calls.Any(
                static call => call.IsOpen || (call.Succeeded && (call.IsTransfer || (call.Acts & sets) != 0))) ? null
                : asks || sentence.EndsAsQuestion || IsTold(action) ? ClaimOutcome.Undecided
                : ClaimOutcome.DoneWithoutCall;
        }

        if (action.Acts == ActionKinds.Look)
        {
            return calls.Any(static call => !call.IsTransfer) ? ClaimOutcome.Grounded
                : action.IsFirm ? ClaimOutcome.DoneWithoutCall
                : null;
        }

        var doing = Doing(action);
        if (action.Acts == ActionKinds.Any)
        {
            return doing.Exists(static call => call.Succeeded)
                ? IsStale(sentence, action, doing, turn) ? ClaimOutcome.DoneWithoutCall
                : IsOtherwise(sentence, doing.FindAll(static call => call.Succeeded)[^1..]) ? ClaimOutcome.Contradicted
                    : ClaimOutcome.Grounded
                : IsOfCall(sentence, action, tools) && !calls.Any(static call => call.IsOpen || call.IsTransfer)
                        ? ClaimOutcome.DoneWithoutCall
                : ClaimOutcome.Undecided;
        }

        var objects = ActionFit.ObjectsOf(sentence, action);
        var done = doing.FindAll(static call => call.Succeeded);
        if (done.Count > 0)
        {
            if (!done.Exists(call => fit.Concerns(call, objects)) || IsFurther(sentence, action, done, turn)
                || HasNoTime(sentence, action, done) || (action.Stem is "speak" or "talk" && !done.Exists(Speaks)))
            {
                return action.IsFirm ? ClaimOutcome.DoneWithoutCall : ClaimOutcome.Undecided;
            }

            // A record that was looked up since says that it is so.
            if (action.Voice == ActionVoice.Passive && calls.Any(call => !call.HasEffect && !call.IsTransfer
                && call.Turn >= done.Max(static one => one.Turn) && call.AnswerHolds(action.Stem)))
            {
                return ClaimOutcome.Grounded;
            }

            var recent = done.FindAll(call => call.Turn == turn);
            return IsSettledFalsely(action, done) ? ClaimOutcome.Contradicted
                : HasFailedSince(action, doing, turn) || IsStale(sentence, action, done, turn)
                    || fit.IsOfAnother(action, objects, done, tools)
                    || IsOfOtherField(sentence, action, done) ? ClaimOutcome.DoneWithoutCall
                : IsOtherwise(sentence, recent.Count > 0 ? recent : done) ? ClaimOutcome.Contradicted
                : ClaimOutcome.Grounded;
        }

        var could = tools.Any(name => world.Tools.TryGetValue(name, out var tool) && tool.HasEffect
            && (ActWords.OfTool(name, tool) & action.Acts) != 0);
        if (action.Voice == ActionVoice.Passive && doing.Count == 0)
        {
            // A record, or the caller, says that it is so.
            if (action.Acts == ActionKinds.Cancel
                ? known.Answers.HasStem("cancel") || known.Said.HasWord("cancelled") || known.Said.HasWord("canceled")
                : known.Answers.HasStem(action.Stem) || known.Said.HasWord(sentence.Tokens[action.Token].Word))
            {
                return ClaimOutcome.Grounded;
            }

            if (!could && calls.Any(call => call.IsOpen || (call.Succeeded && !action.IsFirm)))
            {
                return ClaimOutcome.Undecided;
            }

            if (!could && (known.Told.Exists(told => told.HasStem(action.Stem))
                || calls.Any(static call => call.Succeeded)))
            {
                return ClaimOutcome.Undecided;
            }
        }

        return !action.IsFirm && !doing.Exists(call => (call.Acts & action.Acts) != 0)
            ? ClaimOutcome.Undecided
            : ClaimOutcome.DoneWithoutCall;
    }

    // "You'll get a text": a call that sends one was made, or somebody was told that one comes.
    private ClaimOutcome? Tidings(ActionClaim action) =>
        calls.Any(call => call.IsOpen || (call.Succeeded && (call.HasEffect || call.IsTransfer)
            && CallVocabulary.Of(call).Holds(action.Stem))) ? ClaimOutcome.Grounded
        : known.Rules.Exists(rule => Concepts.IsNear(action.Stem, rule.Stems.Contains)
            && rule.Stems.Any(stem => stem != action.Stem && (stem == "remind"
                || (ActWords.Of(stem) & (ActionKinds.Send | ActionKinds.Notify)) != 0))) ? ClaimOutcome.Undecided
        : ClaimOutcome.DoneWithoutCall;

    // "Guests get a text an hour before": it happens by itself.
    private bool IsTold(ActionClaim action) =>
        action.Stem is "text" or "email" or "confirm" && known.Told.Exists(told => told.HasStem(action.Stem));

    // "It's taken care of", "that's all set": of a task, and not of a record or of the caller.
    private bool IsOfCall(Sentence sentence, ActionClaim action, IReadOnlyList<string> tools)
    {
        var clause = sentence.ClauseAt(action.Token);
        return (action.IsFirm && !calls.Any(static call => call.Succeeded))
            || (tools.Any(name => world.Tools.TryGetValue(name, out var tool) && tool.HasEffect)
                && Enumerable.Range(clause.Start, Math.Max(0, action.Token - clause.Start))
                    .Any(at => sentence.Is(at, "that's", "it's", "i've", "that"))
                && !known.Answers.HasStem(action.Stem));
    }

    // Calls that may do it, whatever came of them.
    private List<CallMade> Doing(ActionClaim action)
    {
        var covers = ActWords.Covers(action.Acts);

        // What is taken off a record changes it.
        if (action.Acts == ActionKinds.Cancel && action.Stem != "cancel")
        {
            covers |= ActionKinds.Change;
        }

        return [.. calls.Where(call => action.Acts == ActionKinds.Any
            ? call.HasEffect
            : (call.HasEffect || call.IsTransfer) && ((call.Acts & covers) != 0 || Mentions(call, action.Stem)))];
    }

    // "I've switched you to twelve", and that call failed, whatever had been done before it.
    private static bool HasFailedSince(ActionClaim action, List<CallMade> doing, int turn) =>
        action.Voice == ActionVoice.Active && doing[^1] is { Succeeded: false, IsOpen: false } last && last.Turn == turn
        && !doing.Exists(call => call.Succeeded && call.Name == last.Name && call.ArgumentsJson == last.ArgumentsJson);

    // "I've added the other six", and nothing was called in this turn: what was done before was for the first.
    private static bool IsFurther(Sentence sentence, ActionClaim action, List<CallMade> done, int turn)
    {
        var clause = sentence.ClauseAt(action.Token);
        return action.Voice == ActionVoice.Active && !done.Exists(call => call.IsOpen || call.Turn == turn)
            && Enumerable.Range(action.Token, clause.End - action.Token)
                .Any(at => sentence.Is(at, "other", "others", "another", "rest", "remaining", "second"));
    }

    // "I've booked you in for ten", and no call has a time in it.
    private bool HasNoTime(Sentence sentence, ActionClaim action, List<CallMade> done)
    {
        const ActionKinds timed = ActionKinds.Book | ActionKinds.Change | ActionKinds.Hold;
        var clause = sentence.ClauseAt(action.Token);
        return (action.Acts & timed) != 0 && done.TrueForAll(call => !call.IsOpen
            && call.Values(known.Now).Clock.Count == 0)
            && sentence.Speech.Facts.Exists(fact => fact.Kind == FactKind.Time && fact.Start > action.Token
                && fact.End <= clause.End
                && sentence.Is(fact.Start - 1, "at"));
    }

    // A message reaches nobody at once.
    private static bool Speaks(CallMade call) => call.IsTransfer || call.Name.Split('_')
        .Any(static word => word is "page" or "call" or "ring" or "phone" or "contact" or "reach" or "escalate" or "ask" or "consult" or "notify");

    // "There, that's done now", and what was done was done long ago.
    private static bool IsStale(Sentence sentence, ActionClaim action, List<CallMade> done, int turn) =>
        action.IsFirm && !done.Exists(call => call.IsOpen || (call.Succeeded && call.Turn >= turn - MaxTurns))
        && (action.Voice == ActionVoice.Active || action.Acts == ActionKinds.Any)
        && sentence.Tokens.Exists(static token => token.Word is "just" or "went" or "there" or "done" or "now" or "okay")
        && !sentence.Tokens.Exists(static token => token.Word is "already" or "earlier" or "still" or "before" or "yes");

    // "I've switched the name", and the call had no name in it.
    private static bool IsOfOtherField(Sentence sentence, ActionClaim action, List<CallMade> done)
    {
        if ((action.Acts & ActionKinds.Change) == 0)
        {
            return false;
        }

        var clause = sentence.ClauseAt(action.Token);
        for (var i = action.Token + 1; i < Math.Min(clause.End, action.Token + MaxObject); i++)
        {
            if (Fields.TryGetValue(sentence.Tokens[i].Word, out var field)
                && sentence.Is(i - 1, "the", "your", "his", "her", "their", "new", "phone", "last", "first"))
            {
                return !done.Exists(
                    call => call.Arguments.Exists(
                        one => field.Split(' ').Any(word => one.Contains(word, StringComparison.Ordinal)))
                    || field.Split(' ').Any(word => Mentions(call, Stems.Of(word))));
            }
        }

        return false;
    }

    // The day, the time or the length that is said is not the one that was done.
    private bool IsOtherwise(Sentence sentence, List<CallMade> done)
    {
        var asked = done.ConvertAll(call => call.Asked(known.Now));
        var answered = done.ConvertAll(call => call.Values(known.Now));
        foreach (var fact in sentence.Speech.Facts.Where(fact => !sentence.Is(fact.Start - 1, "from", "until", "was", "old")))
        {
            var values = asked.Exists(one => fact.Kind == FactKind.Date ? one.Dates.Count > 0 : one.Clock.Count > 0)
                ? asked : answered;
            if (fact.Kind == FactKind.Date && values.Exists(static one => one.Dates.Count > 0)
                && ValueCheck.DayOf(fact.Value) is { } day
                && !values.Exists(one => one.Dates.Any(day)))
            {
                return true;
            }

            if (fact.Kind == FactKind.Time && values.Exists(static one => one.Clock.Count > 0)
                && int.TryParse(fact.Value.TrimEnd('?'), out var minutes)
                && !values.Exists(
                    one => one.Clock.Contains(minutes)
                        || (fact.Value[^1] == '?' && one.Clock.Any(time => time % 720 == minutes))))
            {
                return true;
            }
        }

        var lengths = asked.Exists(static one => one.Numbers.Any(static number => number.Unit == Quantity.Months))
            ? asked : answered;
        return sentence.Quantities.Exists(quantity => quantity.Unit == Quantity.Months
            && lengths.Exists(static one => one.Numbers.Any(static number => number.Unit == Quantity.Months))
            && !lengths.Exists(one => quantity.Values.Any(value => one.Numbers.Contains((value, Quantity.Months)))));
    }

    // "The money's back on your card", and the refund is pending.
    private static bool IsSettledFalsely(ActionClaim action, List<CallMade> doing) =>
        (action.Acts & (ActionKinds.Refund | ActionKinds.Pay)) != 0
            && doing.TrueForAll(static call => call.IsPending || !call.Succeeded)
        && action.Stem is "return" or "refund" or "pay" or "credit";

    private static bool Mentions(CallMade call, string stem) =>
        call.Name.Split('_').Any(word => Stems.Of(word) == stem)
        || (call.Tool is { } tool && Tokens.Of(tool.Description).Exists(token => Stems.Of(token.Word) == stem));

    private static string Why(ClaimOutcome outcome, ActionClaim action) => outcome switch
    {
        ClaimOutcome.Grounded => "A call that does it was made, or a record says so.",
        ClaimOutcome.DoneWithoutCall => "No successful call does it.",
        ClaimOutcome.Contradicted => "The call was made for something else, or is not settled yet.",
        _ => $"Whether \"{action.Stem}\" is something that a call does cannot be told.",
    };
}
