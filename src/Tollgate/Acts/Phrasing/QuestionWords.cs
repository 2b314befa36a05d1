using System.Text.RegularExpressions;

namespace Tollgate.Acts.Phrasing;

/// <summary>What a question wants, by its words. Each pattern reads one phrase of bounded length.</summary>
internal static partial class QuestionWords
{
    public static bool BeginsQuestion(string words) => Begins().IsMatch(words);

    /// <summary>In a sentence with a question mark, a phrase that begins so is asked.</summary>
    public static bool BeginsAsQuestion(string words) => Opens().IsMatch(words);

    public static bool IsTag(string words) => Tag().IsMatch(words);

    /// <summary>The question without a "yes or no" at its end.</summary>
    public static string WithoutYesOrNo(string words) => words.EndsWith(" yes or no", StringComparison.Ordinal)
        ? words[..^" yes or no".Length] : words;

    public static bool AsksElse(string words) => Else().IsMatch(words) && !NotElse().IsMatch(words);

    public static bool AsksWhatFor(string words) => WhatFor().IsMatch(words);

    /// <summary>"Could it be under another name?": what was given may be wrong.</summary>
    public static bool DataWarnings(string words) => Doubt().IsMatch(words);

    /// <summary>"Could it be called something else?": what was given may be another.</summary>
    public static bool DoubtsValue(string words) => OtherValue().IsMatch(words);

    /// <summary>"What shall I write down?"</summary>
    public static bool AsksForMessage(string words) => ForMessage().IsMatch(words);

    /// <summary>"Is 12 Mill Street still the right address?"</summary>
    public static bool AsksIfStill(string words) => Still().IsMatch(words);

    /// <summary>"If you like?"</summary>
    public static bool LeavesFree(string words) => Free().IsMatch(words);

    /// <summary>"What works for you?"</summary>
    public static bool LeavesOpen(string words) => Open().IsMatch(words);

    /// <summary>A statement with a question mark: "and that's in Riverside?"</summary>
    public static bool Declares(string words) => Declaration().IsMatch(words);

    /// <summary>"Is that the charge?": about what was said, and not about the caller.</summary>
    public static bool Points(string words) => Pointing().IsMatch(words);

    public static bool AsksToHold(string words) => Hold().IsMatch(words);

    public static bool AsksToSpell(string words) => Spell().IsMatch(words);

    public static bool AsksToRepeat(string words) => Repeat().IsMatch(words);

    public static bool AsksForChoice(string words) => Choice().IsMatch(words);

    /// <summary>"Have you used a soap or a medicine?" wants a yes or a no, and no choice.</summary>
    public static bool AsksIfEither(string words) => IfEither().IsMatch(words);

    /// <summary>"How about Tuesday?"</summary>
    public static bool Proposes(string words) => Proposal().IsMatch(words);

    public static bool AsksWhatWasMeant(string words) => Meant().IsMatch(words);

    public static bool AsksLeave(string words) => Leave().IsMatch(words);

    public static bool IsBareLeave(string words) => BareLeave().IsMatch(words);

    public static bool Offers(string words) => Offer().IsMatch(words);

    /// <summary>"Does that sound good?"</summary>
    public static bool Sounds(string words) => Sound().IsMatch(words);

    /// <summary>"Should I use that one?"</summary>
    public static bool UsesIt(string words) => UseIt().IsMatch(words);

    /// <summary>"Are you sure you want to?"</summary>
    public static bool AsksIfSure(string words) => IfSure().IsMatch(words);

    /// <summary>"Could you read it to me?"</summary>
    public static bool SaysIt(string words) => ItSaid().IsMatch(words);

    /// <summary>"..., would you say?": it asks nothing more than what stands before it.</summary>
    public static bool IsAside(string words) => Aside().IsMatch(words);

    public static bool HoldsWh(string words) => InnerWh().IsMatch(words);

    public static bool BeginsWithWh(string words) => Wh().IsMatch(words);

    [GeneratedRegex(
        @"^(?:what(?:'s| is| are| was| were) (?:your|the|his|her|their|that|this|it|wrong|going|happening|up|a|an)\b|(?:what|which|how|when|where|who)\b.* (?:do|did|can|could|should|shall|would|will|are|were|have) (?:you|i|we|they|it|he|she)\b"
        + @"|(?:how|what) (?:about|can|may|long|many|much)\b|(?:could|can|would|will|may|might|shall|should|do|does|did|are|is|have(?! your)|was) (?:you|i|we|it|that|there|your|she|he|they|this)\b|(?:may|can|could) i\b"
        + @"|any chance|mind (?:if|giving|reading|telling|saying|repeating|spelling)|do you mind|want me to|want us to|okay if|ok if|who(?:'s| is| am i)\b|which (?:one|of)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(@"^(?:have|has|does|any|would you happen to have|is (?:anybody|anyone|somebody|someone|she|he|there|any|everybody|everyone)|do you (?:have|know|see|remember|happen)|is there|are there|could there)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IfEither();

    [GeneratedRegex(@"^(?:how|what) about\b|^how(?:'s| is|'d| would)\b|^what if\b|^how does (?:that|this)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Proposal();

    [GeneratedRegex(
        @"^(?:(?:about|roughly|for|at|in|on|under|by|from|to|with|around) (?:what|which|how|when|where|whom)|what(?:'s|'d|'re)?|which|when(?:'s)?|where(?:'s)?|who(?:'s|se|m)?|how(?:'s|'d)?|why|is|are|was|were|do|does|did|can|could|may|might|shall|should|will|would|have|has|had|any|anything|something|want|isn't|don't|didn't|wouldn't|d'you|mind|since when|for how long|by when|until when|from when)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?:what(?:'s|'d|'re)?|which|when(?:'s)?|where(?:'s)?|who(?:'s|se|m)?|how(?:'s|'d|'s)?|why)\b|\b(?:for|at|in|on|under|by|from|to|about|with) (?:what|which|whom)\b|^(?:for|about|around|by|until|since|from|at) (?:how|when|where)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Wh();

    [GeneratedRegex(
        @"^(?:right|correct|all right|alright|yes|yeah|yep|yea|okay|ok|huh|eh|hm|is it|is that (?:it|all )?(?:right|correct|so|okay|ok|alright|all right|good|fine|it|accurate|what you want|yours)|is that|isn't it|isn't that right|that right|that correct"
        + @"|that (?:the one|okay|ok|good|all right|alright|fine|it|one|what you want)|did i (?:get|hear|nail|miss|have|catch|read|understand|spell|say|note|take)\b.*|(?:do|have) i (?:have|got|hear|understand) (?:that|it|you|this|everything)\b.*|have i (?:got|understood|heard) .*"
        + @"|does (?:that|this|it|everything) (?:all )?(?:sound|look|seem|read) .*|(?:that )?(?:all )?(?:sound|sounds|look|looks) (?:\w+ )?(?:right|good|okay|ok|correct|fine|about right|to you).*|am i (?:hearing|reading|getting|saying|right).*"
        + @"|(?:that|is that|is this|are these|is all that|is everything) (?:all )?(?:look |sound |seem |still )?(?:right|correct|accurate)(?: to you| for you| there| so far| now)?|are we good|we good|we good to go|fair enough|good so|grand so|you good with that|you on board"
        + @"|if (?:that's|it's|you're|that is|it is|you) .*|(?:is )?(?:it |that |this )?(?:okay|ok|good|fine|all right|alright) (?:for|by|with) you|good|cool|(?:is )?(?:it )?(?:that|this) (?:what|how) (?:you|i) .*|is (?:that|this|it) (?:the|your) (?:full|whole|complete|entire|correct|right|exact) .*|am i .* (?:right|correctly)|all (?:in order|correct|right)|(?:have|did) i (?:got|get) .*|anything (?:missing|wrong|off)(?: .*)?|wasn't it|was it|will i|all (?:good|clear|well)(?: now| then)?|did you say|you said|is it (?:correct|good so|right so|so|right|good)|cool|is (?:all|any) of that .*|that's (?:right|correct)|what i have|does that match(?: what you .*)?"
        + @"|yes or no|is it the same|are you (?:sure|happy|okay|ok|good|fine|all right|alright) (?:with|about) (?:that|it|this)|is that (?:still )?(?:the )?(?:correct|right)(?: \w+)?(?: \w+)?)(?: (?:mr|mrs|ms|miss|dr) \w+)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"^(?:could|might|may|would|can) (?:it|that|there|this|the|you(?: have)? (?:be|have) |your|they|he|she|i have)\b|^(?:is|are|was) (?:it|that|there|you) (?:possible|definitely|really|perhaps|maybe|possibly|sure|certain|exactly)\b|^(?:are )?you sure\b|^sure about|^is there any chance\b|^do you have (?:another|a different) (?:number|name|code)|^did (?:i|we|you) (?:get|hear|type|mis\w+|maybe|perhaps|put|write|copy)\b|\b(?:by any chance|mis(?:hear|heard|read|type|typed))\b|^maybe\b|^perhaps\b|^(?:could|can|would) you (?:please |just )?(?:double-check|double check|check|look|verify)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Doubt();

    [GeneratedRegex(
        @"^(?:any chance|is it possible|is there (?:a|any) chance|maybe|perhaps|possibly|could it be|are you sure|is there)\b(?!.* (?:another|more)\b).*\b(?:different|differently|wrong|misread|typo|swapped|off|missing|transposed|mixed up)\b|^(?:could|might|may|is|are|was|were) (?!i |we |you )(?:\w+ ){1,6}(?:off|wrong|mistaken|swapped|switched|transposed|missing|mixed up|misspelled|misheard|misread)$"
        + @"|^(?:could|might|may|would|can|is|was) (?:(?:it|that|this|they|there|he|she)|(?:the|your) \w+(?: \w+)?) (?:\w+ )?(?:be|have|go|been|filed|listed|booked|under|called|spelled|spelt)\b.*\b(?:different|differently|other|another|else|typo|mistake|wrong|misspelled|mistyped|maiden|old|previous|digit|under|off|swapped|mixed|short)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherValue();

    [GeneratedRegex(
        @"^what (?:can|may|should|shall|could|would|do|did|'d) (?:i|we|they|you (?:want|like|need)) (?:me |us )?(?:to )?(?:leave|write|put|pass|tell|note|relay|say)\b|^what(?:'s| is| should) the (?:message|note)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex ForMessage();

    [GeneratedRegex(@"\b(?:ask|know|hear) (?:you )?(?:why|what|how|when|where|which|who|whether|if)\b", RegexOptions.CultureInvariant)]
    private static partial Regex InnerWh();

    [GeneratedRegex(@"^(?:would you say|do you (?:think|know|reckon|suppose|remember|recall)|if you (?:know|remember|don't mind|have it|can)|can you (?:tell|say)|by any chance|you know)$", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?:(?:does|do|would) )?(?:that|this|it|those) (?:all )?sounds? |^sounds? (?:good|okay|ok|fair|reasonable|like)", RegexOptions.CultureInvariant)]
    private static partial Regex Sound();

    [GeneratedRegex(@"^(?:should|shall|can|may|do) (?:i|we|they|he|she|you) (?:\w+ )?(?:use|call|text|reach|go with|stick with|send it to)\b.*\b(?:that|this|it|one)\b", RegexOptions.CultureInvariant)]
    private static partial Regex UseIt();

    [GeneratedRegex(@"^(?:are )?you(?:'re)? (?:absolutely |quite |really )?(?:sure|certain) (?:that )?(?:you|about (?:cancel|chang|mov|clos)\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex IfSure();

    [GeneratedRegex(@"\b(?:read|say|give|spell|tell|run|walk) (?:me |us )?(?:it|that|them|those|through)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ItSaid();

    [GeneratedRegex(@"^if (?:you(?:'d)? (?:like|want|prefer|wish|fancy)|that (?:helps|would help|works|suits))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Free();

    [GeneratedRegex(@"^(?:is|was|would|could|might|isn't|wasn't|wouldn't) (?:(?:that|this|those|these)\b(?! the (?:first|only) time| your first)|it (?:be |perhaps |maybe )?(?:the|a|an|about|that|possible|your|one)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^(?:what|which) (?:works|suits|would you (?:like|prefer)|do you (?:prefer|think|want)|would (?:work|suit)|sounds|is (?:best|better|easier|more convenient)|would be (?:best|better|easier))|^what's (?:best|better|easier|more convenient)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?:that's|it's|that was|it was|you were|you said|you want(?:ed)? (?!me|us|to know)|you'd like (?!me|us)|you're (?:calling|looking|asking|ringing)|you mentioned|you need)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:is|are) (?!there\b|it\b)(?!.* or ).*\b(?:still|right|correct|current|up to date|best|good) (?:the |your |a )?(?:\w+ )?(?:address|number|email|e-mail|phone|way|one|name|contact|mobile|cell)\b|^still (?:on|at|under|the)\b|^(?:is|are) .* still (?:right|correct|good|current|valid|the best|live)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Still();

    [GeneratedRegex(
        @"\b(?:anything|something|what|who|nothing|owt|anyone|somebody) (?:\w+ )?else\b|\b(?:anything|something) (?:more|further|other)\b|\bany (?:other|further|more) (?:\w+ )?(?:questions?|concerns?|issues?|requests?|boxes|things?|help|business|thoughts)\b|\bmore questions\b"
        + @"|\b(?:is|was|will) (?:that|it|this) (?:be )?(?:all(?! right)|everything)\b|^(?:that|this) (?:it|all|everything)$|\b(?:that|this) (?:cover|covers|do|take care of) (?:it|everything|you)\b|\banything left\b|\bother (?:questions|help|things?)\b"
        + @"|^(?:is there|was there|do you have|have you got) (?:anything|something)(?: (?:\w+ )?(?:you'd|you would|you|i|we) .*)?$|^anything (?:worrying|on your mind|i can|we can|you'd)\b|^(?:are you |you |you're )?all set(?: then)?$|^(?:any )?questions(?: for (?:me|us)| at all| so far)?$|^need anything$|^that all(?: you (?:needed|wanted))?$|^(?:is|was) there (?:anything|something) else you(?:'d| would)? (?:like|want|need) to (?:know|ask)\b.*|\b(?:need|want) (?:still )?(?:anything|something) (?:still )?from (?:me|us)\b|^do you need anything$|\b(?:all|everything) (?:i|we) can (?:do|help)\b|^is there (?:a|another) (?:\w+ )?(?:two|three|four|five|six)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Else();

    [GeneratedRegex(
        @"\b(?:see|seeing|hear|hearing|look at|looking at|check|checking) what else\b|\b(?:add|written|change|wrong|try|put|mean|meant|called|name for it|instead of|calling about|like about)\b.*\belse\b|\belse (?:that )?(?:to|you'd like to|you want to|i should) (?:add|put|change|include|write|note|say|tell|pass|mention|know)\b|\b(?:anything|something) (?:you'd like |you want |you would like )?(?:to (?:add|put|change|write|say)|written|wanna change)\b|someone else|somebody else|anyone else|\b(?:anything|something) else (?:wrong|the matter|broken|going on with)"
        + @"|\banything (?:you'd like|you want|you wanna) (?:to )?(?:written|change|add)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex NotElse();

    [GeneratedRegex(
        @"^(?:how|what) (?:can|may|could|might) (?:i|we) (?!call|have|get|reach|put|take|leave|write|tell|pass|note)\w+|^how (?:can|may) i help\b|^what(?:'s| is| seems to be| was| has been|'s been) (?:it )?(?:going on|the (?:problem|trouble|matter|issue|reason|question|concern|story|occasion|purpose)|wrong|broken|broke|your (?:question|concern|issue|problem)|happening|up|on your mind|this (?:about|regarding)|it about|it regarding|the call about|bothering)"
        + @"|\bwhat (?:happened|happen|brings you|brought you|seems to be|are you (?:calling|ringing|looking|hoping)|would you like (?:to do|help|done|to know|me to|us to)|do you need|do you want to do|can we do|made you|were you calling|did you want (?:to do|help)|did you (?:need|call)|is it (?:about|regarding|you)|can i get|'s happening)\b"
        + @"|^(?:can|may|could) i (?:help|assist) (?:you|at all)?|\bwhat (?:is it|it's|it is) (?:about|regarding|concerning)\b|\b(?:reason|purpose) (?:for|of) (?:your|the|this)\b|^are you calling about\b|\bcalling (?:about|for|regarding)(?: today)?$|^(?:what's|what is) (?:first|next|box|number)\b|^what (?:to do|should i put)\b.*reason|^may i ask why|^why\b|^what(?:'s| is) (?:it|that)$|\btell me (?:a (?:bit|little) )?(?:more\b|what(?:'s| is) (?:going|happening|wrong))|^what's (?:it|the \w+|your \w+) (?:doing|saying|showing)|^what (?:are|will|can) we (?:be )?(?:see|seeing|help|helping) you (?:for|with)|^what(?: exactly)? (?:is|are|was) (?:the|your|it|that) ?(?:\w+ ){0,2}(?:doing|saying|showing)|^what (?:exactly )?(?:happens|does it (?:say|do|show)|do you see|went wrong)\b|^go (?:ahead|on)$|^i'm listening$|^i'm all ears$",
        RegexOptions.CultureInvariant)]
    private static partial Regex WhatFor();

    [GeneratedRegex(
        @"^(?:are you (?:okay|ok|all right|happy) (?:to hold|holding|to wait)|may i have (?:a|one) (?:moment|second|minute))\b|\bon (?:a )?(?:\w+ )?hold\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Hold();

    [GeneratedRegex(
        @"\b(?:spell|spelled|spelt|spelling|letter by letter|letters)\b|\bwith(?:out)? (?:one|two|three|double) [a-z](?:'?s)?$|\bwith (?:a|an|one|two) (?:[a-z]|\w+) or (?:a |an |one |two )?[a-z]\b|\b(?:one|two|double) \w+ or (?:one|two|just)\b.*\b[a-z]s?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Spell();

    [GeneratedRegex(
        @"\b(?:(?:say|repeat|read|give|tell|run|send|said|spell|state|share|provide)\b.*\b(?:again|once more|one more time|another time|a second time|over)|repeat|come again|say what|one more time|once more|once again|pardon|^what did you say|^what was (?:that|it|the (?:number|name|code|date|address))$|^(?:was (?:that|it)|did you say) .* or |run (?:that|it|through it|the whole)|what was (?:that|it|your \w+(?: \w+)?) again|double[ -]check (?:that|the|your|it)|check (?:that|it|the number) (?:again|for me|once)|try your"
        + @"|mis(?:hear|heard|read|type|typed)|slow(?:ly|er)|was what now|\bwhat (?:was|is|were) .* again$|check (?:the|your|that) (?:\w+ )?(?:number|code|spelling|date|name|digits|letter|tag)|did you say\b.*\bor|through (?:it|that|the whole \w+|the \w+) (?:again|once more)|from the (?:top|beginning|start)|say (?:that|it) again|then what|is that exactly|swapped|(?:did i|i) (?:miss|lose)|am i missing|are you (?:sure|certain|positive) (?:of|about|that|it))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Repeat();

    [GeneratedRegex(
        @"^which (?:one|ones|of (?:these|those|them|the)|would|do you|did you|'d|suits|works|sounds|is (?:better|best|it|easier|more)|are we|option|fits|way|should|will it)\b|^which$|^which(?! (?:day|time|date|week|weekday|month|hour|number)) .*\b(?:suits you better|works better)\b|\bwhich (?:one|would you (?:prefer|like|rather)|do you prefer|suits you better|one suits|works (?:better|best)|you (?:like|prefer))\b|\b(?:any|a|your) preference\b|^preference$|^fussed\b|(?<!^(?:which|what) (?:day|time|date|week|weekday|month|hour) )\bwould you (?:rather|prefer)\b|\bwhat you prefer\b|^what works$|\b(?:either|any|one) of (?:those|them|these)\b|\b(?:do|does|would) (?:one|either)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Choice();

    [GeneratedRegex(
        @"^(?:(?:do|did|d'you|are|were) you (?:mean|asking|saying|telling|talking about|referring|wondering|calling about something)|when you say|what (?:do|did|exactly do) you mean|you mean|is that the (?:one|same|place|number|right|person|visit|ticket)|(?:is|was) that (?:you\b|the one|meant|for)|are you (?:that|the|perhaps)\b|which \w+ (?:is it )?(?:do )?you mean|is it (?:about )?the (?:one|same)|what would you like to know|would that be (?:the|a|you)\b"
        + @"|can you be (?:a bit )?more specific|what (?:exactly|precisely)$|which (?:crown|part|bit)|does that (?:match|answer|make sense)|do you see|is that clear|is that doable|is that about)\b|\byou mean\b|\bdo you mean\b|\bmean by\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Meant();

    // What the frame does not read: "would you like it closed", "do I have your okay", "do you still want to".
    [GeneratedRegex(
        @"^(?:(?:is|would) it (?:be )?(?:okay|ok|all right|alright|cool|fine) (?:that )?(?:if|for) (?:he|she|they|a|an|the|someone|somebody|our|his|her|dr)\b|(?:do you want|would you like|you want|want) (?:it|that|this|them|\w+) (?:\w+ )?(?:closed|booked|moved|sent|changed|done|dealt|put|added|renewed|saved|\w+ed)\b|(?:do|can|could) i have your (?:okay|ok|permission|go-ahead|consent|leave)|is (?:it|that) (?:okay|ok|all right|alright|fine|cool) (?:to|if|for|with)\b"
        + @"|do you still (?:want|wish|need) to\b|do you (?:agree|accept|consent|authorize|confirm)|you accept|want to go ahead|(?:do you want|would you like) to (?:go ahead|proceed|confirm|keep|cancel (?:it|that))|have (?:me|us) (?:go ahead|book)|will i\b|(?:should|may) (?:it|that|the|a|an|our|his|her|dr)\b|charge (?:it|the)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Leave();

    [GeneratedRegex(
        @"^(?:(?:shall|should|may|can|will) (?:i|we)|shall i (?:do|go)|okay to (?:go ahead|proceed)|(?:is it )?(?:okay|ok|all right|alright|good) to (?:go ahead|proceed|book|do|change|cancel|send|save|put|add|close)|go ahead|ready|do i go ahead|happy to (?:go ahead|proceed)|good to go|happy for me to|shall we|will i|would that be (?:okay|ok|all right|alright)|ok(?:ay)? (?:to|with) (?:that|you)|is (?:that|this) (?:okay|ok|all right|alright|fine|good) (?:by|with|for) you|that (?:okay|ok|good|all right|alright))(?: ahead)?$|\bgo ahead (?:and|with)\b|^okay to\b|^ok to\b|\bare you (?:okay|happy|ready) (?:to go ahead|with me)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex BareLeave();

    [GeneratedRegex(
        @"^(?:how|what) about\b|^how(?:'s| is| would|'d)\b.*\b(?:instead|suit|work|sound|do|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|you like)\b|\b(?:would|will) (?:that|this|it|those|these) do$|\b(?:would|will|does|do|might|could) (?:that|this|it|those|these|[\w' ]{1,40}) (?:work|suit|help|be (?:any )?(?:okay|ok|all right|alright|fine|good|use|helpful|useful|possible|a help|handy|an option|of use|convenient|better)|fit|sound)\b|^would you (?:like|want|care|be (?:free|interested|able|open|up)|live|mind|consider|take)\b|^(?:are you )?interested\b|^(?:you |still )?want (?:it|this|one|that|to|a|the|another|some)\b|^you(?:'d)? (?:like|fancy|need)\b|^do you want (?:a|an|the|to|some|another|his|her|their|one|us|directions)\b"
        + @"|^(?:any chance you'd|(?:could|can) you (?:come|split|make|do|live with|manage)\b(?=.* (?:at|on|by|before|after|instead|tomorrow|today|with|it|that)\b)(?!.*(?:for me|now|again)))|^(?:is|would) (?:that|this|it) (?:be )?something (?:that )?you|^(?:can|could) (?:a|the|our|one of our) (?:\w+ ){1,3}(?:come|visit|stop by|call|meet|swing by|drop by)\b|^(?:may|can|could) (?:i|we) (?:offer|suggest|interest|also (?:schedule|offer))\b|\bwould you like (?:that|to|a|an|one|me|us)\b|^(?:is|are) (?:\w+ )+(?:okay|ok|all right|any good|good|any use|better|too (?:late|early)) (?:for|with) you\b|\bare you (?:free|interested|open to|available)\b|\bdo you (?:need|fancy|want) (?:a|an|one|any|directions|help)\b|\bwill you need\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Offer();
}
