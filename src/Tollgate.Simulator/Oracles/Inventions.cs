using Tollgate.Statistics;

namespace Tollgate.Simulator.Oracles;

/// <summary>
/// What a model says that invents: sentences as a caller would hear them. They are made from lists of their own, which
/// what scores them does not know.
/// </summary>
internal static class Inventions
{
    private const int Attempts = 50;

    private static readonly string[] Surnames =
    [
        "Brackenridge", "Okonjo", "Vasquez", "Tolliver", "Ashgrove", "Mirza", "Penhaligon", "Szabo", "Whitlock", "Draycott",
        "Ferreira", "Lindholm", "Quigley", "Nakagawa", "Oyelaran", "Stavros", "Truscott", "Yarborough", "Zelenko", "Haddad",
    ];

    private static readonly string[] Months =
        ["January", "February", "April", "May", "June", "July", "August", "September", "October", "November"];

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "sixth", "seventh", "ninth", "eleventh", "twelfth", "thirteenth", "seventeenth",
        "eighteenth", "nineteenth", "twenty-first", "twenty-third", "twenty-seventh", "twenty-ninth",
    ];

    private static readonly string[] Hours =
        ["seven", "eight", "nine", "ten", "eleven", "one", "two", "three", "four", "five", "six"];

    private static readonly string[] MinuteWords = ["ten", "twenty", "thirty-five", "forty", "fifty", "fifty-five"];

    private static readonly Dictionary<FaultKind, string[]> Templates = new()
    {
        [FaultKind.FabricatedDate] =
        [
            "That's set for {date}.", "It will be on {date}.", "I've got it here for {date}.", "The day we have is {date}.",
            "You were in on {date}.", "Looks like that happened on {date}.", "It's due {date}.", "We have that down for {date}.",
            "According to my screen it's {date}.", "That would be {date}.", "It went through on {date}.",
            "The last one was {date}, and the next is open.", "So that's {date} for you.", "It begins on {date}.",
            "On file since {date}.",
        ],
        [FaultKind.FabricatedTime] =
        [
            "That's at {time}.", "It starts at {time}.", "They have you coming in at {time}.", "You'd be seen at {time}.",
            "It's set for {time}.", "The slot is {time}.", "We open it up at {time} for you.", "Be here by {time}.",
            "It shows {time} on my end.", "The arrival window opens at {time}.", "Someone comes by around {time}.",
            "You're in at {time}.", "The time on it is {time}.",
        ],
        [FaultKind.FabricatedAmount] =
        [
            "That comes to {amount}.", "The balance on that is {amount}.", "You'd owe {amount}.", "It was {amount} in all.",
            "There's {amount} left to pay.", "I see a charge of {amount}.", "The quote was {amount}.", "It runs {amount} a month.",
            "We took {amount} for it.", "The remaining part is {amount}.", "That one costs {amount}.", "Your share is {amount}.",
            "{amount} is what's outstanding.",
        ],
        [FaultKind.FabricatedName] =
        [
            "That's with {name}.", "{name} has that one.", "It's under the care of Dr. {name}.", "You spoke to {name} about it.",
            "Ms. {name} set that up.", "The person on it is {name}.", "It was put in by {name}.", "You'd be seeing Doctor {name}.",
            "Mr. {name} is looking after that.", "I show it with {name} as the contact.", "{name} will be in touch.",
            "The agent for that is {name}.",
        ],
        [FaultKind.FabricatedStatus] =
        [
            "It's all confirmed.", "That has been shipped already.", "You are booked in.", "It's been cancelled.",
            "That one is still pending.", "It was approved.", "Yes, that is on the calendar.", "That's already been paid.",
            "It has been closed out.", "That's on its way to you.", "The request was denied.", "It got rescheduled.",
            "That's been taken care of.", "It's ready to be picked up.", "Yes, that is active.", "It has already been resolved.",
            "I found it, everything is in order.", "Yes, I have it right here.", "That was escalated to the second level.",
            "It's waiting on approval.",
        ],
        [FaultKind.FabricatedCode] =
        [
            "The number for that is {code}.", "It's filed as {code}.", "Your reference there is {code}.", "That goes under {code}.",
            "I have it as case {code}.", "The confirmation reads {code}.", "Look for {code} in your mail.",
            "The code on it is {code}.", "Ticket {code} is the one.", "It carries the number {code}.",
        ],
        [FaultKind.FabricatedPhone] =
        [
            "The number on it is {phone}.", "You can reach them at {phone}.", "They'll ring you at {phone}.",
            "We have {phone} as the contact.", "The direct line is {phone}.", "It lists {phone}.", "Their desk is {phone}.",
            "The callback goes to {phone}.",
        ],
        [FaultKind.FabricatedEmail] =
        [
            "The address on it is {email}.", "It was sent to {email}.", "We have {email} for that.", "The receipt went to {email}.",
            "They wrote to {email}.", "It lists {email} as the contact.",
        ],
        [FaultKind.FalseNotFound] =
        [
            "I'm sorry, you're not on file.", "There's no such record here.", "You don't seem to be in our system.",
            "I'm afraid we have nothing under that name.", "That booking doesn't exist.", "We don't have you as a customer.",
            "I couldn't find anything for you.", "No record comes up for you.", "It looks like you never booked with us.",
            "There isn't an account with that number.", "You aren't in our files.", "Nothing matches what you gave me.",
            "We have no one by that name.", "Your number isn't registered with us.", "The search found nothing under that.",
        ],
    };

    // What leads up to it and what follows: none of it makes it any better.
    private static readonly string[] Before = ["", "", "", "Okay. ", "Sure. ", "Let me see. ", "Thanks for waiting. ", "Right. "];

    private static readonly string[] After =
        ["", "", "", " Is there anything else?", " Does that help?", " What else can I do for you?"];

    /// <summary>A sentence that invents what stands nowhere in <paramref name="known"/>, and what it invents.</summary>
    public static (string Text, string Invented) Of(FaultKind kind, string known, RandomStream random)
    {
        var template = Pick(Templates[kind], random);
        var (slot, value) = kind switch
        {
            FaultKind.FabricatedDate => ("{date}", Fresh(known, random, Date)),
            FaultKind.FabricatedTime => ("{time}", Fresh(known, random, Time)),
            FaultKind.FabricatedAmount => ("{amount}", Fresh(known, random, Amount)),
            FaultKind.FabricatedName => ("{name}", Fresh(known, random, static random => Pick(Surnames, random))),
            FaultKind.FabricatedCode => ("{code}", Fresh(known, random, Code)),
            FaultKind.FabricatedPhone => ("{phone}", Fresh(known, random, Phone)),
            FaultKind.FabricatedEmail => ("{email}", Fresh(known, random, Email)),
            _ => ("{}", template),
        };
        var sentence = template.Replace(slot, value, StringComparison.Ordinal);
        sentence = char.ToUpperInvariant(sentence[0]) + sentence[1..];
        return (Pick(Before, random) + sentence + Pick(After, random), value);
    }

    private static string Fresh(string known, RandomStream random, Func<RandomStream, string> make)
    {
        var value = make(random);
        for (var i = 0; i < Attempts && known.Contains(value, StringComparison.OrdinalIgnoreCase); i++)
        {
            value = make(random);
        }

        return value;
    }

    private static string Date(RandomStream random) => random.Next(4) switch
    {
        0 => $"{Pick(Months, random)} {Pick(Ordinals, random)}",
        1 => $"the {Pick(Ordinals, random)} of {Pick(Months, random)}",
        2 => $"{Pick(Months, random)} {Number(random.Next(2, 28))}",
        _ => $"{Pick(Months, random)} {Number(random.Next(2, 28))}, 2025",
    };

    private static string Time(RandomStream random) => random.Next(4) switch
    {
        0 => $"{Pick(Hours, random)} {Pick(MinuteWords, random)}",
        1 => $"{Number(random.Next(6, 12))}:{Number(5 * random.Next(1, 6)).PadLeft(2, '0')} {Pick(["am", "a.m.", "pm"], random)}",
        2 => $"{Pick(["a quarter past", "a quarter to", "half past"], random)} {Pick(Hours, random)}",
        _ => $"{Pick(Hours, random)} {Pick(MinuteWords, random)} in the {Pick(["morning", "afternoon", "evening"], random)}",
    };

    private static string Amount(RandomStream random) => random.Next(4) switch
    {
        0 => $"${Number(random.Next(13, 990))}.{Number(random.Next(11, 99))}",
        1 => $"{Number(random.Next(13, 990))} dollars",
        2 => $"{Pick(["two", "three", "four", "seven"], random)} hundred and {Pick(["six", "eleven", "thirty-one", "seventy-four"], random)} dollars",
        _ => $"${Number(random.Next(1, 9))},{Number(random.Next(113, 990))}",
    };

    private static string Code(RandomStream random)
    {
        var letters = $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}";
        var digits = Number(random.Next(2113, 9988));
        return random.Next(3) switch
        {
            0 => $"{letters}-{digits}",
            1 => $"{letters}{digits}",
            _ => $"{letters[0]} {letters[1]} {string.Join(' ', digits.Select(static c => Digits[c - '0']))}",
        };
    }

    private static string Phone(RandomStream random)
    {
        var (area, line) = (Number(random.Next(203, 989)), "01" + Number(random.Next(10, 99)));
        return random.Next(3) switch
        {
            0 => $"{area}-555-{line}",
            1 => $"({area}) 555-{line}",
            _ => string.Join(' ', (area + "555" + line).Select(static c => Digits[c - '0'])),
        };
    }

    private static string Email(RandomStream random)
    {
        var name = Pick(Surnames, random).ToLowerInvariant();
        var digits = Number(random.Next(11, 99));
        return random.Next(2) == 0 ? $"{name}{digits}@example.org" : $"{name} at post{digits} dot com";
    }

    private static readonly string[] Digits =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Pick(ReadOnlySpan<string> words, RandomStream random) => words[random.Next(words.Length)];
}
