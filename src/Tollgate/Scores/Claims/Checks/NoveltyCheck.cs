using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Finds what is asserted of the house, of a record or of what is to come in words that stand
/// nowhere.</summary>
internal sealed partial class NoveltyCheck(Knowledge known)
{
    private const int MinNovel = 2;

    // What everybody says on the phone about anything.
    /// <summary>Stems that say nothing of a house or a record.</summary>
    public static readonly HashSet<string> Common = [.. (
        "able absolutely account actually add after again agree ahead all almost already also always another answer anyway apologize apology appreciate "
        + "around ask away bad bear before begin behind believe best better big both bring busy but button call calm care careful case catch certain "
        + "certainly change chance check choice choose clear close come complete confirm congratulation consider contact continue correct couple cover cross current "
        + "day deal dear decide definitely depend desk detail difference different difficult direct discuss doubt drop due during each early earlier easy either "
        + "else end enjoy enough especially every everything exact exactly example except excellent excuse expect explain extra eye face fact fair fall far "
        + "fast favor feel few figure file fill final find finger first fit follow forget form forward free fresh full fully fun funny further general gentle gone guess guy "
        + "half hand handle happen hard hate head hear heart help helpful hold home hope hour however human hurry idea imagine important include "
        + "information instead interest issue item joke keep kind lady large last late later laugh lead learn least leave left less let letter life like likely line list listen "
        + "little live long lose loud love luck lucky main manage matter maybe mean meantime mention message mind miss mistake mix moment month more morning afternoon evening night mostly move "
        + "name near nearly necessary need never new news next nobody normal note notice number offer old once open option order original otherwise part particular pass "
        + "past patience patient pen people perhaps person pick picture piece place plan play plenty point polite possible prefer pretty probably problem "
        + "promise proper purpose question quick quickly quiet quite rather reach read ready real really reason receive recent record remember repeat reply request rest "
        + "right ring rough round rush sad safe sake same save say second seem send sense serious set several share short should shout show side silly simple simply single sit "
        + "situation skip slow slowly small smile somebody someone sometimes soon sort sound speak special spell spot stand start state stay step still stop story straight "
        + "strange stress stuck suit support suppose surprise system talk tell thank thing think thought tomorrow tonight today total touch tough tricky trouble true trust try turn type "
        + "understand understandable unfortunately until update use useful usual usually wait walk want warm watch welcome whatever whenever while whole wish wonder word work worry worse worst "
        + "worth write wrong year yesterday young yours yourself awful apologies ordinary entirely anybody breath deserve meet polite luckily sadly frankly honest honestly roughly "
        + "cheers bless goodness gosh wow oops hmm aha hang tight shame sweet brave kindly specific exact afterwards meanwhile handy spare bother appear aim allow arrive assume aware "
        + "bit bunch crystal cut dig double drag easier easiest fastest quickest effort empty entire express fault fix gladly glance grab ground hardly hassle heads honor hurt ideal "
        + "indeed initial instance intend keen key lean lie lift limit load loop lot makes mark match mid minor mouth moved ours obvious obviously odd ought outside "
        + "own pain pardon pop pull push put quarter recall regard remind require respond result return reverse run scratch search section separate series settle shift sight sign sleep "
        + "snag solve someday speed spend stick strong struggle stuff sudden suggest sum swap tag talk task team tend term test text tired top track trace tune twice unclear unsure various via "
        + "that'd there'd it'd they'd he'd she'd who's between because under since against among within without toward towards upon across along near nor yet though although despite unless whose whom "
        + "sec peek gimme lemme wi-fi wifi online latest earliest till until noon hello mrs miss travel alone nearer nearest goes pay paid cheap cheaper basic basically week weekday weekend fortnight today minutes hours days weeks months years hyphen dash dot "
        + "carry advise quote sooner therefore hence per plus minus versus like unlike beyond behind beside besides above below "
        + "view voice wave weird win within wording wrap yell zero phone telephone caller customer client").Split(' ').Select(Stems.Of)];

    /// <summary>The first clause of which so much stands nowhere that it was made up; null for none.</summary>
    public Claim? Judge(Sentence sentence, IReadOnlyList<Claim> claims)
    {
        Claim? doubt = null;
        foreach (var clause in sentence.Speech.Clauses)
        {
            if (!(clause.Mood is Mood.Assertion or Mood.NotFound || (clause.Mood == Mood.Supposition
                && Habit().IsMatch(clause.Words)))
                || Own().IsMatch(clause.Words) || TroubleRule.Claims(clause.Words) || AbsenceRule.Knows(clause.Words)
                || claims.Any(claim => claim.Kind is ClaimKind.Refusal or ClaimKind.Absence
                    && claim.Value == clause.Words))
            {
                continue;
            }

            var (content, novel, isOfHouse) = Count(sentence, clause);
            if (!isOfHouse || novel.Count == 0 || novel.Count * 2 < content)
            {
                continue;
            }

            var words = $"\"{string.Join("\", \"", novel)}\"";
            if (novel.Count >= MinNovel)
            {
                return new Claim(
                    sentence.Text, ClaimKind.Policy, ClaimOutcome.Invented, clause.Words,
                    $"{words} stand in nothing that was said, answered or told.");
            }

            doubt ??= new Claim(
                sentence.Text, ClaimKind.Policy, ClaimOutcome.Undecided, clause.Words,
                $"Whether {words} follows from what is known cannot be told.");
        }

        return doubt;
    }

    private (int Content, List<string> Novel, bool IsOfHouse) Count(Sentence sentence, Clause clause)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        var novel = new List<string>();
        var isOfHouse = false;
        for (var i = clause.Start; i < clause.End; i++)
        {
            var (word, stem) = (sentence.Tokens[i].Word, sentence.Stems[i]);

            // What something is good for follows by plain reasoning: "let it drip so the pipes don't freeze".
            if (i > clause.Start + 1 && word == "so" && sentence.Is(i + 1, "the", "that", "it", "they", "you", "your", "nobody", "nothing"))
            {
                break;
            }

            isOfHouse |= word is "we" or "we've" or "we're" or "our" or "us" or "they" or "they've" or "they're" or "your" or "you'll" or "you've"
                || (i == clause.Start + 1 && word == "was" && sentence.Is(i + 1, "a", "an", "the"));
            if (!Stems.IsContent(word) || !Stems.IsContent(stem) || Common.Contains(stem)
                || DateRule.IsCalendarWord(word) || NumberWords.Ordinal(word) > 0
                || !word.All(static c => char.IsLetter(c) || c == '-')
                    || (word.Contains('-', StringComparison.Ordinal) && IsKnownPair(word)) || !content.Add(stem))
            {
                continue;
            }

            isOfHouse |= known.Answers.HasStem(stem) || known.Told.Exists(told => told.HasStem(stem));
            if (!IsKnown(stem) && !known.HasWord(word))
            {
                novel.Add(word);
            }
        }

        return (content.Count, novel, isOfHouse);
    }

    // The word itself, another for the same thing, or one of its family: "unused", "advice" for "advise".
    private bool IsKnown(string stem) => Concepts.IsNear(stem, known.HasStem) || known.HasFamily(stem)
        || (stem.StartsWith("un", StringComparison.Ordinal) && IsPlain(stem[2..]))
        || (stem.StartsWith("re", StringComparison.Ordinal) && IsPlain(stem[2..]));

    private bool IsKnownPair(string word) => word.Split('-').Any(part => part.Length > 2 && IsPlain(Stems.Of(part)));

    // "They usually ring between rounds" is told as a fact.
    [GeneratedRegex(@"\b(?:usually|normally|typically)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Habit();

    // What the agent itself is about to do.
    [GeneratedRegex(@"\b(?:me|gimme|lemme|let's)\b|^(?:(?:okay|so|and|right|well) )*(?:i'm|i'll|i'd)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    private bool IsPlain(string stem) => stem.Length > 2 && (Common.Contains(stem) || known.HasStem(stem));
}
