using System.Collections.Frozen;

namespace Tollgate.Language.Words;

/// <summary>Reduces English words to a common stem, so that "booked", "booking" and "books" are one word.</summary>
internal static class Stems
{
    private const int MinStem = 3;

    private static readonly FrozenDictionary<string, string> Irregular = Pairs(
        "sent send|told tell|wrote write|written write|took take|taken take|gave give|given give|held hold|paid pay|found find"
        + "|kept keep|rang ring|rung ring|spoke speak|spoken speak|brought bring|made make|making make|left leave|leaving leave|got get|gotten get|went go|gone go"
        + "|withdrew withdraw|withdrawn withdraw|struck strike|stricken strike|ran run|seen see|saw see|said say|done do|did do"
        + "|does do|cancelled cancel|cancelling cancel|canceled cancel|canceling cancel|cancellation cancel|e-mail email|e-mailed email"
        + "|texting text|noted note|noting note|passed pass|passing pass|messages message|people person|children child|bought buy"
        + "|drew draw|drawn draw|knew know|known know|thought think|meant mean|sold sell|lost lose|broke break|broken break"
        + "|choosing choose|chose choose|chosen choose|began begin|begun begin|came come|coming come|renewal renew|refunds refund"
        + "|reservation reserve|reserved reserve|reserving reserve|reserves reserve|registration register|enrolled enroll|enrolment enroll|enrollment enroll"
        + "|enrol enroll|payment pay|delivery deliver|delivered deliver|approval approve|approved approve|filed file|filing file"
        + "|removal remove|removed remove|application apply|applied apply|permission permit|permitted permit|allowed allow|moved move|moving move");

    private static readonly FrozenSet<string> Function = (
        "a an the and or but so if then than that this these those there here i i'm i'll i've i'd we we're we'll we've we'd you you're "
        + "you'll you've you'd he she it it's they they're them him her his its our your my me us their to of in on at for from by with "
        + "as is am are was were be been being do does did done have has had having will would can could shall should may might must "
        + "not no yes yeah okay ok all right alright just also too very really now still well please thanks thank sorry sure let "
        + "let's that's there's what's here's what which who when where how why whether about up out down off over into through any "
        + "some one ones only even get got go going come back again like want need know see say tell look make take put give help "
        + "don't doesn't didn't can't couldn't won't isn't aren't wasn't haven't hasn't i'd it'll that'll he's she's we're such much many "
        + "more most other else same own good great perfect fine happy lovely wonderful glad course afraid moment minute second "
        + "bit lot thing things way time today everything anything something nothing someone somebody anyone anybody nobody").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stem of a word in lower case; words of up to three letters stay as they are.</summary>
    public static string Of(string word)
    {
        var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'');
        if (Irregular.TryGetValue(bare, out var known) || (bare.Length > MinStem + 1 && bare[^1] == 's'
            && Irregular.TryGetValue(bare[..^1], out known)))
        {
            return known;
        }

        var stem = bare switch
        {
            _ when bare.Length <= MinStem => bare,
            [.. var root, 'i', 'e', 's'] when root.Length > 1 => root + "y",
            [.. var root, 'i', 'e', 'd'] when root.Length > 1 => root + "y",
            [.. var root, 'i', 'n', 'g'] when root.Length >= MinStem => Single(root),
            [.. var root, 'e', 'd'] when root.Length >= MinStem => Single(root),
            [.., 's', 's'] => bare,
            [.. var root, 'x' or 'h' or 's', 'e', 's'] when root.Length > 1 => bare[..^2],
            [.. var root, 's'] => root,
            _ => bare,
        };
        return stem.Length > MinStem && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    /// <summary>The word carries meaning of its own: no pronoun, auxiliary, preposition or courtesy.</summary>
    public static bool IsContent(string word) =>
        word.Length > 2 && !Function.Contains(word) && char.IsLetter(word[0]) && !NumberWords.IsNumberWord(word);

    // "stopp" of "stopped".
    private static string Single(string root) =>
        root.Length > MinStem && root[^1] == root[^2] && root[^1] is not ('l' or 's' or 'e') ? root[..^1] : root;

    private static FrozenDictionary<string, string> Pairs(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('|'))
        {
            var at = pair.IndexOf(' ', StringComparison.Ordinal);
            var stem = pair[(at + 1)..];
            pairs[pair[..at]] = stem.Length > MinStem && stem[^1] == 'e' ? stem[..^1] : stem;
        }

        return pairs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
