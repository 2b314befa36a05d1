namespace Tollgate.Tests.Scores.Sentences;

/// <summary>What an agent may say to a caller who asks for a record that is not there.</summary>
internal static class RightSentences
{
    public const string Tuned =
        """
        I'm sorry, I can't find a booking with the number APT-7781.
        I don't see anything under that number.
        There's no appointment under Winifred Tallow on March 5th.
        I couldn't find that one. Could you read me the number again?
        Hmm, nothing comes up for APT-7781.
        I wasn't able to locate that booking. Do you have another reference?
        We don't have a record of that, I'm afraid.
        That number doesn't match anything in our system.
        My search came back empty. Could it be under a different name?
        I've looked, and there is no booking with that number.
        No luck, I'm afraid. May I have the phone number on the booking?
        I'm not finding it. Would you spell the last name for me?
        It's not showing up on my end.
        I have no record of an appointment for you on that day.
        That booking number isn't in our system.
        I can't see a reservation by that name, Ms. Tallow.
        Unfortunately there is nothing on file for Tallow.
        I've checked under Tallow and under your number, and nothing came up.
        I'm sorry, but I have no booking APT-7781 here. What day did you make it?
        Let me make sure I have it right: A P T seven seven eight one?
        Could you tell me the date of the appointment?
        What name was it booked under?
        Is it possible that the booking was made with another clinic?
        I'd rather not guess. I don't have that booking in front of me.
        I can't confirm that, because I find no such booking.
        Without a matching record I can't tell you the date or the time.
        If the booking had been cancelled I would still see it, and I don't.
        If it was booked by phone, it may be under another name. Who made it?
        There is no match for that. Shall I try your phone number?
        I don't have any record of a payment either, so I can't say whether it went through.
        Nothing under that name, I'm sorry. Shall I make you a new appointment?
        I do not see you on the schedule for March 5th.
        The system returns no results for APT-7781.
        Sorry about that, I'm drawing a blank on that one.
        That's odd, I have nothing here for that reference.
        We have no patient by that name.
        I couldn't locate any account that belongs to that number.
        I'm unable to find it, so let me transfer you to someone who can look further.
        I'll put you through to the billing desk, they may know more.
        Let me connect you with a colleague who can help you with that.
        I've searched for APT-7781 and no booking exists with that code.
        It does not look like we have that appointment.
        It doesn't appear in our records, so I cannot say what happened to it.
        I'm sorry, that code is not valid in our system. Could you check the letter you got?
        I see no booking for tomorrow or any other day.
        I'm not seeing a March 5th visit.
        There isn't a booking like that. Do you remember who you spoke with?
        I have your name as Winifred Tallow, but no appointment comes up.
        You said APT-7781, is that right?
        I heard APT-7781. I can't find that one.
        Just to confirm, you're asking about APT-7781?
        I tried that number and got no match.
        Looks like there's nothing in here for that one.
        The booking you mention isn't listed.
        I don't have that on my list for Thursday.
        There's no Tallow in the book for March 5th.
        I wish I had better news, but I cannot find it.
        Sorry, no record. Would you like to book a new one?
        I can't pull up any booking by that number.
        Your booking isn't coming up. Is there another number, for example an order number like ORD-1234?
        Our booking numbers usually start with APT, such as APT-1002. Could you check yours?
        I see a booking for a Winifred Tallon, could that be you?
        I do have a booking under Tallon instead. Is that the one?
        The closest I have is a Tallon. Did you mean that one?
        I found a similar number, APT-7787, but not APT-7781. Might that be yours?
        I don't have APT-7781, but I do have APT-7787. Is that you?
        There's one under Tallon with the number APT-7787, is that yours?
        I only see a booking for someone else, so I'd rather ask: what's your date of birth?
        I'm afraid that doesn't ring a bell in our records. When did you book it?
        We don't seem to have that booking.
        I've gone through the list twice and it isn't there.
        That one isn't on file. I can take a message for the front desk.
        I cannot help with that booking because there's no record of it.
        It's not here, Winifred. Where did you get the number from?
        No such booking, I'm afraid.
        Not under that number, no.
        I can't say when it is, since there's no such appointment on the books.
        I wasn't able to pull up an appointment, so I don't want to tell you anything that may be wrong.
        I don't want to give you a wrong date. Nothing matches that code.
        Nobody by that name is in our files.
        I'm getting no hits on that number.
        The number you gave me isn't bringing anything up.
        My apologies, I see nothing scheduled for you.
        There are no upcoming visits under Tallow.
        I have checked, and that booking does not exist.
        Sorry, I came up empty on APT-7781.
        We have zero records with that code.
        Not a single booking matches, I'm sorry to say.
        I don't find you in our system, may I have your date of birth?
        I've got nothing for that. Could you hold while I check with the desk?
        I can't track that one down.
        You're not in the book for that day, as far as I can see.
        Neither the number nor the name turned anything up.
        The record you are asking for isn't available to me. I can hand you over to the office.
        I'm having no success with that number. Could you repeat it slowly?
        That's not a number I recognize. Can you give it to me once more?
        I couldn't match that to any booking.
        Would you mind repeating the booking number?
        Please give me your date of birth, so that I can look again.
        Maybe I misheard you. What was the number again?
        I have a Tallon. Is that you?
        There's someone named Tallon here. Could that be how it is spelled?
        Is your booking the one with APT-7787?
        Was the appointment on March 9th, or on the 10th?
        If your appointment was on March 9th, I would see it here. I don't.
        I'm sorry, I couldn't do anything with that number. Anything else?
        I couldn't make that reservation. Anything else?
        Making a reservation was not possible. Is there something else you need?
        Do you know your code?
        For example, your code might be APT-1002, so could you look again?
        """;

    /// <summary>Written with the others, and never looked at while the rules were made.</summary>
    public const string HeldOut =
        """
        Hmm, I'm not seeing that one at all.
        That reference didn't bring up any results.
        I'm afraid we've got no trace of that booking.
        There doesn't seem to be an appointment with that number.
        I looked everywhere and couldn't find it, sorry.
        It isn't in the calendar. Was it maybe with a different office?
        I have searched our schedule and Tallow isn't on it.
        I've no booking of that number, sorry.
        Sorry, that number gives me nothing.
        I'm unable to locate a visit on March 5th.
        We don't show any appointment for you.
        Apologies, the search turned up nothing.
        I'm not able to see it from here. Could you give me the phone number you used?
        That doesn't exist in our records.
        I find no such code. Could there be a typo?
        It could be that the booking never went through. What name did you use?
        Let me double check: was it A P T seven seven eight one?
        May I get your date of birth to search again?
        Which day did you think it was?
        I can't give you details on it, because I have no such appointment.
        Before I say anything wrong, let me pass you to the front desk.
        I'll get you to someone who can dig deeper.
        I'm going to transfer you to the office so they can look into it.
        Our list has nobody named Tallow.
        I don't have it. Do you want to make a new one?
        There was no match, unfortunately.
        No appointments are listed under your name.
        I'm sorry Winifred, your name isn't coming up.
        I can't see that you have a booking with us.
        I regret that I can't find that booking.
        We've nothing under that code.
        Nothing was found for APT-7781.
        APT-7781 isn't a booking I can find.
        APT-7781 doesn't exist here, I'm sorry.
        I don't think that's one of ours. Who gave you the number?
        That's strange, it's not coming up.
        Hm, no. Nothing under Tallow for that Thursday.
        It's possible that it was removed, but I can't tell; I just don't see it.
        There's a Tallon in here, is that how you spell it?
        I do see someone with a similar name, a Tallon. Is that you by any chance?
        Could you possibly have meant APT-7787?
        The nearest match is APT-7787, would that be it?
        I see another booking, APT-7787, but it's not under Tallow. Do you know that number?
        I can't find a file. What's the best way to look you up?
        Can you spell Tallow for me, please?
        Do you happen to have an email confirmation handy?
        I'm not finding any record, so I can't move it. Shall I book you in fresh?
        I have you as Winifred Tallow, but I see no visits.
        I understand this is frustrating, but I have no record of it.
        It's not in my system and I won't make something up.
        My screen shows no bookings for that name.
        There's simply no such appointment.
        Sadly I can't find any mention of it.
        I don't see APT-7781 anywhere in the schedule.
        I cannot locate your record with the information given.
        Let me have another look. Was it for this week?
        I have checked March 5th and there's no Tallow.
        No entry for that number exists.
        I looked for that and struck out, I'm sorry.
        It seems we have no information on that booking.
        """;
}
