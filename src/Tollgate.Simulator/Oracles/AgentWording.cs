namespace Tollgate.Simulator.Oracles;

/// <summary>What a model that behaves says, in a few wordings each; <c>{0}</c> is what it is about.</summary>
internal sealed class AgentWording(int first)
{
    private static readonly Dictionary<string, string[]> Wordings = new(StringComparer.Ordinal)
    {
        ["ask"] = ["Could I have your {0}, please?", "What's your {0}?", "Can you tell me your {0}?"],
        ["ask_its"] = ["Could you give me the {0}, please?", "What's the {0}?", "Can you tell me the {0}?"],
        ["ask_again"] = ["Sorry, could you give me your {0} once more?", "Could you repeat your {0} for me?",
            "I missed that. What was your {0} again?"],
        ["read_back"] = ["That's {0}, is that right?", "So that's {0}. Correct?", "I have {0}. Did I get that right?"],
        ["leave"] = ["Shall I go ahead with that{0}?", "Would you like me to do that{0}?", "Is it okay if I go ahead{0}?"],
        ["done"] = ["That's all done now.", "Okay, that's taken care of.", "All set, that's done."],
        ["not_found"] = ["I'm sorry, I can't find anything under that.", "I'm afraid nothing comes up for that.",
            "I'm sorry, there's no record of that here."],
        ["tell"] = ["The {0}.", "I can see that the {0}.", "Your {0}."],
        ["told"] = ["Here's what I have: everything is as it should be.", "It's all in order.", "That's as you said."],
        ["transfer"] = ["I'll put you through to the right desk.", "Let me transfer you.", "One moment, I'll connect you."],
        ["look"] = ["Let me check that for you.", "One moment while I look.", "I'll have a look."],
        ["retry"] = ["I'm sorry, that did not go through. Let me try once more."],
        ["failed"] = ["I'm sorry, our system is not answering right now."],
        ["more"] = ["Is there anything else I can do for you?", "Anything else?", "Can I help you with anything else?"],
        ["bye"] = ["Thank you for calling, goodbye.", "Bye now.", "Have a good day, goodbye."],
        ["go_on"] = ["Yes?", "Go ahead.", "I'm listening."],
        ["help"] = ["How can I help you?", "What can I do for you?", "What do you need?"],
    };

    public string Of(string what, string about = "")
    {
        var wordings = Wordings[what];
        return wordings[first % wordings.Length].Replace("{0}", about, StringComparison.Ordinal);
    }
}
