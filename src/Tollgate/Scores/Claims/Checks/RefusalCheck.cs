using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Holds "that can't be done over the phone" against the tools that the agent has.</summary>
internal sealed partial class RefusalCheck(ClaimWorld world, Knowledge known, IReadOnlyList<CallMade> calls)
{
    public void Judge(Sentence sentence, int turn, IReadOnlyList<string> tools, List<Claim> claims)
    {
        foreach (var clause in sentence.Speech.Clauses.SelectMany(clause => Pieces(sentence, clause)))
        {
            if (clause.Mood == Mood.Question || !Refuses().IsMatch(clause.Words))
            {
                continue;
            }

            var isBarred = Barred().IsMatch(clause.Words);
            var tool = isBarred || Nominal().IsMatch(clause.Words)
                ? tools.FirstOrDefault(name => IsOfTool(sentence, clause, turn, name, isBarred))
                : null;
            tool ??= Knows().IsMatch(clause.Words) ? null
                : tools.FirstOrDefault(name => CouldDo(sentence, clause, turn, name));
            claims.Add(tool is null
                ? new Claim(sentence.Text, ClaimKind.Refusal, ClaimOutcome.Grounded, clause.Words, "No tool of this agent does it.")
                : new Claim(
                    sentence.Text, ClaimKind.Refusal, ClaimOutcome.Contradicted, clause.Words, $"{tool} could do it, and was not tried."));
            return;
        }
    }

    // "I can't do that by phone, you'd have to write": what is refused ends at the comma.
    private static IEnumerable<Clause> Pieces(Sentence sentence, Clause clause)
    {
        var start = clause.Start;
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (i == clause.End - 1 || sentence.Tokens[i].Stop == ',')
            {
                yield return clause with { Start = start, End = i + 1, Words = sentence.Words(start, i + 1) };
                start = i + 1;
            }
        }
    }

    private bool IsRestricted(Sentence sentence, Clause clause, ActionKinds acts) => known.Rules.Exists(rule =>
        (rule.Limits || rule.Denied.Count > 0) && rule.Stems.Any(stem => (ActWords.Of(stem) & acts) != 0)
        && Enumerable.Range(clause.Start, clause.End - clause.Start).Any(i => Stems.IsContent(sentence.Tokens[i].Word)
            && ActWords.Of(sentence.Stems[i]) == ActionKinds.None && rule.Stems.Contains(sentence.Stems[i])));

    // "Installments aren't something I can do", "I'm not allowed to tell you about your call-back": the thing is a tool's
    // own, or its answers name it, and nothing that was told restricts it.
    private bool IsOfTool(Sentence sentence, Clause clause, int turn, string name, bool isBarred)
    {
        if (!world.Tools.TryGetValue(name, out var tool) || Terms().IsMatch(clause.Words)
            || Whether().IsMatch(clause.Words)
            || calls.Any(call => !call.IsTransfer && call.Turn >= turn - 1 && (!call.Succeeded || call.FoundNothing)))
        {
            return false;
        }

        var parts = name.Split('_', '-').Select(Stems.Of).ToList();
        var acts = ActWords.OfTool(name, null) & ~ActionKinds.Look;
        var things = Enumerable.Range(clause.Start, clause.End - clause.Start)
            .Where(i => Stems.IsContent(sentence.Tokens[i].Word)).ToList();
        var verbs = things.Where(i => sentence.Tokens[i].Word.EndsWith("ing", StringComparison.Ordinal)
            && ActWords.Of(sentence.Stems[i]) != ActionKinds.None).ToList();
        if ((verbs.Count > 0 && !verbs.Exists(i => (ActWords.Of(sentence.Stems[i]) & acts) != 0))
            || (!tool.HasEffect && !isBarred))
        {
            return false;
        }

        var isNamed = things.Exists(i => !verbs.Contains(i)
            && IsPart(parts, sentence.Stems[i].Replace("-", "", StringComparison.Ordinal)))
            || (verbs.Count > 0 && things.Exists(i => !verbs.Contains(i)
                && tool.Arguments.Keys.Any(key => key.Split('_').Select(Stems.Of).Contains(sentence.Stems[i]))))
            || (isBarred && !tool.HasEffect && things.Exists(i => !NoveltyCheck.Common.Contains(sentence.Stems[i])
                && calls.Any(call => call.Succeeded && call.Name == name
                    && call.AnswerHolds(Stems.Of(sentence.Stems[i])))));
        return isNamed && !(tool.HasEffect && IsRestricted(sentence, clause, acts));
    }

    private static bool IsPart(List<string> parts, string stem) =>
        (stem == "phone" || !NoveltyCheck.Common.Contains(stem)) && parts.Exists(part => part.Length > 3
            && Concepts.AreNear(part, stem));

    // Its verb is the tool's, and its object or the caller's last word on it; it has not failed, and no instruction
    // restricts it.
    private bool CouldDo(Sentence sentence, Clause clause, int turn, string name)
    {
        if (!world.Tools.TryGetValue(name, out var tool) || !tool.HasEffect || Conditions().IsMatch(clause.Words)
            || calls.Any(
                call => call.Name == name
                    || (call.Turn >= turn - 1 && !call.IsTransfer && (!call.Succeeded || call.FoundNothing))))
        {
            return false;
        }

        var acts = ActWords.OfTool(name, null);
        var names = name.Split('_').Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
        acts &= ~ActionKinds.Look;
        var isVerb = false;
        var isObject = false;
        var isMeant = false;
        var keeps = false;
        for (var i = clause.Start; i < clause.End; i++)
        {
            var stem = sentence.Stems[i];
            var verb = (ActWords.Of(stem) & acts) != 0;
            isVerb |= verb;
            isObject |= names.Contains(stem) && Stems.IsContent(sentence.Tokens[i].Word);
            isMeant |= sentence.Tokens[i].Word is "it" or "that" or "this" or "phone" or "remote" or "remotely";
            keeps |= sentence.Tokens[i].Word is "keep" or "have" or "offer" or "do" or "take" or "provide" or "accept";
        }

        return ((isVerb && (isObject || isMeant)) || (keeps && isObject && !isVerb))
            && !known.Told.Exists(told => told.Restricts(acts));
    }

    [GeneratedRegex(
        @"\b(?:can't|cannot|can not|unable to|not able to|won't be able to|not allowed to|not permitted to|not authorized to|don't|do not|isn't something|aren't|isn't|is not|not set up)\b.*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Refuses();

    // What one does not know, promise, see or hear is no refusal to act.
    [GeneratedRegex(
        @"\b(?:know|promise|see|hear|say|tell|guess|find|catch|understand|think|want|worry|need|have to|believe|remember|sure|mean|guarantee|confirm|mind|recommend|advise|diagnose|speak|yet)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Knows();

    [GeneratedRegex(
        @"(?:isn't|aren't|is not|are not) something (?:that )?(?:i|we)\b|\b(?:don't|do not) (?:do|lend|offer|give|have) (?!(?:\w+ ){0,3}(?:record|details?|rule|information))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Nominal();

    [GeneratedRegex(@"\b(?:not|n't)\b (?:\w+ ){0,4}(?:allowed|permitted|authorized)\b|something (?:that )?(?:i'm|we're|i am|we are) (?:allowed|permitted|authorized)", RegexOptions.CultureInvariant)]
    private static partial Regex Barred();

    [GeneratedRegex(@"\b(?:until|unless|without|before|because|since|only|if|but|after)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Terms();

    [GeneratedRegex(@"\b(?:whether|how|why|medicine|dose|diagnos\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Whether();

    [GeneratedRegex(@"\b(?:until|unless|without|before|because|since|so|only|if|but|after|as)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Conditions();
}
