using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Lines;

/// <summary>What callers say, by intent and temper; <c>{0}</c> is a value.</summary>
internal static class CallerPhrases
{
    private static readonly Dictionary<string, string[]> Even = new(StringComparer.Ordinal)
    {
        ["value"] = ["It's {0}.", "Sure, {0}.", "{0}."],
        ["value_said"] = ["{0}."],
        ["wanted"] = ["{0}, please.", "{0} would be good."],
        ["value_again"] = ["Sure. It's {0}.", "Of course: {0}.", "Okay, once more: {0}."],
        ["value_spelled"] = ["Sure, that's {0}.", "Okay: {0}.", "{0}."],
        ["unknown"] =
            ["I'm sorry, I don't have that with me.", "I don't have that one, I'm afraid.", "That I couldn't tell you."],
        ["unknown_open"] = ["I'm not sure, sorry.", "I couldn't tell you, I'm afraid."],
        ["unknown_when"] = ["I couldn't say exactly.", "I'm not sure exactly."],
        ["unknown_why"] = ["I have my reasons, really.", "It's nothing special, really."],
        ["no_outside"] = ["No.", "No, no."],
        ["yes_outside"] = ["Yes.", "Yeah, yes."],
        ["helped"] = ["Yes, thank you.", "Yes, that helps, thanks."],
        ["same_one"] = ["No, it's the same one.", "No, that's the same."],
        ["no_keep"] = ["No, thank you. {0}", "No, thanks. {0}"],
        ["go_on"] = ["Sorry, go ahead.", "Oh, go ahead."],
        ["no_preference"] = ["Whatever works for you.", "I don't mind.", "Whichever is easier."],
        ["any_time"] = ["Whatever works for you.", "I'm flexible."],
        ["right"] = ["Yes, that's right.", "Yes, correct.", "That's right."],
        ["wrong"] = ["No, it's {0}.", "No, sorry, {0}.", "That's not right. It's {0}."],
        ["leave"] = ["Yes, please.", "Yes, go ahead.", "Yes, please do."],
        ["no_leave"] = ["No, thank you.", "No, that's not needed, thanks."],
        ["take"] = ["{0} works for me.", "{0}, please.", "Let's take {0}."],
        ["take_it"] = ["Yes, that works.", "That's fine, yes.", "Yes, let's do that."],
        ["decline"] = ["That doesn't work for me. I'd need {0}.", "No, it would have to be {0}.", "Hm, no. Is there {0}?"],
        ["decline_offer"] = ["No, thanks.", "No, thank you."],
        ["change"] = ["Actually, wait. Could we make it {0} instead?", "Oh, hang on, I'd rather have {0}.", "Sorry, could you make that {0}?"],
        ["insist"] = ["Are you sure? Could you look once more?", "That's odd. Could you check again, please?"],
        ["insist_value"] = ["Are you sure? It's {0}.", "That's odd. Let me say it again: {0}."],
        ["refused"] = ["Is there really no way?", "Can't you do anything about it?"],
        ["give_in"] = ["Okay, never mind then.", "All right, I understand.", "Okay. Too bad."],
        ["try_again"] = ["Oh. Could you try that again?", "Okay. Could you give it another go?"],
        ["later"] = ["All right, I'll leave it then.", "Okay, then I'll try again another time."],
        ["wait"] = ["Sure, take your time.", "Okay, no problem.", "Sure."],
        ["transfer"] = ["Okay, thank you.", "All right, thanks.", "Sure, thank you."],
        ["thanks"] = ["Great, thank you.", "Perfect, thanks.", "Wonderful, thank you."],
        ["okay"] = ["Okay.", "All right.", "I see."],
        ["more"] = ["Yes. {0}", "There's one more thing. {0}", "Also: {0}"],
        ["before_bye"] = ["Oh, before you go: {0}", "Wait, one more thing. {0}"],
        ["done"] = ["No, that's everything. Thank you, bye.", "No, that was all. Thanks a lot, goodbye.", "That's all, thank you. Bye."],
        ["bye"] = ["Thank you, bye.", "Thanks, goodbye."],
        ["lost"] = ["Sorry, I didn't catch that.", "Sorry, what was that?"],
        ["lost_again"] = ["Sorry, I don't follow. {0}", "I'm not sure what you mean. {0}"],
        ["push"] = ["Okay. {0}", "All right. So, {0}", "Right. {0}"],
        ["silence"] = ["Hello? Are you still there?", "Hello? Can you hear me?"],
        ["repeat"] = ["Sorry, could you say that again?", "Pardon? I didn't hear all of that."],
        ["give_up"] = ["I don't think we're getting anywhere. I'll try another time. Goodbye."],
        ["name"] = ["This is {0}.", "My name's {0}."],
        ["rush"] = ["I'm in a bit of a hurry."],
        ["remark"] = [""],
    };

    private static readonly Dictionary<string, string[]> Curt = new(StringComparer.Ordinal)
    {
        ["value"] = ["{0}."],
        ["value_again"] = ["{0}."],
        ["value_spelled"] = ["{0}."],
        ["wanted"] = ["{0}.", "{0}, please."],
        ["unknown"] = ["Don't have it.", "No idea."],
        ["unknown_open"] = ["No idea.", "Not sure."],
        ["unknown_when"] = ["Not sure."],
        ["unknown_why"] = ["I've got my reasons."],
        ["no_outside"] = ["No."],
        ["yes_outside"] = ["Yes."],
        ["helped"] = ["Yes, thanks."],
        ["same_one"] = ["No, the same."],
        ["no_keep"] = ["No. {0}"],
        ["go_on"] = ["Go on."],
        ["no_preference"] = ["Don't care.", "Either one."],
        ["any_time"] = ["I don't care.", "Whenever."],
        ["right"] = ["Yes.", "Right.", "Correct."],
        ["wrong"] = ["No. {0}."],
        ["leave"] = ["Yes.", "Do it.", "Go ahead."],
        ["no_leave"] = ["No.", "Not needed."],
        ["take"] = ["{0}.", "{0}, then."],
        ["take_it"] = ["Fine.", "Okay, yes."],
        ["decline"] = ["No. {0}."],
        ["decline_offer"] = ["No."],
        ["wait"] = ["Okay.", "Fine."],
        ["transfer"] = ["Okay."],
        ["thanks"] = ["Good.", "Okay, thanks."],
        ["more"] = ["{0}"],
        ["done"] = ["No. Bye.", "That's it. Bye."],
        ["bye"] = ["Bye."],
        ["lost"] = ["What?", "Sorry?"],
        ["push"] = ["{0}"],
    };

    private static readonly Dictionary<string, string[]> Talkative = new(StringComparer.Ordinal)
    {
        ["value"] =
        [
            "Oh, sure, that's {0}.", "Let me see, it's {0}.", "Right, I always have to think for a second. It's {0}.",
        ],
        ["unknown"] =
        [
            "Oh, I wouldn't know where to look for that, I'm sorry.", "Now there you've got me, I don't have that anywhere.",
        ],
        ["right"] = ["Yes, that's exactly right.", "Yes, that's it."],
        ["leave"] = ["Oh yes, please do, that would be lovely.", "Yes, please, go right ahead."],
        ["thanks"] = ["Oh, that's wonderful, thank you so much.", "Perfect, that's a load off my mind, thank you."],
        ["done"] = ["No, that's really everything, you've been so kind. Bye now!", "No, that was all, thank you so much. Goodbye!"],
        ["wait"] = ["Sure, no rush, I've got a coffee here.", "Of course, take all the time you need."],
        ["remark"] = ["You know how it is.", "It's been one of those weeks.", "I'm writing all of this down.", ""],
    };

    private static readonly Dictionary<string, string[]> Hurried = new(StringComparer.Ordinal)
    {
        ["value"] = ["{0}.", "It's {0}."],
        ["right"] = ["Yes, yes.", "Yes, that's it."],
        ["leave"] = ["Yes, please, quickly.", "Yes, go ahead."],
        ["thanks"] = ["Great, thanks.", "Good, thanks."],
        ["wait"] = ["Okay, but I don't have long.", "Sure."],
        ["done"] = ["No, that's it, I've got to run. Thanks, bye.", "That's all. Thanks, bye."],
    };

    /// <summary>The wordings of an intent: the temper's own, else the plain ones.</summary>
    public static IReadOnlyList<string> Of(string intent, Temper temper)
    {
        var own = temper switch
        {
            Temper.Curt => Curt,
            Temper.Talkative => Talkative,
            Temper.Hurried => Hurried,
            _ => Even,
        };
        return own.TryGetValue(intent, out var wordings) ? wordings : Even[intent];
    }
}
