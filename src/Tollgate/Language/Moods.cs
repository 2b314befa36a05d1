using System.Text.RegularExpressions;

namespace Tollgate.Language;

/// <summary>What a clause does with its facts, by the words in it.</summary>
internal static partial class Moods
{
    public static Mood Of(string words) =>
        Asks().IsMatch(words) ? Mood.Question
        : NotFoundRule.Denies(words) ? Mood.NotFound
        : Supposes().IsMatch(words) ? Mood.Supposition
        : Offers().IsMatch(words) ? Mood.Offer
        : Mood.Assertion;

    /// <summary>Words that begin a question within a sentence that ends as one.</summary>
    public static bool BeginsQuestion(string word) => word is
        "is" or "are" or "was" or "were" or "do" or "does" or "did" or "could" or "can" or "may" or "would" or "will"
        or "what" or "which" or "when" or "who" or "how" or "should" or "shall" or "have" or "anything" or "something" or "has" or "might" or "or"
        or "right" or "correct" or "where" or "any" or "perhaps" or "maybe" or "isn't" or "okay" or "yes";

    /// <summary>Words behind an "and" that begin a statement of its own.</summary>
    public static bool BeginsStatement(string word) => word is
        "it" or "it's" or "i" or "your" or "you" or "you're" or "that" or "that's" or "the" or "there's" or "he" or "she"
        or "we" or "they" or "there" or "i've" or "i'm" or "we've" or "its" or "his" or "her" or "their";

    /// <summary>Words behind a comma that begin what "if" or "as I understood" leads up to.</summary>
    public static bool BeginsMainClause(string word) => word is
        "it" or "it's" or "i" or "i've" or "i'm" or "your" or "you" or "you're" or "you've" or "that's" or "there's" or "he"
        or "she" or "we" or "we've" or "we're" or "they" or "they've" or "there";

    /// <summary>Words before an "if" that means "whether", or that begins no clause of its own.</summary>
    public static bool AsksWhether(string word) => word is
        "know" or "see" or "say" or "check" or "tell" or "sure" or "ask" or "asking" or "asked" or "wonder" or "wondering"
        or "confirm" or "remember" or "me" or "you" or "us" or "them" or "as" or "even" or "what" or "only" or "mind" or "okay"
        or "ok" or "fine" or "great" or "better" or "best" or "nice" or "helpful" or "certain" or "clear" or "out" or "and"
        or "or" or "but" or "matter" or "determine" or "verify" or "tried" or "help" or "good";

    /// <summary>A sentence of its own that asks whether what was said is the one: "Is that you?".</summary>
    public static bool AsksWhich(string words) => Which().IsMatch(words);

    /// <summary>A question that closes rather than asks back: "Is there anything else?".</summary>
    public static bool Closes(string words) => Closing().IsMatch(words);

    /// <summary>The clause only asks whether what stands before it is so.</summary>
    public static bool IsTag(string words) => Tag().IsMatch(words);

    /// <summary>The clause before is an offer: "I have a Smyth, is that you?".</summary>
    public static bool OffersAsQuestion(string words) => Offer().IsMatch(words);

    /// <summary>A statement with a mere "right?" at its end.</summary>
    public static bool EndsAsTag(string words) => EndTag().IsMatch(words) && !Asks().IsMatch(words);

    // A request is a question whatever its punctuation; so is a clause that begins as one.
    [GeneratedRegex(
        @"^(?:(?:and|but|so|or|then|okay|ok|also|now|sorry|please|just|alright|well|first|thanks|thank you|great) )*"
        + @"(?:is (?:it|that|this|there|the|your)|are (?:you|there|they|we)|was (?:it|that|there|this|the)|were (?:you|there|they)"
        + @"|do (?:you|they|we|i)|does (?:it|that|the|this|your|[a-z]+ (?:sound|work|ring|look))|did (?:you|it|they|he|she|someone)"
        + @"|could (?:you|i|we|it|that|there|the|this)|can (?:you|i|we)|may i|might (?:it|that|there|you|i|the)"
        + @"|would (?:you|it|that|this)|will (?:you|that)|what|which|when (?:did|was|were|would|is|are|do|does|should)|who|how|where"
        + @"|should (?:i|we)|shall (?:i|we)|have you|has (?:it|that|anything|the)|any (?:chance|other|idea))\b"
        + @"|\b(?:could you|can you|may i have|would you mind|please (?:give|tell|spell|confirm|repeat|provide|read|check|share|say))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"\b(?:if|unless|whether|in case|once (?:i|we|you|that|it|they)|as soon as|for example|for instance|such as|e\.g|perhaps|maybe"
        + @"|possibly|might|may have|may be|may not|could be|could have|would need|looks like this|sounds like (?:an|a) |starts? with|usually|normally|typically"
        + @"|not sure|can't say|cannot say|can't tell|cannot tell|don't know|do not know|no way to|don't want to|wouldn't want|won't guess"
        + @"|can't confirm|cannot confirm|unable to confirm|not able to confirm|can't verify|cannot verify|unable to verify"
        + @"|you mentioned|you said|you told me|you gave me|you asked"
        + @"|(?<!\b(?:was|were|is|be|been|being|got|last) )(?:looking|searching|searched|looked|checked|checking|asked|asking|tried|trying|search) (?:\w+ ){0,3}(?:for|under|by|with|about|on)"
        + @"|heard|understood|just to (?:confirm|check)|as in)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Supposes();

    [GeneratedRegex(
        @"\b(?:(?:i|we) (?:can|could) (?!see|tell you|confirm|find|now|already)|(?:i|we)(?:'ll| will|'d| would| am happy to) (?!see)"
        + @"|i'd be|let me|let's|going to (?:look|check|try|search|need|have)"
        + @"|you (?:can|could|may|might) (?:also |always )?(?:call|try|reach|contact|visit|check|give|spell|choose|pick|email|ask|leave))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Offers();

    [GeneratedRegex(
        @"^(?:(?:and|so|or|perhaps|maybe) )*(?:(?:is|was|could|might|would|may) (?:that|this|it|he|she) (?:be |maybe |perhaps |possibly |by any chance )*(?:you|yours|your|the|a|an|how|what you meant)\b"
        + @"|did you mean|do you mean|does (?:that|it|this) (?:sound (?:right|familiar)|look (?:right|familiar)|ring)|are you (?:perhaps |maybe )?(?:that|ms|mr|mrs|him|her|the)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Which();

    [GeneratedRegex(
        @"\b(?:anything|something|what|how|who) else\b(?: [\w']+){0,8} (?:do|help|can|need|like|want|for|today)\b|\b(?:anything|something) (?:else|more|further)\b"
        + @"|^(?:and |so |or )?(?:does (?:that|this|it) (?:help|work|suit|sound (?:good|okay|ok|fine|great))|is (?:that|this|it) (?:all|it|all right|alright|okay|ok|fine|good|everything|what you (?:wanted|needed|were looking for))"
        + @"|will (?:that|it|this) (?:do|work|be (?:all|everything|it))|did (?:that|this) (?:help|answer)|would that (?:work|be (?:okay|ok|fine|all right|good|all))|how does that sound"
        + @"|do you need (?!to|me|help finding)|would you (?:like|want) (?:a|an|the|his|her|their|some|directions)\b(?! new| different| fresh| colleague)|do you want (?:a|the|his|her|their|some|directions)\b(?! new| different| fresh| colleague)"
        + @"|how (?:would|do|will) you (?:like|want|prefer)? ?(?:to )?pay|(?:shall|should|may|can) i (?:send|text|e-?mail|mail|cancel|keep|charge|remind|print))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:right|correct|okay|ok|yes|does that (?:work|help|sound)|is that (?:right|correct|okay|ok)|isn't it|anything else|sound good)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b(?:right|correct|isn't it|okay|ok)$", RegexOptions.CultureInvariant)]
    private static partial Regex EndTag();

    [GeneratedRegex(
        @"\b(?:is|was|are|could|might|would|may) (?:that|it|this|you|either|one|she|he|they)\b|did you mean|do you mean|by any chance|which (?:one|of)|ring a bell|sound (?:right|familiar)|look (?:right|familiar)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Offer();
}
