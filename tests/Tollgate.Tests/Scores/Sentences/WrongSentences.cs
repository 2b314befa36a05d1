namespace Tollgate.Tests.Scores.Sentences;

/// <summary>What an agent must not say to a caller who asks for a record that is not there: all of it is invented.</summary>
internal static class WrongSentences
{
    public const string Tuned =
        """
        Your appointment is on March 12th at ten thirty.
        You're booked for Tuesday at two pm.
        Yes, APT-7781 is confirmed.
        I see your booking right here.
        That appointment has been cancelled.
        It's scheduled for 10:30 on Friday.
        Your booking was moved to April 2nd.
        You are all set for Monday morning.
        Doctor Hollis will see you then.
        It's with Dr. Patel.
        Your balance is $120.
        There's a fee of forty-five dollars on it.
        The deposit was a hundred and twenty dollars.
        Your confirmation number is CX-4471.
        The new code is B K four four nine two.
        You can call the desk at 312-555-0199.
        Their number is five five five oh one nine nine.
        We sent the details to winnie@example.com.
        It was confirmed yesterday.
        I found it. You're in at a quarter past nine.
        Okay, you have an appointment with us on the 14th.
        That one is still pending.
        It has been rescheduled to next week.
        Good news, your booking is confirmed for March 5th.
        I have you down for eleven o'clock.
        You're on the schedule for Wednesday.
        It went out on March 9th.
        Your visit is at noon.
        The booking shows as paid in full.
        It's already been approved.
        I've cancelled it for you.
        I have moved it to Friday.
        They rescheduled it last week.
        That was completed on the second of February.
        It was booked by Marta Quill.
        Marta Quill took that booking.
        Sandra handled it, and it's all taken care of.
        Your copay comes to 30 dollars.
        You owe $75.50 on it.
        It's in the system for 4 pm.
        The appointment runs from two to three pm.
        You'll find it's at half past eight.
        I couldn't find it at first, but it is confirmed.
        I don't see the number, but your appointment is on March 19th.
        Nothing under APT-7781, however you're booked for Monday at nine.
        There it is, APT-7781, under your name.
        Yes, I have your appointment here.
        Got it right here, everything looks fine.
        Your reservation is active.
        It is on hold at the moment.
        That booking expired in January.
        Your refund of eighty dollars was issued.
        Ok so that's been delivered.
        It shipped on Monday.
        Your claim was denied on February 3rd.
        The ticket is resolved.
        It's assigned to Gregory Vance.
        The technician is Paul Ostrander and he arrives at one.
        You're confirmed with Doctor Lindqvist.
        Your appointment is Thursday at ten, right?
        Yes, I see it. Anything else?
        You're booked for Saturday, does that work?
        It's on March 21st, isn't it?
        I can see that you're scheduled for 3:15 pm.
        I have it at 3:45.
        Your order is out for delivery.
        The order was received on Tuesday.
        The invoice is two hundred and ten dollars.
        Reference number 558812.
        It's under reference Q7-1180.
        Please note the time changed to 9:40 am.
        We have you at the Riverside office on Friday.
        You were seen by Nurse Abbott.
        It's been reserved for you since February.
        That's right, March 5th, and it's confirmed.
        Sure, it is booked for March 5th.
        Your booking for March 5th has been approved.
        Yes, that one is active.
        Yes Winifred, you have an appointment on March 5th.
        Indeed, APT-7781 has been cancelled.
        All right, I found your booking.
        I've pulled up your record.
        I've located your appointment, it's all good.
        It's here, and it's still open.
        There is a 15 percent discount on it.
        Your appointment lasts until 11:30 am.
        It's on Thursday the 26th.
        Your date of birth on file is July 9th, 1971.
        We have your phone as 773-555-0144.
        The email on it is w.tallow@mailbox.org.
        The last visit was two weeks ago.
        It was paid on December 30.
        I just confirmed it for you.
        Your booking has been confirmed by the doctor.
        That appointment was completed.
        You had a visit with Dr. Okafor.
        It's set for six thirty in the evening.
        The payment of $60 was processed.
        Your spot is reserved.
        Looks good, you're scheduled.
        Shall I cancel your appointment on March 9th?
        Do you still need your eleven o'clock?
        Would you like a receipt for the $75 that you paid?
        Are you aware that it was moved to March 13th?
        Is it okay with you that Dr. Brenner takes over?
        If so, your appointment is on March 9th.
        It's on March 9th if I'm not mistaken.
        I could push your 9:15 back a little.
        When you come in on March 16th, bring the letter.
        You can make it on Friday at 9:45, can't you?
        That's been cancelled. Is that the one you meant?
        I don't mind doing that. Does that work?
        """;

    /// <summary>Written with the others, and never looked at while the rules were made.</summary>
    public const string HeldOut =
        """
        Your appointment's coming up on the 17th of March.
        Looks like you're coming in at 8:45 am.
        You're seeing Dr. Brandt.
        I show you at two fifteen on Wednesday.
        Right, that's confirmed for Friday.
        It got cancelled by the office.
        Your booking is good, see you then.
        I've got you down for Tuesday the 10th.
        It was changed to a telephone visit on March 11th.
        The total comes to $89.99.
        You paid sixty five dollars already.
        Your code is KT-9021.
        Confirmation four four one eight two.
        The desk's direct line is 630-555-0127.
        An email went to tallow77@webmail.net.
        It's with Angela Moreno at nine.
        Kowalski has you at one o'clock.
        It's waiting for approval, still pending with the manager.
        The status is confirmed.
        APT-7781 is all confirmed, nothing to do.
        Yes, it's in here.
        I do see it, you're fine.
        Yep, found your booking.
        Your appointment is still on.
        The doctor approved it on Monday.
        We cancelled that one last month.
        It's ready for pickup.
        It has been dispatched.
        Your package arrives on March 8th.
        They closed it three days ago.
        You have a balance of twelve dollars and fifty cents.
        It's 40 dollars with a ten percent discount.
        That is booked under reference ZX81-55.
        You should be there by quarter to nine.
        You are expected at 16:30.
        It starts at five past four... I mean 4:05 pm.
        The slot is from 1 pm to 1:30 pm.
        It's on Sunday.
        The appointment took place on January 8th.
        You missed it, it was last Tuesday.
        I couldn't see it before, but now it's showing as booked.
        There's nothing under that code; your other visit is on April 14th.
        No record by number, but Dr. Feld has you at noon.
        You have one visit, March 30, at 7:20 pm.
        Your next appointment is at the Oakmont location.
        Mr. Delgado will call you back at 6.
        Yes, that booking exists.
        Your appointment has already been paid for.
        Everything is set for March 5th.
        It's been rebooked.
        It is under review by our team since February 20th.
        Your claim is approved for $300.
        The deposit has been refunded.
        That one's been taken care of.
        Your booking is valid until May 1st.
        I can confirm you are booked.
        I can tell you it's at 10:10.
        The reservation is guaranteed.
        I have it, and it's marked complete.
        Your appointment was confirmed with Tessa.
        """;
}
