namespace Tollgate.Tests.Sessions.Recognition;

/// <summary>Callers' turns as a suite writes them, each with the words that carry its meaning.</summary>
internal static class Lines
{
    public static readonly (string Said, string[] Entities)[] All =
    [
        ("Hi, I'd like to book a cleaning with Doctor Osterhaus for next Tuesday.", ["Osterhaus", "next Tuesday"]),
        ("My date of birth is March 3rd, 1984, and it's Smith, S M I T H.", ["March 3rd, 1984", "Smith"]),
        ("Can you do three thirty p.m. instead?", ["three thirty p.m."]),
        ("No, the fifteenth, not the fiftieth.", ["fifteenth"]),
        ("The confirmation code is M L 4 4 7, M as in Mary.", ["M L 4 4 7"]),
        ("My number is 5550142, extension fifteen.", ["5550142", "fifteen"]),
        ("I was wondering if you still have the two bedroom apartment on Willow Street.", ["Willow Street"]),
        ("Yes, that works for me.", []),
        ("The heater is leaking and there is water all over the basement floor.", ["heater", "basement"]),
        ("I can't log in, it says my password has expired.", ["password"]),
        ("How much would a haircut and color be with Priya?", ["haircut", "color", "Priya"]),
        ("We have about forty people in the sales team, mostly in Denver and Boise.", ["forty", "Denver", "Boise"]),
        ("Could you send it to the other address, please?", []),
        ("It was charged twice, forty five dollars and ninety cents each time.", ["forty five dollars and ninety cents"]),
        ("Winifred Tallow, room two fourteen.", ["Winifred Tallow", "two fourteen"]),
        ("He took two extra warfarin pills by mistake about an hour ago.", ["two", "warfarin"]),
        ("I don't remember the account number, sorry.", []),
        ("Okay, and what time do you close on Saturday?", ["Saturday"]),
        ("Please tell them to come around the back because the front gate is locked.", ["back"]),
        ("That's all, thank you so much.", []),
    ];
}
