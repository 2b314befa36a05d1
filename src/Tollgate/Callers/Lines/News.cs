using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Callers.Wishes;
using Tollgate.Language.Words;

namespace Tollgate.Callers.Lines;

/// <summary>What a caller makes of what the agent tells him: whether a wish is met, refused, out of order.</summary>
internal sealed partial class News(
    Agenda agenda, CallerKnowledge knowledge, Answers answers, Giving giving, Wording wording)
{
    private const int MaxDenials = 2;

    /// <summary>Takes in what was told. Returns whether the caller has something to thank for.</summary>
    /// <param name="agent">The agent that has the call now.</param>
    /// <param name="acts">What it said.</param>
    /// <param name="asks">The agent waits for an answer, so that no wish is over yet.</param>
    /// <param name="goesOn">It ends with a question, so that it has not refused for good.</param>
    /// <param name="line">What the caller says to it.</param>
    public bool Take(string agent, IReadOnlyList<AgentAct> acts, bool asks, bool goesOn, LineBuilder line)
    {
        if (agenda.Current is not { } wish)
        {
            return false;
        }

        if (IsTold(wish, acts))
        {
            agenda.Close(wish, WishState.Met);
            return true;
        }

        foreach (var act in acts)
        {
            var over = act.Kind switch
            {
                ActKind.ClaimDone => Done(wish, act, acts, line),
                ActKind.NotFound => NotFound(wish, acts, asks || goesOn, line),
                ActKind.Refuse => Refused(wish, acts, asks || goesOn, line),
                ActKind.ToolFailed => Failed(wish, asks, line),
                ActKind.Transfer => Transferred(wish, agent),
                ActKind.Inform => Informed(wish, act, asks),
                _ => false,
            };
            if (over || wish.IsOver)
            {
                return wish.State == WishState.Met;
            }
        }

        // "That's in the book for you. Anything else?": he takes it for done, whether it was or not.
        if (!asks && Has(acts, ActKind.AnythingElse) && acts.Any(static act => act.Kind == ActKind.Inform
            && StandsDone().IsMatch(act.Sentence)))
        {
            agenda.Close(wish, WishState.Met);
            return true;
        }

        // All of it has been done, and the agent goes on without a word about it.
        if (wish.IsCarriedOut && !asks)
        {
            agenda.Close(wish, WishState.Met);
            return true;
        }

        return Transferred(wish, agent);
    }

    /// <summary>All that the caller wanted to know, in whatever sentence.</summary>
    public bool IsTold(WishProgress wish, IReadOnlyList<AgentAct> acts) =>
        wish.Wish is { Does.Count: 0, HandsOverTo: null, Tells.Count: > 0 }
        && wish.Wish.Tells.All(fact => fact.IsKnown && acts.Any(act =>
            act.Values.Any(value => knowledge.Is(fact, value)) || knowledge.IsSaidIn(fact, act.Sentence)));

    private bool Done(WishProgress wish, AgentAct act, IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        if (answers.CorrectsClaim(act, line))
        {
            return false;
        }

        if (wish.IsCarriedOut || IsAbout(wish, act.Sentence) || act.Values.Any(value => knowledge.Takes(wish, value))
            || (Has(acts, ActKind.AnythingElse) && !Finds().IsMatch(act.Sentence)))
        {
            agenda.Close(wish, WishState.Met);
            return true;
        }

        return false;
    }

    // "I've moved your haircut": the words of the tool that the wish wants, or words that cover all.
    private static bool IsAbout(WishProgress wish, string sentence) =>
        (wish.Wish.Does.Count == 0 && wish.Wish.HandsOverTo is null) || AllDone().IsMatch(sentence)
        || wish.Wish.Does.Any(call => Shares(call.Tool, sentence));

    private static bool Shares(string tool, string sentence)
    {
        var words = Tokens.Of(sentence).Select(token => token.Word).ToList();
        var verb = tool.Split('_')[0];
        var stem = verb[..Math.Max(3, verb.Length - 1)];
        return words.Exists(word => word.StartsWith(stem, StringComparison.Ordinal));
    }

    private bool NotFound(WishProgress wish, IReadOnlyList<AgentAct> acts, bool asks, LineBuilder line)
    {
        wish.Denials++;
        if (asks)
        {
            return false;
        }

        if (wish.Denials < MaxDenials && !Has(acts, ActKind.AnythingElse))
        {
            if (wish.Wish.Missing is not null || !giving.SayKeyAgain(wish, line))
            {
                line.Say(wording.Of("insist"));
            }

            line.Answers = true;
            return true;
        }

        return GiveUp(wish, line);
    }

    private bool Refused(WishProgress wish, IReadOnlyList<AgentAct> acts, bool asks, LineBuilder line)
    {
        wish.Denials++;
        if (asks)
        {
            return false;
        }

        if (wish.Denials < MaxDenials)
        {
            line.Say(wording.Of("refused"));
            line.Answers = true;
            return true;
        }

        return GiveUp(wish, line);
    }

    private bool Failed(WishProgress wish, bool asks, LineBuilder line)
    {
        wish.Denials++;
        if (asks)
        {
            return false;
        }

        if (wish.Denials < MaxDenials)
        {
            line.Say(wording.Of("try_again"));
            line.Answers = true;
            return true;
        }

        line.Say(wording.Of("later"));
        agenda.Close(wish, WishState.Unmet);
        return true;
    }

    private bool GiveUp(WishProgress wish, LineBuilder line)
    {
        line.Say(wording.Of("give_in"));
        agenda.Close(wish, WishState.Unmet);
        return true;
    }

    private bool Transferred(WishProgress wish, string agent)
    {
        if (wish.Wish.HandsOverTo == agent && wish.Wish.Does.Count == 0)
        {
            agenda.Close(wish, WishState.Met);
            return true;
        }

        return false;
    }

    // A question is answered once it is answered; a wish that something be done is not met by talk.
    private bool Informed(WishProgress wish, AgentAct act, bool asks)
    {
        if (wish.Wish.Does.Count > 0 || wish.Wish.HandsOverTo is not null || asks)
        {
            return false;
        }

        wish.Informed++;
        var tells = wish.Wish.Tells.Where(fact => fact.IsKnown).ToList();
        if (tells.Count == 0 || wish.Informed >= MaxDenials || act.Values.Count > 0)
        {
            agenda.Close(wish, WishState.Met);
            return true;
        }

        return false;
    }

    private static bool Has(IReadOnlyList<AgentAct> acts, ActKind kind) => acts.Any(act => act.Kind == kind);

    [GeneratedRegex(@"\b(found|looked|pulled|checked|opened|got you|see)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Finds();

    [GeneratedRegex(
        @"\b(that's|it's|you're|they're|everything's|is|are|has been|have been) (now |all |already )?(in|on|set|down|booked|done|noted|sorted|changed|cancelled|canceled|moved|sent|passed on|ordered|reserved|placed|saved|updated|on its way|on their way)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StandsDone();

    [GeneratedRegex(
        @"\b(all (set|done|sorted|taken care of)|taken care of|it'?s done|that'?s done|done\b|went through|in place|good to go|sorted)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllDone();
}
