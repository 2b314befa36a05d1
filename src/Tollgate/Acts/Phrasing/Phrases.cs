using Tollgate.Language.Words;

namespace Tollgate.Acts.Phrasing;

/// <summary>Splits an agent's turn into its phrases. English only.</summary>
internal static class Phrases
{
    // A phrase is matched as a whole: what goes on without a stop is cut, so that no pattern has more to read.
    private const int MaxWords = 60;
    private const int MaxLetters = 40;

    private static readonly HashSet<string> Fillers =
    [
        "okay", "ok", "alright", "so", "and", "but", "well", "now", "oh", "ah", "hmm", "hm", "um", "uh", "then",
            "great", "perfect",
        "sure", "right", "yes", "yeah", "no", "thanks", "just", "also", "sorry", "wonderful", "excellent", "good",
            "lovely",
        "certainly", "absolutely", "of", "course", "please", "or", "cool", "fine", "actually", "gotcha", "first",
            "finally",
        "fantastic", "awesome", "thank", "you", "very", "much", "for", "that", "because", "though", "lastly", "next",
            "super",
        "brilliant", "understood", "hi", "hello", "and", "still", "alternatively", "otherwise", "instead", "plus",
            "otherwise",
    ];

    private static readonly HashSet<string> Tags =
    [
        "right", "correct", "yes", "yeah", "okay", "ok", "yep", "yea", "alright", "no", "huh", "eh", "isn't", "is",
            "does", "do",
        "did", "am", "are", "sound", "sounds", "you", "fair", "if", "shall", "will", "would", "can", "could",
            "should", "may",
        "what", "which", "when", "who", "where", "how", "have", "has", "was", "were", "any", "want", "anything",
            "wouldn't",
        "that", "don't", "didn't", "haven't", "mind", "cool", "good", "we", "as", "what's", "who's", "where's",
            "when's", "how's",
    ];

    private static readonly HashSet<string> Joints = ["and", "but", "so", "or", "because", "though", "although",
        "then", "plus"];

    private static readonly HashSet<string> Starters =
    [
        "i", "i'm", "i'll", "i've", "i'd", "we", "we're", "we'll", "we've", "we'd", "you", "you're", "you'll",
            "you've", "you'd",
        "it", "it's", "that's", "that'll", "that", "there's", "there", "let", "let's", "he", "she", "they", "he's",
            "she's",
        "they're", "they'll", "he'll", "she'll", "your", "here's", "please", "would", "could", "can", "what",
            "what's", "which",
        "when", "where", "who", "how", "is", "are", "do", "does", "did", "may", "shall", "should", "have", "has",
            "will", "was",
        "were", "tell", "give", "say", "spell", "once", "since", "thanks", "thank", "nothing", "no", "who's",
            "where's", "when's",
        "how's", "whose", "lemme", "gimme", "anything", "any", "bye", "goodbye", "take", "this", "our", "my", "go",
    ];

    private static readonly HashSet<string> Behind =
    [
        "what", "what's", "which", "would", "could", "can", "shall", "should", "may", "do", "does", "did", "i'm",
            "i'll", "i've",
        "you're", "we're", "we'll", "we've", "who", "how", "when", "where", "please", "is", "are", "let", "thanks",
            "who's",
        "where's", "when's", "have", "i'd", "let's", "there's", "nothing", "tell", "give",
    ];

    public static List<Phrase> Of(List<Token> tokens)
    {
        var phrases = new List<Phrase>();
        var sentence = 0;
        for (var start = 0; start < tokens.Count; sentence++)
        {
            var end = start;
            while (end < tokens.Count - 1 && !tokens[end].EndsSentence)
            {
                end++;
            }

            SplitSentence(tokens, start, end + 1, sentence, phrases);
            start = end + 1;
        }

        return phrases;
    }

    private static void SplitSentence(List<Token> tokens, int start, int end, int sentence, List<Phrase> phrases)
    {
        var asks = tokens[end - 1].Stop == '?';
        var (from, first) = (start, phrases.Count);
        for (var i = start + 1; i <= end; i++)
        {
            if (i == end || i - from >= MaxWords || Parts(tokens, from, i, end, asks))
            {
                phrases.Add(Read(tokens, from, i, sentence, asks, from == start));
                from = i;
            }
        }

        // The mark is the last phrase's, unless that one is no question and one before it is: "What's your name, so I
        // can look it up?"
        var last = phrases[^1];
        if (asks && !last.Asks
            && (last.Words.Contains(" or ", StringComparison.Ordinal) || QuestionWords.IsTag(last.Words)
            || !phrases.Exists(phrase => phrase.Sentence == sentence && phrase.Asks)))
        {
            phrases[^1] = last with { Asks = true };
        }
    }

    private static bool Parts(List<Token> tokens, int from, int i, int end, bool asks)
    {
        var (stop, word) = (tokens[i - 1].Stop, tokens[i].Word);
        if (stop is ';' or '-' || (stop == ':' && (asks || i - from > 1)))
        {
            return true;
        }

        var next = i + 1 < end ? tokens[i + 1].Word : "";
        if (word == "may" && NumberWords.ReadDay(tokens, i + 1, out _, out _) > 0)
        {
            return false;
        }

        if (stop == ',' && asks && word is "your" or "the" or "my" && IsList(tokens, i, end))
        {
            return false;
        }

        if (stop == ',')
        {
            if (i - from <= 4 && IsInterjection(tokens, from, i))
            {
                return true;
            }

            return (Joints.Contains(word) && (Starters.Contains(next) || word is "but" or "so"))
                || (asks && Tags.Contains(word) && !IsList(tokens, i, end) && (i + 1 < end || word != "no"))
                || (word == "all" && next == "right" && i + 2 == end)
                || (Starters.Contains(word) && (word != "please" || i + 1 < end)
                    && !(word is "the" or "our" or "my" or "your" or "any" or "no" or "this" or "that" or "is"
                        or "take")
                    && (!asks || i - from > 1 || word is not "you"))
                || (word is "your" or "the" && next.Length > 0 && asks && IsWh(tokens[from].Word))
                || (word is "one" or "just" or "bear" or "hold" or "two"
                    && next is "moment" or "second" or "sec" or "minute" or "a" or "with" or "secs");
        }

        return (word is "and" or "but" or "so" && (i - from > 2 || IsWh(next)
                || (i - from == 2 && next is "i'll" or "i'm" or "let")) && Behind.Contains(next)
            && !IsWh(tokens[i - 1].Word) && tokens[i - 1].Word != "ahead"
                && (next != "have" || NumberWords.Is(tokens, i + 2, "you")))
            || (word == "or" && i - from > 2 && asks
                && next is "should" or "shall" or "would" or "did" or "do" or "is" or "are" or "was" or "can" or "could"
                    or "i" or "have" or "we");
    }

    // "There we go, B-4771": said for itself.
    private static bool IsInterjection(List<Token> tokens, int from, int end) =>
        string.Join(' ', tokens.GetRange(from, end - from).Select(static token => token.Word)) is "got it" or "there we go"
            or "here we go" or "here we are" or "there it is" or "there you are" or "here it is" or "found it" or "found you" or "i see"
            or "i see it" or "i found it" or "i found you" or "i've found it" or "i've found you" or "no problem" or "no worries"
            or "that's right" or "that's it" or "yes" or "not a problem" or "will do" or "got you" or "you got it";

    private static bool IsWh(string word) => word is "what" or "which" or "when" or "where" or "who" or "how";

    // "morning, afternoon or evening": a comma of a list parts nothing.
    private static bool IsList(List<Token> tokens, int i, int end)
    {
        for (var at = i; at < end; at++)
        {
            if (tokens[at].Word is "or")
            {
                return at - i <= 3 && tokens[i].Word is not ("would" or "shall" or "should" or "do" or "did"
                    or "is" or "are"
                    or "which" or "what" or "can" or "could" or "how" or "have" or "was");
            }
        }

        return false;
    }

    private static Phrase Read(List<Token> tokens, int start, int end, int sentence, bool marked, bool opens)
    {
        var lead = tokens[start].Word is "or" or "and" or "if" or "so" or "then" ? tokens[start].Word : "";
        var from = start;
        while (from < end - 1 && Fillers.Contains(tokens[from].Word) && !Stays(tokens, from, end))
        {
            from++;
        }

        var words = new StringBuilder();
        for (var i = from; i < end; i++)
        {
            var word = tokens[i].Word.AsSpan();
            words.Append(i > from ? " " : "").Append(word[..Math.Min(word.Length, MaxLetters)]);
        }

        var text = words.ToString();
        var asks = QuestionWords.BeginsQuestion(text) || (marked && QuestionWords.BeginsAsQuestion(text));
        return new Phrase(tokens, start, end, text, sentence, asks, opens, lead);
    }

    // "Thank you" and "for that" alone are said for themselves; "you" and "for" begin other things as well.
    private static bool Stays(List<Token> tokens, int at, int end)
    {
        var word = tokens[at].Word;
        var next = at + 1 < end ? tokens[at + 1].Word : "";
        return word switch
        {
            "you" => !NumberWords.Is(tokens, at - 1, "thank"),
            "for" => next != "that" || !NumberWords.Is(tokens, at - 1, "you")
                && !NumberWords.Is(tokens, at - 1, "thanks"),
            "that" => !NumberWords.Is(tokens, at - 1, "for"),
            "of" => next != "course",
            "course" => !NumberWords.Is(tokens, at - 1, "of"),
            "first" or "next" => tokens[at].Stop != ',' || next is "and" or "name" or "last",
            "good" when tokens[at].Stop == '\0' && next is "to" or "if" or "for" or "with" => true,
            "good" => next is "morning" or "afternoon" or "evening" or "day" or "night" or "bye" or "luck",
            "thank" or "thanks" => at + 2 < end && tokens[at + (word == "thank" ? 2 : 1)].Word is "for" or "so"
                && !NumberWords.Is(tokens, at + (word == "thank" ? 3 : 2), "that"),
            "no" => tokens[at].Stop == '\0',
            "right" => tokens[at].Stop == '\0' && next is "now" or "away",
            "very" or "much" or "well" => tokens[at].Stop == '\0' && !NumberWords.Is(tokens, at - 1, "you")
                && word != "well",
            "okay" or "ok" or "cool" or "fine" or "good" when tokens[at].Stop == '\0'
                && next is "to" or "if" or "for" or "with" => true,
            "yes" => next == "or",
            "still" or "instead" or "just" or "also" => false,
            _ => false,
        };
    }
}
