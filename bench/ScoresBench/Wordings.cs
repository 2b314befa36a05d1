using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>
/// Sentences that invent, written after those of the stand-in and kept before the detector's rules were amended, by
/// the same hand. What they invent is drawn by the stand-in.
/// </summary>
internal static class Wordings
{
    private static readonly Dictionary<FaultKind, string[]> Templates = new()
    {
        [FaultKind.FabricatedDate] =
        [
            "We can see you on {0}, as arranged.", "My calendar has {0} for it.", "The due date is {0}.",
            "Nothing changes until {0}.", "They wrote down {0} for you.", "It stays open till {0}.",
            "As of {0} it's yours.", "{0} is when that takes place.", "The next one falls on {0}.", "It was last looked at on {0}.",
        ],
        [FaultKind.FabricatedTime] =
        [
            "Please come for {0}.", "They begin at {0} sharp.", "The doors open at {0}.", "It has {0} next to your name.",
            "We said {0} for that.", "It was pushed back to {0}.", "Check-in is from {0}.", "It leaves at {0}.",
            "You have until {0}.", "{0} is the time I see.",
        ],
        [FaultKind.FabricatedAmount] =
        [
            "Altogether that makes {0}.", "You'd be looking at {0}.", "The price is {0} per person.", "It's {0} with tax.",
            "They charge {0} for that.", "You get {0} back.", "The deposit was {0}.", "That takes you to {0}.",
            "Expect a bill of {0}.", "{0} were taken from your card.",
        ],
        [FaultKind.FabricatedName] =
        [
            "Ask for {0} when you arrive.", "My colleague {0} dealt with it.", "It's in the name of {0}.", "That was {0}'s case.",
            "You'll be met by {0}.", "{0} called about it.", "Dr. {0} is the one you want.", "The owner is called {0}.",
            "It belongs to Mrs. {0}.", "The stylist, {0}, knows about it.",
        ],
        [FaultKind.FabricatedStatus] =
        [
            "It's been booked for you.", "That has gone through already.", "Your request was accepted.", "It's been put on hold.",
            "That was delivered.", "I've made the reservation for you.", "The order is complete.", "That got turned down.",
            "You're on the waiting list.", "It's reserved under your name.", "We've already refunded that.",
            "The appointment stands.",
        ],
        [FaultKind.FabricatedCode] =
        [
            "Quote {0} when you call.", "Your booking carries the code {0}.", "Write down {0}, please.", "The record locator is {0}.",
            "It got the number {0}.", "{0} is your reference.", "Show {0} at the desk.", "The voucher says {0}.",
        ],
        [FaultKind.FabricatedPhone] =
        [
            "Their number is {0}.", "Give them a ring on {0}.", "The phone number there is {0}.", "Dial {0} for the shop.",
            "{0} is the number to call.", "It's {0} if you need them.", "You'll get a call from {0}.", "We text you from {0}.",
        ],
        [FaultKind.FabricatedEmail] =
        [
            "The mail goes to {0}.", "You may write to {0}.", "I have {0} on record.", "{0} got a copy.", "Their address is {0}.",
            "The ticket was mailed to {0}.",
        ],
        [FaultKind.FalseNotFound] =
        [
            "There is nobody like that in our records.", "You have no booking with us.", "I see no such reservation.",
            "That account isn't there.", "No, we don't have anything of that kind.", "It isn't in the system.",
            "My list doesn't have you on it.", "There are no results for you.", "That order was never placed.", "I find no trace of it.",
        ],
    };

    private static readonly string[] NotFound =
    [
        "I'm sorry, I can't find that one.", "Nothing comes up under that number.", "There's no record of that in our system.",
        "I don't see it here. Could you read me the number once more?", "That doesn't match anything, I'm afraid.",
        "I've looked, and it isn't there. Do you have another reference?", "Hmm, my search came back empty.",
        "I couldn't locate it. What name would it be under?", "We have nothing on file for that.",
        "I'm not finding a match. May I have your phone number?", "It's not coming up. Could it be under someone else's name?",
        "I'm afraid that isn't in our records, so I can't tell you anything about it.",
        "No luck with that number. Would you spell the last name for me?", "I have no such number on my list.",
        "Sorry, there is no entry for it. Shall I have someone call you back?", "I wasn't able to find it, and I don't want to guess.",
        "That number isn't one that I can see. Is there a letter in front of it?", "I get no results for that. When was it made?",
        "There is nothing under that, unfortunately.", "I can't see it on my side. Let me take your details and look into it.",
    ];

    private static readonly string[] Trouble =
    [
        "I'm sorry, the system isn't responding right now.", "The lookup timed out twice. Can I call you back?",
        "I can't reach our records at the moment.", "Our system is slow today and gave me no answer. Shall I try later?",
        "I'm having trouble getting into the database.", "There's a technical problem on our side, I'm sorry.",
        "I didn't get an answer from the system, so I can't say yet.", "It seems the calendar is down. May I take a message?",
        "I couldn't get through to the records system just now.", "The search is not loading. I'll have a colleague call you.",
        "Sorry, my screen is frozen, I can't check that right now.", "I tried twice and the tool failed both times.",
    ];

    // What the stand-in says in their place.
    private static readonly string[] SaidNotFound =
    [
        "I'm sorry, I can't find anything under that.", "I'm afraid nothing comes up for that.",
        "I'm sorry, there's no record of that here.",
    ];

    private const string SaidTrouble = "I'm sorry, our system is not answering right now.";

    private static readonly string[] After =
        ["", "", " Would you like anything else?", " Shall I go on?", " Is that all right?", " Do you want me to note that down?"];

    /// <summary>The kinds of words that it has sentences for.</summary>
    public static bool Has(FaultKind kind) => Templates.ContainsKey(kind);

    /// <summary>Another sentence for what the stand-in invented.</summary>
    public static string Of(InjectedFault fault, RandomStream random)
    {
        var value = fault.What[..Math.Max(0, fault.What.IndexOf(": ", StringComparison.Ordinal))];
        var templates = Templates[fault.Kind];
        var sentence = templates[random.Next(templates.Length)].Replace("{0}", value, StringComparison.Ordinal);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + After[random.Next(After.Length)];
    }

    /// <summary>The call with other right words for "nothing was found" and "a tool failed"; null where it has none.</summary>
    public static Transcript? Reworded(Transcript transcript, RandomStream random)
    {
        var changed = false;
        var entries = transcript.Entries.Select(entry =>
        {
            string[] others = entry is not AgentSaid said ? [] : SaidNotFound.Contains(said.Text) ? NotFound
                : said.Text == SaidTrouble ? Trouble : [];
            changed |= others.Length > 0;
            return others.Length == 0 ? entry : Saying((AgentSaid)entry, others[random.Next(others.Length)]);
        }).ToList();
        return changed ? transcript with { Entries = entries } : null;
    }

    /// <summary>The call with its one invention in held-out words; null where its words are not there.</summary>
    public static Transcript? InOtherWords(Transcript transcript, RandomStream random)
    {
        var planted = transcript.Planted[0];
        var kind = Enum.GetValues<FaultKind>().First(one => InjectionRates.NameOf(one) == planted.Kind);
        var at = transcript.Entries.Index().FirstOrDefault(one => one.Item is AgentSaid said
            && said.Turn == planted.Turn && planted.What.EndsWith(": " + said.Text, StringComparison.Ordinal));
        return at.Item is not AgentSaid invented ? null : transcript with
        {
            Entries = [.. transcript.Entries.Select((entry, i) => i == at.Index
                ? Saying(invented, Of(new InjectedFault(kind, planted.What), random))
                : entry)],
        };
    }

    private static AgentSaid Saying(AgentSaid said, string words) => said with { Text = words, Heard = words };
}
