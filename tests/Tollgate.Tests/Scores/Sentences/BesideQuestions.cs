namespace Tollgate.Tests.Scores.Sentences;

/// <summary>
/// Facts beside questions, in them, and behind "if" and "I can". Written at one go, and kept, before the rules were
/// amended for such sentences; which of them fail was not looked at. The same hand wrote rules and sentences.
/// </summary>
internal static class BesideQuestions
{
    /// <summary>What may be said to the caller of a missing record.</summary>
    public const string Right =
        """
        I have an APT-7787 for a Tallon here, would that be you?
        There is a Tallon with APT-7787. Is that your booking by any chance?
        The only thing close to it is APT-7787, is that the number you meant?
        Under the name Tallon I see APT-7787, could that be the one?
        I found someone called Tallon. Is your name spelled with an N?
        Could the number be APT-7787?
        Is it Tallow with a W or Tallon with an N?
        Might it be under Tallon rather than Tallow?
        Did you mean APT-7787, which is under Tallon?
        Is APT-7787 the one you're after?
        My search gave me a Tallon, APT-7787, but no Tallow. Does that sound right to you?
        Are you perhaps Ms. Tallon?
        Was that seven seven eight seven at the end, rather than eight one?
        I get one hit, a Tallon. Is that a misspelling of your name?
        Would the last two digits be eight seven instead of eight one?
        When did you make that booking?
        Do you know roughly what time it was for?
        Was it for the morning or the afternoon?
        Was it this Thursday, or Thursday of next week?
        Which of our doctors was it with?
        Did you book it online or over the phone?
        Have you got the text message or the letter that came with it?
        Can you read me the number one more time, slowly?
        How do you spell your last name?
        And what's the best phone number for you?
        Who was it that you talked to when you booked?
        What is your date of birth, so I can try it another way?
        Could it have been made under your husband's name?
        Has anything like an email or a text come with a different number on it?
        Would you mind holding for a minute while I check again?
        I don't have anything for APT-7781 on March 5th, shall we set up a new one?
        Nothing is coming back for that number, so could I try your phone?
        I checked March 5th and there is no Tallow on it, might it be another day?
        That code isn't known to me. Is it possible that a digit is missing?
        There's no such number. Do you think it was cancelled at some point?
        I can't find it, so I can't say whether it was confirmed. Who told you that it was?
        I see no booking for you, Winifred. Was it maybe made for somebody else in the family?
        The number has no match here. Would you like me to look for the date instead?
        I'm afraid I have no APT-7781. Are you sure that it's with Lakeside Clinic?
        We've got no one by the name of Tallow on Thursday. Could it be Friday?
        Nothing turned up under either. Do you want to try another spelling?
        I don't see that you were booked for March 5th. Did somebody confirm it to you?
        Sorry, I'm not finding it. Is there a chance that it got moved?
        No Tallow on the fifth, no. Do you have any other number on that letter?
        I can't see anything on March 5th at all. Shall I put you through to the front desk?
        If you'd like, I can book you a new visit on March 5th instead.
        Once we've found it I can tell you whether it's confirmed, but right now I don't see it.
        I can't see whether it was cancelled or moved, because there is no such booking.
        I'd need the right number before I can cancel or move anything. What does the letter say?
        Let me hand you to billing, they can tell whether it was paid.
        Today is Monday, so Thursday would be the 5th, and I see no Tallow on it.
        We're open from 8 to 5, so it can't have been in the evening. What time did you have in mind?
        I can look by name, by number or by phone. Which would you like?
        If it was cancelled, it would not show up here any more. It doesn't show up.
        Suppose it's a typo: could it be APT-7787?
        I could only find a booking for a Tallon, and I don't want to read you someone else's details.
        You can call us again once you've found the letter; without it I can't find the booking.
        I looked for APT-7781 and for Tallow, and neither is there.
        So that's APT-7781 for Winifred Tallow on March 5th, is that right?
        Let me see if I have that: March 5th, Tallow, APT-7781. Correct?
        """;

    /// <summary>What must not be said: all of it is invented.</summary>
    public const string Wrong =
        """
        You're coming in on March 18th at nine. Do you need directions?
        I have you with Dr. Marchetti that day. Would you like his number?
        It looks like that one went through on the 27th. Was there something you wanted to change?
        The balance stands at $64. How would you like to pay?
        That was cancelled on our end. Do you want a new one?
        Okay, Winifred, you're down for 11:20. Can I get your phone number to confirm?
        Right, that's with Nurse Callahan on Tuesday. Is that what you wanted to know?
        So your visit is the following Monday, March 16th. Shall I send a reminder?
        We moved you to the afternoon, two forty-five. Does that suit you?
        Your reference there is LM-3092. Do you have a pen?
        I sent the receipt to wtallow@inbox.net. Did you get it?
        You can reach the desk on 312-555-0171. Will there be anything else?
        Your copay was thirty-five dollars. Have you paid it already?
        It's all sorted. What else can I do for you?
        Your appointment is still active. Should I cancel it?
        I do see that booking. Which part would you like to change?
        That visit was completed. Would you like a follow-up?
        It's been confirmed since last week. Did nobody call you?
        The doctor will see you at a quarter to four. Are you able to make it?
        Everything's in order with it. Could you arrive a little early?
        You're booked for March 11th, would you like to keep that?
        It's at 9:50 am, is that still good for you?
        Since your appointment is on March 24th, do you want me to text you the day before?
        I have you down for one thirty, or would you prefer the morning?
        That's with Dr. Osei, did you want someone else?
        Your booking is confirmed, may I help with anything else?
        It was $45, shall I email you the invoice?
        The booking went to pending, do you want me to push it through?
        I've got you on Wednesday the 11th at eight, okay?
        You have a visit on March 30th, don't you?
        It shows as cancelled, was that you?
        I moved it to Friday, will that do?
        You're seeing Dr. Petrova at three, correct?
        They've put you in at 4:10 pm, can you come then?
        I'm showing April 6th for that, does that ring a bell?
        It's under confirmation HG-2218, do you want to write that down?
        Your spot is at six in the evening, shall I keep it for you?
        There's a forty dollar fee on that one, how do you want to pay it?
        That got rescheduled to May 4th, didn't they tell you?
        Ms. Andersson took that call, should I put you through to her?
        Would you like to keep your appointment on March 17th at two?
        Do you want me to cancel your ten fifteen with Dr. Weller?
        Shall I send the confirmation for March 26th to your phone?
        Can you still make it on Saturday at 11:45?
        Did you know that your booking was moved to March 13th?
        Are you calling about the visit with Dr. Sorensen on March 10th?
        Could you come ten minutes before your 3:20 appointment?
        Would you like to pay the $95 that is still open?
        Do you remember that we rescheduled you for the 22nd?
        Is it all right that Dr. Halvorsen will see you instead of Dr. Kim?
        I can move your 10:30 to another day.
        If you can't make it on March 23rd, let me know.
        I'll see you down here on March 14th at nine, then.
        Let me confirm that: March 20th at four pm with Dr. Lund.
        I'd be happy to cancel your appointment on April 9th.
        You said APT-7781, and that one is booked for Thursday, March 12th.
        Maybe you forgot, but you're scheduled for two o'clock.
        I checked under your name, and you are in for Monday at 8:30.
        I looked for APT-7781 and it's confirmed for March 6th.
        As I understood it, your visit was paid in full, 80 dollars.
        """;
}
