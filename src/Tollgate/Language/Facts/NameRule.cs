using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>
/// Names of people and firms: words with a capital inside a sentence, words behind a title, and a first word that does
/// what people do. The form is the word in lower case. Whether a word is a name is decided by what grounds it: a word
/// that stands in what was said or answered is no invented name.
/// </summary>
internal static class NameRule
{
    private static readonly HashSet<string> Titles =
        ["dr", "doctor", "mr", "mrs", "ms", "miss", "nurse", "professor", "prof", "officer", "agent", "technician"];

    // What people do at the beginning of a sentence, and things do not.
    private static readonly HashSet<string> Acts =
    [
        "will", "has", "is", "can", "said", "says", "noted", "took", "takes", "handled", "handles", "wrote", "signed", "approved",
        "spoke", "put", "called", "calls", "works", "knows", "told", "asked", "booked", "confirmed", "cancelled", "moved",
        "changed", "arranged", "sent", "made", "gave", "met", "saw", "did", "had", "was", "owns", "runs", "manages", "looks",
        "looked", "reviewed", "requested", "mentioned", "left", "picked", "helped", "reviews", "sees", "does",
    ];

    private static readonly HashSet<string> Starters =
    [
        "it", "that", "this", "he", "she", "they", "we", "you", "there", "everything", "someone", "nobody", "what", "who",
        "your", "our", "the", "one", "which", "nothing", "somebody", "here", "all", "everyone", "anything", "how",
        "when", "where", "why", "but", "and", "so", "if", "these", "those", "neither", "each", "none", "both", "any",
        "either", "another", "some", "something", "now", "only", "mine", "yours", "their", "his", "her", "its", "my",
    ];

    // Capitalised for other reasons.
    private static readonly HashSet<string> Harmless =
    [
        "i", "i'm", "i'll", "i've", "i'd", "ok", "okay", "pin",
        "id", "vpn", "it", "faq", "sms", "usa", "us", "uk", "am", "pm", "god", "christmas", "easter", "thanksgiving",
        "wi-fi", "wifi", "sir", "ma'am", "madam", "mr", "mrs", "ms", "dr", "doctor", "miss", "nurse", "yes", "no", "sorry",
        "thanks", "thank", "please", "hello", "hi", "hey", "goodbye", "bye", "tv", "atm", "ssn", "dob", "er", "st",
        "street", "avenue", "road", "new", "year", "year's", "q", "a", "b", "c", "zip", "ai",
    ];

    public static void Find(FactFinder finder)
    {
        var tokens = finder.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!token.Capital || !finder.IsFree(i, i + 1))
            {
                continue;
            }

            var titled = i > 0 && Titles.Contains(tokens[i - 1].Word) && tokens[i - 1].Stop == '\0';
            var inside = !token.First;
            var opening = token.First && !Starters.Contains(Form(token.Word))
                && !CommonWords.IsThing(token.Word) && !IsContraction(token.Word)
                && token.Stop == '\0' && i + 1 < tokens.Count && Acts.Contains(tokens[i + 1].Word);
            if ((titled || inside || opening) && IsWord(token.Word) && !Harmless.Contains(token.Word)
                && (titled || !(CommonWords.NamesNobody(token.Word) || NamelessCapitals.Contains(tokens, i)))
                && !DateRule.IsCalendarWord(token.Word))
            {
                finder.Add(FactKind.Name, Form(token.Word), i, i + 1);
            }
        }
    }

    public static string Form(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'');

    // "You're booked": nobody is called so.
    private static bool IsContraction(string word) =>
        word.EndsWith("'re", StringComparison.Ordinal) || word.EndsWith("'ve", StringComparison.Ordinal)
        || word.EndsWith("'ll", StringComparison.Ordinal) || word.EndsWith("'d", StringComparison.Ordinal)
        || word.EndsWith("'m", StringComparison.Ordinal);

    private static bool IsWord(string word) =>
        word.Length > 1 && word.All(static c => char.IsLetter(c) || c is '\'' or '-' or '.');
}
