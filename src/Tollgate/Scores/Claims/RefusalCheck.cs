using System.Text.RegularExpressions;
using Tollgate.Language;

namespace Tollgate.Scores.Claims;

/// <summary>Holds "that can't be done over the phone" against the tools that the agent has.</summary>
internal sealed partial class RefusalCheck(ClaimWorld world, Knowledge known, IReadOnlyList<CallMade> calls)
{
    public void Judge(Sentence sentence, int turn, IReadOnlyList<string> tools, List<Claim> claims)
    {
        foreach (var clause in sentence.Speech.Clauses)
        {
            if (clause.Mood == Mood.Question || !Refuses().IsMatch(clause.Words))
            {
                continue;
            }

            var tool = Knows().IsMatch(clause.Words) ? null
                : tools.FirstOrDefault(name => CouldDo(sentence, clause, turn, name));
            claims.Add(tool is null
                ? new Claim(sentence.Text, ClaimKind.Refusal, ClaimOutcome.Grounded, clause.Words, "No tool of this agent does it.")
                : new Claim(
                    sentence.Text, ClaimKind.Refusal, ClaimOutcome.Contradicted, clause.Words, $"{tool} could do it, and was not tried."));
            return;
        }
    }

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

    [GeneratedRegex(@"\b(?:until|unless|without|before|because|since|so|only|if|but|after|as)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Conditions();
}
