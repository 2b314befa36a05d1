using System.Text.RegularExpressions;

namespace Tollgate.Acts.Phrasing;

/// <summary>What a statement does, by its words. Each pattern reads one phrase of bounded length.</summary>
internal static partial class StatementWords
{
    public static bool Greets(string words) => Greeting().IsMatch(words);

    /// <summary>Where somebody new has come to the phone: "spa desk here", "this is Kayla".</summary>
    public static bool Introduces(string words) => Introduction().IsMatch(words);

    /// <summary>"I have you down as ...": the name that follows is read back.</summary>
    public static bool RepeatsName(string words) => NameFrame().IsMatch(words);

    /// <summary>"I can do ten or two", "up to you".</summary>
    public static bool LeavesChoice(string words) => Choice().IsMatch(words);

    /// <summary>"Found it", "exactly": what follows is told and not read back.</summary>
    public static bool Reports(string words, string first) =>
        first is "exactly" or "yes" or "yep" or "correct" or "precisely" || Report().IsMatch(words);

    public static bool TakesLeave(string words) => Leave().IsMatch(words);

    public static bool Holds(Phrase phrase) =>
        (phrase.Frame.Holds || Hold().IsMatch(phrase.Words)) && !NotHold().IsMatch(phrase.Words)
        && !Saying().IsMatch(phrase.Words);

    public static bool PassesOn(Phrase phrase) => phrase.Frame.PassesOn
        || PassOn().IsMatch(phrase.Words) || PassesOnToo(phrase);

    // "I'll reopen it and pass you over to them."
    private static bool PassesOnToo(Phrase phrase)
    {
        var words = phrase.Words.Split(' ');
        var and = Array.LastIndexOf(words, "and");
        return and > 0 && phrase.Frame is { Actor: Actor.Agent, Tense: Tense.Plan or Tense.Now }
            && DeedWords.Of(words, and + 1) == Deed.PassOn;
    }

    /// <summary>"That's a facial with Lena, Friday at ten".</summary>
    public static bool Sums(string words) => Sum().IsMatch(words) && !Plan().IsMatch(words) && !NotSum().IsMatch(words);

    /// <summary>"To recap", "let me read that back": what follows is read back.</summary>
    public static bool Leads(string words) => Lead().IsMatch(words);

    /// <summary>"Let me know when it's done", "please try it and see whether it opens".</summary>
    public static bool WaitsForWord(string words) => Outcome().IsMatch(words);

    /// <summary>"There's one at ten", "Dana has".</summary>
    public static bool Lists(string words) => List().IsMatch(words);

    /// <summary>"We have ten fifteen open".</summary>
    public static bool IsFree(string words) => Free().IsMatch(words);

    /// <summary>"I'm afraid", "unfortunately".</summary>
    public static bool Regrets(string words) => words.StartsWith("i'm afraid", StringComparison.Ordinal)
        || words.StartsWith("unfortunately", StringComparison.Ordinal);

    /// <summary>"They'll call you on ...".</summary>
    public static bool Reaches(string words) => Reach().IsMatch(words);

    public static bool AsksFor(string words) => Need().IsMatch(words);

    public static bool ReadsBack(string words) => Frame().IsMatch(words);

    public static bool FailsToHear(string words) => Unheard().IsMatch(words);

    public static bool Fails(string words) => Failure().IsMatch(words);

    public static bool Denies(string words) => Absent().IsMatch(words);

    public static bool Refuses(string words) => Refusal().IsMatch(words);

    public static bool HasDone(string words) => Done().IsMatch(words) && !Undone().IsMatch(words);

    public static bool Announces(string words) => Plan().IsMatch(words);

    public static bool AsksTheWord(string words) => Word().IsMatch(words);

    public static bool Offers(string words) => Offer().IsMatch(words) && !NoOffer().IsMatch(words);

    public static bool IsSmallTalk(string words) => Small().IsMatch(words);

    [GeneratedRegex(
        @"^(?:good (?:morning|afternoon|evening|day)\b|hi\b|hello\b|hey\b|hiya\b|howdy\b|welcome (?:to|back)\b|greetings\b|you've reached|you have reached|thanks? (?:you )?for waiting)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"\b(?:this is|it's|i'm at|i'm from|i'm with) (?:the |our )?\w+(?: \w+){0,3}$|\bspeaking$|\bhere$|\bdesk$|\bon the (?:phone|line)$|\b(?:automated|virtual) (?:assistant|agent)\b|\bthe \w+ desk\b|\bthanks? (?:you )?for (?:calling|ringing|getting in touch|contacting)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^(?:(?:i(?:'ve)? )?(?:have )?(?:found|got|pulled|located) (?:it|you|that|your|the) (?:\w+ )?(?:up|here)|(?:i(?:'ve)? )?(?:have )?found (?:it|you|that|your|the)|here (?:it is|you are|we are|we go)|there (?:it is|you are|we are|we go|is|are)|there's|that's (?:it|all|exactly|right|everything|the plan)|exactly|i (?:do |can )?see\b|i have it(?: here)?$|good news|you're right)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Report();

    [GeneratedRegex(@"^(?:(?:i have|i've got|i got|got) (?:you|it|that)?|you said|i heard|that's|it's|you want|you'd like|you're|i'm showing|i put|i wrote|here's what|make it)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NameFrame();

    [GeneratedRegex(@"\b(?:call|calls|ring|rings|phone|reach|text|contact|message|get back to|be in touch with) you\b|\byou(?:'ll| will| should)? (?:get|receive|hear)\b|\b(?:sent|send|sending|emailed|texted|goes|going|gone) (?:\w+ ){0,4}to\b|\b(?:call|ring|text|mail|email)s? (?:will )?(?:comes?|goes?) to\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reach();

    [GeneratedRegex(@"^(?:that's|that'll be|that is|it's|that makes|we have|we've got|i have|i've got|i'll have|you have|you want|you'd like|you're looking)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"^(?:that's (?:right|correct|it|why|what|how|where|when|good|great|fine|one for|not|all|a (?:good|great|no))|it's (?:not|too|better|best|worth|all))\b|\b(?:sorry|afraid)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NotSum();

    [GeneratedRegex(@"^(?:(?:just |so |quickly )*to (?:recap|confirm|summari[sz]e|repeat|be (?:sure|safe|clear|certain)|double-check|make sure|read (?:it|that) back)|(?:let me|i'll|i'd like to|i want to|lemme) (?:just |quickly |also )*(?:recap|confirm|summari[sz]e|repeat|read|make sure|double-check|check i|go over|run through)\b.*|(?:quick |a quick )?recap|here's what i(?:'ve)? (?:have|got|wrote|put|heard).*|what i(?:'ve)? (?:have|got|heard) (?:is|so far)?.*|i have|i've got|i heard|noted|got it|so far|(?:okay |so )?i think i(?:'ve)? (?:have|got) .*|let me see if i .*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:(?:and |then |please |just )*(?:let me know|tell me) (?:when|once|whether|what (?:happens|you see|it says)|how it goes|if (?:that|it) (?:works|helped|helps|opens|does|worked))\b|(?:please |go ahead and |just )*(?:try|restart|open|close|press|click|turn|unplug|plug|reset|check)\b.*\b(?:and|to) (?:see|tell me|let me know|check) (?:whether|if)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(?:has|have|there's|there is|there are|i've got|we've got|free|open|available|openings?|slots?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(@"\b(?:has|have|got|there's|there is|is|are|'s) .*\b(?:free|open|available|openings?|slots?|left)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Free();

    // "Let me explain": it goes on speaking.
    [GeneratedRegex(@"\b(?:let me|lemme) (?:\w+ )?(?:explain|rephrase|clarify|recap|summari[sz]e|confirm|repeat|be|say|tell|ask|give you|start|put (?:it|that) (?:another|this|differently)|clear|remind|apologi[sz]e|answer|add|note|share|offer|suggest|warn|take (?:your|a message|down|the)|get (?:your|the|a (?:few|couple|bit)|some)(?! \w+ (?:open|up|started))|have (?:your|the)|know|first)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Saying();

    [GeneratedRegex(@"\b(?:i can do|i have|i've got|we have|we've got|there's|i could do|we can do|up to you|whichever|your choice|either)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();

    [GeneratedRegex(
        @"\b(?:bye|goodbye|bye-bye|farewell|cheerio|cheers|ciao|ta-ra|so long|good night|goodnight|au revoir|(?<!\b(?:i|can|could|would|may|to) )see you(?! (?:now|at \w+ (?:\w+ )?or|have|here|on my|in my|under))|see ya|talk (?:to you )?(?:soon|later)|speak (?:to you )?soon|until (?:then|next time)|take (?:good )?care(?! of (?:that|it|this|the|your|him|everything|all))|have (?:a|yourself a) (?!look|seat|moment|word|number|question|pen|record|note|good (?:look|number))(?:\w+ ){0,3}(?:day|evening|afternoon|morning|weekend|night|week|one|time|wedding|trip|flight|holiday|lunch|rest|stay|party|call)"
        + @"|thanks? (?:you )?(?:so much |again |very much )?for (?:calling|ringing|phoning|your call|choosing)|safe (?:travels|home|journey|drive|trip)|drive (?:safe|safely|carefully)|god bless|look(?:ing)? forward to (?:seeing|meeting|having|welcoming|hearing)|sleep (?:well|tight)|stay (?:warm|safe|well|dry|cool|healthy)|rest (?:up|well)|all the best|best of luck|off you go|wish you (?:a|all)|enjoy (?:the rest|your|the)|you(?: have a \w+ (?:day|one))? too|my regards|give (?:him|her|them|\w+) my (?:regards|best|love)|call (?:us|back) any ?time|happy (?:holidays|new year)|good luck with)\b|^enjoy$|^(?:and )?good luck\b|^out$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Leave();

    [GeneratedRegex(
        @"(?<!\bin )\b(?:(?:one|just a|a|two|another|half a|give me (?:a|one|just a)|this (?:should|will|may) (?:only )?take a|won't be a|be with you in a|back in a) (?:\w+ )?(?:moment|second|sec|secs|minute|mo|tick|jiffy|mins?)(?! ago)|bear with|stand by|(?:doing|on) (?:that|it) (?:now|right now|right away)|(?:putting|keep|put) you on (?:a (?:brief )?)?hold|keep you on the line|be right back|right with you|while i (?:check|look|pull|see|search))\b"
        + @"|(?<!\b(?:a|the|on) )\b(?:hold|hang) on\b(?! to)|^(?:please )?hold$|^(?:doing|working on) (?:that|it)\b|^i'm (?:just )?\w+ing (?:(?:it|that|this|those|them|your \w+(?: \w+)?) (?:right )?now|(?:it|that|this|those|them)(?: (?:down|up|in|out))?)$|^i'll \w+ (?:(?:that|it) (?:down|up|in|through)(?: for you)?$|(?:that|it|this|them) (?:\w+ )?(?:for you )?(?:right )?now|(?:that|it|this|[a-z]-[\w-]+) for you)$|^\w+ing (?:that|it|this|you)\b.*\b(?:now|for you)$|^sorry to keep you\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Hold();

    [GeneratedRegex(
        @"\b(?:hold on to|let me (?:see if i (?:have|got|understand)|make sure|read|know|check (?:i|that i|if i|we)|try (?:and|to) understand)|find it the other way|let me know|let's see (?:what|if|how|whether|where|why)|once i|wait (?:time|list)|if you (?:hold|wait)|see you|i'll see (?:she|he|they|that|to|you)\b|i'll (?:check|look) (?:back|in)|try (?:once )?more, and if|whether the)\b|\bin a moment you'll\b|\blet me check (?:it|that|i've|i have)? ?(?:right|correctly)\b|\bi'll see (?:she|he) gets\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex NotHold();

    [GeneratedRegex(
        @"^transferring$|\bput(?:ting)? (?:him|her|them|\w+ \w+) on(?: now| the line)?$|\bi'll (?:tell|let) (?:them|her|him) (?:everything|which|what|all|know (?:everything|what))\b|^here's (?:the|our) (?:\w+ )?(?:line|desk|team|department|nurse)|^here(?:'s| is) \w+ (?:now|from)|gone through to|you'll be speaking with|that's with my|\b(?:fill|filling) \w+ in\b|\bmak(?:e|ing) the (?:transfer|handover)|escalat(?:e|ing) (?:this|you)|^you'll be (?:with|through to|speaking (?:with|to)) (?!us|me|him|her)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex PassOn();

    [GeneratedRegex(
        @"^(?:(?:and )?(?:i(?:'ll| will|'d| would|'m going to| do|'m gonna)? (?:just |also |still |only |first |really )*(?:need|require)(?! to (?!have|get|know|ask|confirm|verify|take|grab|see|hear))(?: to (?:have|get|know|ask|confirm|verify|take|grab))?|we(?:'ll| will|'d)? (?:just |also |still |only |first )*(?:need|require)(?! to (?!have|get|know|ask|confirm|verify|take|grab|see|hear))|if you (?:have|know|give me|tell me|read me|can (?:give|tell|read) me|could (?:give|tell|read) me)|i(?:'m| am) (?:going to|gonna) need|(?:please |kindly |just |go ahead and |do me a favor and )*(?:(?:give|tell|read|send|walk) (?:me|us)|say|state|provide|confirm|verify|share|enter|describe|repeat|spell|let me (?:know|have|get|take|grab)|send me|type in|punch in|drop)|you(?:'ll| can| could)? (?:give|tell|say)|you're (?:gonna|going to) have to (?:give|tell|spell)|go ahead(?: and (?:give|read|tell|say|spell))?|may i|could i trouble|(?:to|before) .*\bi(?:'ll|'d)? (?:just |also )?need|all i need|what i need|i'd (?:just )?(?:like|love|want) (?:to (?:know|get|have|confirm|verify)|your)|just (?:your|the)|i (?:was )?wonder(?:ing)? (?:if you could|what)|i didn't (?:get|catch) your|whenever you're ready|go on|i'll (?:take|grab|get|have)|i'll (?:just |also )*(?:need|want)|you'll need to (?:give|tell)|looking for your))\b|\bgo ahead and (?:read|give|tell|say|spell|enter)\b|\bi(?:'ll|'d| do| would)? (?:just |also )?need (?:your|the|a|an)\b|\bwhenever you're ready\b|\btell me (?:your|the|about|how|what|when|where|which|again|in)\b|\bplease (?:give|tell|say|spell|state|confirm|provide|share)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Need();

    [GeneratedRegex(
        @"^(?:(?:that's|that is|that'd be|that would be|it's|it is|i have(?: you| it| that)?|i've got(?: you| it| that| here)?|i've|i got(?: you)?|got you|got|you said|i heard|i'm (?:showing|hearing|seeing|reading)|you want|you wanted|you'd like|you need|you mean|to (?:confirm|recap|be (?:sure|certain|safe)|double-check|summari[sz]e|make sure)|(?:let me|i'll|lemme) (?:just )?(?:read|repeat|confirm|recap|summari[sz]e|make sure|check i)|confirming|reading (?:that|it) back|i wrote|i put|i've (?:written|put|noted)|here's what i|looks like i've got|so it's|make it|we have|we've got|message for|the message is|if i (?:heard|understood)|i understand|as i understand|i'll (?:put|pencil|mark|note) (?:you|ya|that|it) (?:down|in)|(?:down|listed) as|spelled|and that's|for the \w+)\b)|\bread (?:that|it) back\b|\bit is$|\bthen$|\bdid you say\b|(?<!\b(?:as|like|what|because|since|when) )\byou said\b|\bi heard\b|\b(?:i have|i've got|got) you (?:down )?(?:as|at|for|on)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Frame();

    [GeneratedRegex(
        @"\b(?:(?:didn't|did not|couldn't|could not|can't|don't|not) (?:quite |really |fully |even )*(?:catch|hear|get|understand|make out|follow|pick up|catching|hearing|getting) (?:that|you|it|all|what|the|any|a word|your|some|most|everything)|(?:line|call|connection|you) (?:\w+ ){0,2}(?:broke|breaking|cut|cutting|dropped|dropping) (?:up|out)|line (?:dropped|went|is bad|isn't good)|missing (?:a few|some|a couple|one|two|a) (?:digits|numbers|letters|digit|number|letter)|let's try (?:that|it|this) (?:again|once more|one more time)|hard time (?:hearing|making)|trouble (?:hearing|making|understanding)|hard to hear|barely hear|breaking up|(?:only|just) (?:got|caught|heard|have) (?:the (?:first|last)|that|part|half|a|(?:\w+ )?(?:digits|numbers|letters))|(?:lost|missed|missing|dropped|short) (?:\w+ ){0,2}(?:digits?|letters?|bit|rest|end)|got everything but|missed (?:that|the|it|some|part|a)|bad (?:line|connection)|typed it wrong|fat-fingered|come again|pardon|say (?:that|it|the \w+) again|all i heard)\b|^(?:(?:once|one) more(?: time| try)?|again)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unheard();

    [GeneratedRegex(
        @"\b(?:(?:system|systems|computer|screen|page|portal|tool|database|software|server|app|network|catalogue|booking|calendar|website|form|record|lookup|search|line)(?:'s| is| was| has| are| seems| keeps)? (?:\w+ ){0,3}?(?:down|frozen|froze|crashed|slow|not responding|isn't responding|unresponsive|acting up|giving|timed out|timing out|out of|having|stuck|offline|unavailable|playing up|misbehaving|spinning|under maintenance|blank|kicked|returned an error|gave|threw|won't load)"
        + @"|(?:an|the|gateway|system|server) error|error (?:message|came)|timed out|time-out|went wrong|glitch(?:ed|ing)?|isn't (?:responding|loading|working|saving|talking|going through|letting)|not (?:responding|loading|saving|going through)|won't (?:load|save|go through|let me)|didn't (?:go through|work|save|take|attach)|hasn't attached|failed|froze|crashed|technical (?:issue|problem|difficult\w+)|can't (?:reach|get into|get through to) (?:the|our) (?:system|server|database)|was declined|nobody's picking up|not (?:answering|picking up)|kicked it back|went blank)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Failure();

    [GeneratedRegex(
        @"\b(?:nothing(?:'s| is)? (?:\w+ )?(?:comes?|coming|came|showing|shows|popping|under|turns?|turned|there|found|here|on|matches|matching|for)|(?:isn't|not|doesn't|don't|didn't|aren't|can't|cannot|couldn't|won't|unable to) (?:\w+ ){0,2}(?:find(?:ing)?|found|see(?:ing)? (?:any|a|an|you|that|it|your)|locat\w+|com(?:e|ing) up|show(?:ing)? up|match(?:ing)?|exist|showing (?:a|any)|pull(?:ing)? (?:it|that|you|anything)? ?up|bring(?:ing)? (?:it|that|you|anything|up)|recogni[sz]e|return anything|on file|have (?:any|a) (?:record|booking|listing|sign))"
        + @"|(?:doesn't|didn't|isn't|not) (?:show|find|match|bring up|bringing up|return|pull up|give|showing|finding|matching|returning) (?:me )?(?:anything|anyone|anybody|any|a)|no (?:\w+ )?(?:record|match|sign|trace|results?|such|booking|appointment|account|reservation|listing|customer|patient|employee|user|ticket|invoice|order|entry|code|luck)s?\b|there(?:'s| is| are)(?: no|n't| not)|isn't (?:any|one|a)|(?:not|isn't|aren't|wasn't) (?:\w+ )?in (?:the|our|my)|i've no|we've no|came (?:up|back) (?:empty|blank|with nothing))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Absent();

    [GeneratedRegex(
        @"\b(?:can't|cannot|can not|couldn't (?:tell|say|do)|won't be able|not able|unable|not allowed|not permitted|may not|don't (?:have (?:any |the )?(?:details|access|information|a rule|authority)|know (?:of|whether|if|how|about|anything)|want to (?:guess|promise)|see (?:whether|where|how|if|any)|do |lend|take|offer|deliver|hand|give|share|ship|accept)|isn't something (?:i|we)|not something (?:i|we)|(?:i'd|i would) (?:hate|need) to (?:promise|guess|have)|i'm not sure|not sure (?:how|whether|if|it|about)|against (?:policy|our)|wouldn't (?:be able|be insured|know|be qualified)|won't (?:let|allow|budge|stretch)|we never|no way to|afraid (?:not|we don't|i don't|we can't|i can't)|out of my hands|isn't possible|not possible|strict policy|must (?:end|decline)|off the table|not my desk|never take|we haven't)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();

    [GeneratedRegex(
        @"^(?:all )?(?:done|ticked|booked|cancell?ed|moved|sent|saved|updated|reported|rebooked|changed|noted|sorted|submitted|approved|extended|frozen|ordered|closed|marked|pencill?ed|confirmed|crossed (?:it )?out|refunded|reset|reserved|scheduled|registered|added|switched|told|fixed)\b|\b(?:i've|i have|we've|we have|i just|i|i went ahead and|i was able to|just) (?:now |just |already |also |gone ahead and |gone and |went ahead and |put in and )*(?:added|booked|cancell?ed|moved|sent|saved|updated|reported|changed|noted|submitted|extended|put (?!you through)|set|closed|marked|confirmed|crossed|refunded|reset|reserved|scheduled|registered|switched|told|let|left|passed|paged|asked|escalated|credited|emailed|e-mailed|texted|messaged|logged|lodged|opened|filed|created|removed|assigned|renewed|requested|arranged|made|blocked|unlocked|flagged|canceled|kept|written|wrote|placed|issued|charged|paid|processed|recorded|entered|taken|signed|tightened|routed|forwarded|notified|swapped|rescheduled|fixed|activated|upgraded|applied|waived)\b"
        + @"|\byou(?:'re| are) (?:now |all |already )*(?:set(?: up| for)?|booked|down for|down with|in for|in|confirmed|registered|signed up|on the list|scheduled|enrolled|checked in|renewed|good to go|on \w+ (?:from|starting))\b|\b(?:that's|it's|that is|it is|everything's|your [\w' ]{1,40} (?:is|has been|'s)|the [\w' ]{1,40}(?: is| has been|'s)|\w+'s|has been|have been|was|is|are) (?:all |now |been |already |successfully )*(?:done|booked|cancell?ed|moved|sent|saved|updated|reported|changed|noted|submitted|extended|set up|closed|marked|confirmed|refunded|reset|reserved|scheduled|registered|switched|off the book|in place|taken care of|sorted|added|renewed|unlocked|paid|activated|emailed|yours|ordered|locked in|on its way|put in|removed|in for)\b|\brequest(?:'s| is) in\b|\bpayment went through\b|^(?:twenty|that's) .* it is$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex(
        @"\b(?:not (?:been |yet )?(?:booked|cancelled|moved|sent)|haven't|hasn't|isn't|not yet|once (?:it|that)|will be|to be|when (?:it|that)'s|if (?:it|you|they)|until|would be|can be|has to be|should be|needs? to be)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Undone();

    [GeneratedRegex(
        @"^(?:cancel|book|move|reschedule|switch|renew|close|pause|refund|change|i'll|i will|i'm going to|i'm gonna|i'm about to|we'll|i'd like to|i'd (?:end|move|book|cancel|send|put|set|change|close|order)|let me|let's|i'm (?:(?!calling|seeing|hearing|showing|asking|looking|going|getting|having|not)\w+ing|ready to)|i (?:pass|put|send|book|change|cancel|call|move|open|set|close|end|order|note|plan|make|ask|add|file|leave|mark|reserve)\b|so you're (?:okay|ok|happy|asking)|(?:before i .*)|i can(?! see| hear| tell))\b|\bi'll\b|\byou(?:'re| are) (?:okay|asking)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex(
        @"\b(?:just say (?:the word|yes|go|'go')|say the word|if that's (?:all right|alright|okay|ok|right|fine)|if you're (?:happy|okay|ok|ready)|with your (?:okay|ok|permission)|ready when you are)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:i (?:can|could) (?!see\b(?! if| whether| what)|hear\b|tell\b|confirm\b|say\b|understand\b|imagine\b|only\b|assure\b|promise\b|now\b|do (?:that|nothing)\b|find\b)[\w-]+|(?:i'm|i'd be|we're|we'd be) (?:\w+ ){0,2}(?:glad|happy|delighted) to (?!help|hear|say|report|see)|we (?:can|could) (?:also )?(?:do|offer|get you|fit you|squeeze|try|see you)\b|would you like|if you(?:'d)? (?:like|want|prefer|wish)|you're welcome to|what i can do|tell you what|we(?:'ve| have) (?:got )?(?:a|an|one|another) (?:\w+ ){0,3}(?:opening|slot|appointment|cancellation|gap)|i(?:'ve| have) (?:got )?(?:a|an|one|another) (?:\w+ ){0,3}(?:opening|slot|appointment|cancellation|gap)|i'd (?:suggest|recommend)|i (?:would )?suggest|i propose|there is an? \w+ appointment|may i offer)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Offer();

    [GeneratedRegex(@"^i can \w+ (?:that|it)(?: (?:up|off|out|down))?(?: for you)?(?: now)?$|\b(?:can't|cannot|not|\w+n't|(?:something|nothing|anything|everything|all|what|whatever|best|where|how|thing) (?:that )?(?:i|we) (?:can|could)|can see(?! if| whether| what)|can tell|can hear|can confirm|all (?:i|we) can|as far as)\b|^(?:what|all) ", RegexOptions.CultureInvariant)]
    private static partial Regex NoOffer();

    [GeneratedRegex(
        @"^(?:(?:i'm |i am )?(?:so |really |very |truly )*sorry|thanks?\b|thank you|you're welcome|no (?:problem|worries|rush|questions)|my pleasure|congratulations|ha|haha|aww?|ouch|oh no|poor|glad|happy to|lovely|nice|how (?:lovely|exciting)|that (?:sounds|must)|sounds|i (?:understand|hear you|know|hope|love|like)|take your time|fair (?:point|enough)|great|wonderful|perfect|good (?:plan|idea|news|point|question|for you|that|thinking)|well done|smart|fingers|apologies|i apologi[sz]e|of course|absolutely|bless|cute|love (?:that|it)|what a|better than|don't worry|no need)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Small();
}
