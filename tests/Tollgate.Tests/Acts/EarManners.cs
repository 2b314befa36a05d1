namespace Tollgate.Tests.Acts;

/// <summary>
/// The same acts in many manners, written for these tests and heard as they were first said: what asks something of the
/// caller, nothing before it, what the caller said, and the words. The first ones ask nothing, though they sound like it.
/// </summary>
internal static class EarManners
{
    public const string Table =
        """
        |  | Okay, so what do we do now. | Your appointment is on Friday at two.
        |  | Okay, so what do we do now. | You can park in the garage next door.
        |  | Okay, so what do we do now. | We're open from eight to six.
        |  | Okay, so what do we do now. | The technician will call you half an hour before.
        |  | Okay, so what do we do now. | I've sent it to your email.
        |  | Okay, so what do we do now. | No problem at all.
        |  | Okay, so what do we do now. | He's with us until the end of May.
        |  | Okay, so what do we do now. | I can't share that information over the phone.
        |  | Okay, so what do we do now. | The doctor is in on Mondays and Wednesdays.
        |  | Okay, so what do we do now. | If you have any trouble, just call us.
        |  | Okay, so what do we do now. | I've added a note to your file.
        |  | Okay, so what do we do now. | Everything looks good on my end.
        |  | Okay, so what do we do now. | It's the brick building across from the bank.
        |  | Okay, so what do we do now. | It costs forty dollars a month.
        |  | Okay, so what do we do now. | I'm sorry to hear that.
        |  | Okay, so what do we do now. | That's a great question.
        |  | Okay, so what do we do now. | I understand how frustrating that is.
        |  | Okay, so what do we do now. | Unfortunately, we don't take walk-ins.
        |  | Okay, so what do we do now. | Your balance is two hundred and twelve dollars.
        |  | Okay, so what do we do now. | You're very welcome.
        |  | Okay, so what do we do now. | It should arrive by Wednesday.
        |  | Okay, so what do we do now. | Please bring your insurance card.
        |  | Okay, so what do we do now. | That's one for the billing team.
        |  | Okay, so what do we do now. | Thanks for your patience.
        |  | Okay, so what do we do now. | Your ticket number is T-20711.
        |  | Okay, so what do we do now. | I hope you feel better.
        |  | When does my lease end? | Your lease ends on May thirty-first.
        |  | When can the doctor see me? | Her next opening is on Monday at nine.
        |  | How much do I owe? | You owe ninety-four dollars and twelve cents, due March fifteenth.
        |  | Is it open on Sunday? | No, we're closed on Sundays.
        |  | What's my ticket number? | It's T-20602.
        |  | I'd like to pay it off. | Okay. It comes to two hundred and twelve dollars.
        |  | My dog ate it. | Oh no! I hope he's all right.
        |  | Where are you? | We're at 12 Pine Street, right across from the park.
        |  | Thanks. | Of course, happy to help.
        |  | How long does it take? | It usually takes about two hours, sometimes a little longer.
        |  | Can he call me? | He'll give you a call this afternoon.
        |  | Is that all I need? | Yes, that's all you need to bring.
        |  | Which doctor is it? | It's Doctor Ramos, on the second floor.
        |  | Can I change it later? | You can change it any time up to the day before.
        |  | Do I have to sign something? | You'd sign it when you come in.
        |  | I've been waiting all week. | I completely understand, and I'm sorry about the delay.
        |  | Does it cost anything? | There's no charge if you cancel a day ahead.
        |  | Who will come? | Glenn Ackerman will meet you there.
        |  | Do you take cards? | We take all major cards, and cash as well.
        |  | What happens next? | Next, the billing team looks at it and sends you a letter.
        |  | Should I turn it off? | Yes, go ahead and turn it off at the wall.
        |  | I can't find my badge. | That's okay, it happens to all of us.
        |  | Can I come earlier? | You can come fifteen minutes early and fill in the form here.
        |  | What did you find? | I found two appointments under your name.
        |  | I want a refund. | That's something only the owner can decide.
        |  | Will I get a text? | Yes, you'll get a text as soon as he's on his way.
        |  | Okay, how do I do that? | Just open the app, go to settings, and tap on reset.
        |  | Do you know why? | I don't see a reason in the notes, I'm afraid.
        |  | It's urgent. | In that case, the on-call doctor is the right person.
        AnythingElse |  | Okay, so what do we do now. | Is there anything else I can help you with?
        AnythingElse |  | Okay, so what do we do now. | Can I help you with something else today?
        AnythingElse |  | Okay, so what do we do now. | Will that be all for today?
        AnythingElse |  | Okay, so what do we do now. | Any other questions for me?
        AnythingElse |  | Okay, so what do we do now. | Does that take care of everything?
        AnythingElse |  | Okay, so what do we do now. | Anything more I can do?
        AnythingElse |  | Okay, so what do we do now. | Did you need anything else from me?
        AnythingElse |  | Okay, so what do we do now. | Anything else?
        AnythingElse |  | Okay, so what do we do now. | What else can I do for you?
        AnythingElse |  | Okay, so what do we do now. | Was that everything?
        AnythingElse |  | Okay, so what do we do now. | Do you have any other questions?
        AnythingElse |  | Okay, so what do we do now. | Is there something else you need?
        AnythingElse |  | Okay, so what do we do now. | Are you all set, then?
        AnythingElse |  | Okay, so what do we do now. | Is that all you needed?
        AnythingElse |  | Okay, so what do we do now. | Anything else before I let you go?
        AskChoice |  | Okay, so what do we do now. | Is this for yourself or someone else?
        AskChoice |  | Okay, so what do we do now. | I have ten, eleven, or two o'clock. Which one would you like?
        AskChoice |  | Okay, so what do we do now. | Do you want the window or the aisle?
        AskChoice |  | Okay, so what do we do now. | Should I send it by text or by email?
        AskChoice |  | Okay, so what do we do now. | Is that a checking or a savings account?
        AskChoice |  | Okay, so what do we do now. | Is it urgent, or can it wait till morning?
        AskChoice |  | Okay, so what do we do now. | We could do the short one or the long one, what do you think?
        AskChoice |  | Okay, so what do we do now. | Would you like to reschedule, or just cancel it?
        AskChoice |  | Okay, so what do we do now. | Is the one on the left okay, or would you like the other?
        AskChoice |  | Okay, so what do we do now. | So, card or bank transfer?
        AskChoice |  | Okay, so what do we do now. | Would you prefer Monday or Tuesday?
        AskChoice |  | Okay, so what do we do now. | Morning or afternoon?
        AskChoice |  | Okay, so what do we do now. | Would you rather come in, or do it by phone?
        AskChoice |  | Okay, so what do we do now. | Are you a new or an existing customer?
        AskChoice |  | Okay, so what do we do now. | Which of the two would you like?
        AskChoice |  | Okay, so what do we do now. | There's a nine thirty and a four fifteen. Which works better?
        AskChoice |  | Okay, so what do we do now. | Do you want to keep it as it is or change it?
        AskChoice |  | Okay, so what do we do now. | Are you looking to buy or to rent?
        AskChoice |  | Okay, so what do we do now. | Do you have a preference between Dana and Lena?
        AskChoice |  | Okay, so what do we do now. | Is it the same address as before, or a new one?
        ConfirmAction |  | Okay, so what do we do now. | Shall I book that for you?
        ConfirmAction |  | Okay, so what do we do now. | Do you want me to put that through?
        ConfirmAction |  | Okay, so what do we do now. | May I go ahead and submit the order?
        ConfirmAction |  | Okay, so what do we do now. | I'll cancel the Tuesday visit, then. Is that okay?
        ConfirmAction |  | Okay, so what do we do now. | Ready for me to book it?
        ConfirmAction |  | Okay, so what do we do now. | Would you like me to send them a message?
        ConfirmAction |  | Okay, so what do we do now. | So I'll move you to Friday, all right?
        ConfirmAction |  | Okay, so what do we do now. | Do you still want to go through with it?
        ConfirmAction |  | Okay, so what do we do now. | Are you sure you want to cancel?
        ConfirmAction |  | Okay, so what do we do now. | Shall I put you down for Thursday, then?
        ConfirmAction |  | Okay, so what do we do now. | Want me to go ahead?
        ConfirmAction |  | Okay, so what do we do now. | Would it be okay if the technician lets himself in?
        ConfirmAction |  | Okay, so what do we do now. | Do you agree to those terms?
        ConfirmAction |  | Okay, so what do we do now. | Should I go ahead and cancel it?
        ConfirmAction |  | Okay, so what do we do now. | Is it all right if I place you on a short waiting list?
        ConfirmAction |  | Okay, so what do we do now. | Okay if I send the request to your manager?
        ConfirmAction |  | Okay, so what do we do now. | Can I go ahead and renew it for a year?
        ConfirmAction |  | Okay, so what do we do now. | Do I have your permission to run a check?
        ConfirmAction |  | Okay, so what do we do now. | Should we go ahead with that?
        ConfirmAction |  | Okay, so what do we do now. | Are you happy for me to close the ticket?
        ConfirmAction |  | Okay, so what do we do now. | Mind if I update your record with that?
        ConfirmAction |  | Okay, so what do we do now. | Is it okay to charge the card on file?
        ConfirmAction |  | Okay, so what do we do now. | I'll go ahead and add your husband to the list, okay?
        ConfirmAction |  | Okay, so what do we do now. | Shall we lock that in?
        ConfirmAction |  | Okay, so what do we do now. | Just say the word and I'll book it.
        ConfirmAction |  | Okay, so what do we do now. | May I have them call you back on that?
        Goodbye |  | Okay, so what do we do now. | Goodbye!
        Goodbye |  | Okay, so what do we do now. | Take care, Mr. Byrne.
        Goodbye |  | Okay, so what do we do now. | Talk to you soon.
        Goodbye |  | Okay, so what do we do now. | Have a lovely weekend.
        Goodbye |  | Okay, so what do we do now. | Thank you for calling Maple Harbor.
        Goodbye |  | Okay, so what do we do now. | All the best, and goodbye.
        Goodbye |  | Okay, so what do we do now. | Bye for now.
        Goodbye |  | Okay, so what do we do now. | Good night!
        Goodbye |  | Okay, so what do we do now. | Have a great day!
        Goodbye |  | Okay, so what do we do now. | Thanks for calling, bye.
        Goodbye |  | Okay, so what do we do now. | See you on Thursday!
        Goodbye |  | Okay, so what do we do now. | You too, bye-bye.
        Goodbye |  | Okay, so what do we do now. | Enjoy the rest of your day.
        Goodbye |  | Okay, so what do we do now. | We look forward to seeing you.
        Goodbye |  | Okay, so what do we do now. | Have a wonderful evening, ma'am.
        Goodbye |  | Okay, so what do we do now. | Drive safely.
        Hold |  | Okay, so what do we do now. | One moment, please.
        Hold |  | Okay, so what do we do now. | Give me just a second.
        Hold |  | Okay, so what do we do now. | I'm looking that up now.
        Hold |  | Okay, so what do we do now. | Please hold while I check on that.
        Hold |  | Okay, so what do we do now. | Let me take a quick look.
        Hold |  | Okay, so what do we do now. | I'll be right back with you.
        Hold |  | Okay, so what do we do now. | Would you mind holding while I check?
        Hold |  | Okay, so what do we do now. | Let me get that set up for you.
        Hold |  | Okay, so what do we do now. | Hold on, let me find that.
        Hold |  | Okay, so what do we do now. | One sec.
        Hold |  | Okay, so what do we do now. | Let me pull that up.
        Hold |  | Okay, so what do we do now. | Bear with me while I check.
        Hold |  | Okay, so what do we do now. | Hang on, I'm just opening your file.
        Hold |  | Okay, so what do we do now. | Just a minute, the page is loading.
        Hold |  | Okay, so what do we do now. | Okay, checking now.
        Hold |  | Okay, so what do we do now. | Can you hold for a moment?
        Hold |  | Okay, so what do we do now. | Let me see what we have.
        Hold |  | Okay, so what do we do now. | Alright, working on it.
        Hold |  | Okay, so what do we do now. | I'm going to look into that real quick.
        Hold |  | Okay, so what do we do now. | Let me verify that for you.
        Offer |  | Okay, so what do we do now. | Would you like to hear about our other plans?
        Offer |  | Okay, so what do we do now. | I can also check the waiting list for you.
        Offer |  | Okay, so what do we do now. | Should I take a look at what else is available?
        Offer |  | Okay, so what do we do now. | Would a morning visit suit you better?
        Offer |  | Okay, so what do we do now. | How would Wednesday at two be?
        Offer |  | Okay, so what do we do now. | Can I interest you in a six-month plan?
        Offer |  | Okay, so what do we do now. | We could do Friday at noon, if that works for you.
        Offer |  | Okay, so what do we do now. | Do you want to give it a try?
        Offer |  | Okay, so what do we do now. | I can text you the address if you want.
        Offer |  | Okay, so what do we do now. | What about the following week?
        Offer |  | Okay, so what do we do now. | Do you need help finding us?
        Offer |  | Okay, so what do we do now. | Shall we try another day?
        Offer |  | Okay, so what do we do now. | Would you like to speak to a nurse?
        Offer |  | Okay, so what do we do now. | Want to hear what else is open that day?
        Offer |  | Okay, so what do we do now. | If you like, I can look at next week.
        Offer |  | Okay, so what do we do now. | I could see if Teo has anything earlier.
        Offer |  | Okay, so what do we do now. | Does four o'clock work for you?
        Offer |  | Okay, so what do we do now. | There's an opening on Monday at three, would that work?
        Offer |  | Okay, so what do we do now. | May I suggest the deep tissue massage instead?
        Offer |  | Okay, so what do we do now. | Would it help if I explained how that works?
        Offer |  | Okay, so what do we do now. | Would you be interested in our premium package?
        Offer |  | Okay, so what do we do now. | Are you open to seeing someone else?
        Offer |  | Okay, so what do we do now. | Would you like a reminder the day before?
        Offer |  | Okay, so what do we do now. | Could you do Thursday at eight instead?
        Offer |  | Okay, so what do we do now. | I'm happy to look for a later time.
        Offer |  | Okay, so what do we do now. | You could also come in on Saturday. Would you like that?
        ReadBack |  | It's 414 555 0121. | Great, and I have that as 414-555-0121.
        ReadBack |  | The last name is Trimble. | Trimble, got it.
        ReadBack |  | I'd like Friday at three. | Friday at three, sure thing.
        ReadBack |  | 48 Willow Lane. | And that's forty-eight Willow Lane, right?
        ReadBack |  | There are six of us. | So a party of six.
        ReadBack |  | Four months please. | Four months, okay.
        ReadBack |  | My email is gwen at harbor dot org. | So that's G-W-E-N at harbor dot org?
        ReadBack |  | Unit 12C. | You're in 12C, correct?
        ReadBack |  | Promo code SPRING20. | Okay, I've entered SPRING20.
        ReadBack |  | GC 70165. | Let me read that back to you. GC-70165. Is that right?
        ReadBack |  | March 3 1985. | I heard March third, 1985, is that correct?
        ReadBack |  | Tuesday morning. | To confirm, you want Tuesday morning.
        ReadBack |  | It's asset tag BW 31062. | That'd be BW-31062?
        ReadBack |  | I'm at Mill Road. | You said Mill Road?
        ReadBack |  | Two one eight, five five five, oh one oh nine. | Two one eight, five five five, zero one zero nine. Thanks!
        ReadBack |  | L A 40022. | LA-40022, that's Harlan Print Works, is that right?
        ReadBack |  | My cell is 614 555 0113. | Thanks, I'll update your number to 614-555-0113.
        Request |  | Okay, so what do we do now. | What's your name?
        Request |  | Okay, so what do we do now. | And the date of birth?
        Request |  | Okay, so what do we do now. | What number can they reach you at?
        Request |  | Okay, so what do we do now. | Which day were you hoping for?
        Request |  | Okay, so what do we do now. | Do you have your account number in front of you?
        Request |  | Okay, so what do we do now. | How many guests will there be?
        Request |  | Okay, so what do we do now. | I'll need your zip code as well.
        Request |  | Okay, so what do we do now. | Could you tell me a bit more about the problem?
        Request |  | Okay, so what do we do now. | When did this start?
        Request |  | Okay, so what do we do now. | And the last four digits of the card?
        Request |  | Okay, so what do we do now. | Under what name is the reservation?
        Request |  | Okay, so what do we do now. | Would you happen to know your member number?
        Request |  | Okay, so what do we do now. | If you could give me your last name, I'll look it up.
        Request |  | Okay, so what do we do now. | How can I help?
        Request |  | Okay, so what do we do now. | What's the best callback number in case we get disconnected?
        Request |  | Okay, so what do we do now. | Can I get a phone number?
        Request |  | Okay, so what do we do now. | Who am I speaking with today?
        Request |  | Okay, so what do we do now. | Could I grab your email address?
        Request |  | Okay, so what do we do now. | What time works best?
        Request |  | Okay, so what do we do now. | And how long do you plan to stay?
        Request |  | Okay, so what do we do now. | What's the street address?
        Request |  | Okay, so what do we do now. | Please tell me the serial number on the back.
        Request |  | Okay, so what do we do now. | What brings you in today?
        Request |  | Okay, so what do we do now. | Go ahead and give me the order number.
        Request |  | Okay, so what do we do now. | May I ask who's calling?
        Request |  | Okay, so what do we do now. | What would you like me to write in the message?
        Request |  | Okay, so what do we do now. | Is there a phone number where we can reach you?
        Request |  | Okay, so what do we do now. | First, I just need to verify your date of birth.
        Request |  | Okay, so what do we do now. | Do you have an email we can send that to?
        Request |  | Okay, so what do we do now. | Let me get your full name first.
        Request |  | I'm moving in June. | Okay. How many days' notice can you give us?
        Request |  | My sink leaks. | Where exactly is it leaking from?
        Request |  | I need help. | Sure. With what?
        Request |  | I have a complaint. | I'm sorry to hear that. What happened?
        Request |  | I'd like a facial. | Sure. Have you got a particular day in mind?
        Request |  | I want to renew. | Wonderful. For how long would you like to renew?
        Request |  | Can I get a quote? | Absolutely. What's the name of your business?
        Request |  | I need access. | To which folder?
        Request |  | I'd like a licence. | For which program?
        Request |  | I want to upgrade. | Okay, which plan did you have in mind?
        Request |  | I need a referral. | Who's your primary doctor here?
        Request |  | Please leave a note. | What should the note say?
        Request |  | I lost my card. | Do you remember roughly when you last used it?
        RequestAgain |  | It's seven one five two nine. | Sorry, I missed that. What was the number?
        RequestAgain |  | It's seven one five two nine. | I'm sorry, can you repeat the last part?
        RequestAgain |  | It's seven one five two nine. | I didn't catch your last name.
        RequestAgain |  | It's seven one five two nine. | Would you mind repeating the digits, slowly?
        RequestAgain |  | It's seven one five two nine. | Let's try that again, what's the code?
        RequestAgain |  | It's seven one five two nine. | Was that fifteen or fifty?
        RequestAgain |  | It's seven one five two nine. | That doesn't match. Could you read it to me digit by digit?
        RequestAgain |  | It's seven one five two nine. | Sorry, what was that?
        RequestAgain |  | It's seven one five two nine. | One more time, please?
        RequestAgain |  | It's seven one five two nine. | You broke up for a second there, what was the street?
        RequestAgain |  | It's seven one five two nine. | Could you say that one more time?
        RequestAgain |  | It's seven one five two nine. | The line's a bit choppy. What did you say your number was?
        RequestAgain |  | It's seven one five two nine. | Come again?
        RequestAgain |  | It's seven one five two nine. | Hmm, nothing's coming up. Can you double-check the number for me?
        RequestAgain |  | It's seven one five two nine. | Could it be under a different name?
        RequestAgain |  | It's seven one five two nine. | Did you say M or N?
        RequestAgain |  | It's seven one five two nine. | I only got the first three digits. What's the rest?
        RequestAgain |  | It's seven one five two nine. | I'm not finding it. Are you sure about the last digit?
        RequestAgain |  | It's seven one five two nine. | Can you give me that number again?
        RequestAgain |  | It's seven one five two nine. | I think I misheard you. Was it seven or eleven?
        RequestSpelling |  | My name is Joelle Baptista. | Is that Joelle with two L's?
        Transfer |  | Okay, so what do we do now. | I'll connect you with billing now.
        Transfer |  | Okay, so what do we do now. | I'm going to put you through to the nurse.
        Transfer |  | Okay, so what do we do now. | I'll hand you over to the manager.
        Transfer |  | Okay, so what do we do now. | You'll be speaking with Maribel in a moment, I'm transferring you.
        Transfer |  | Okay, so what do we do now. | Sending you over to tech support now.
        Transfer |  | Okay, so what do we do now. | I'll bring in our software team.
        Transfer |  | Okay, so what do we do now. | I'll pass you along to the right department.
        Transfer |  | Okay, so what do we do now. | I'm connecting you to the doctor on call.
        Transfer |  | Okay, so what do we do now. | Let me transfer you to our scheduling team.
        Transfer |  | Okay, so what do we do now. | One of my colleagues in sales will take it from here, I'm passing you over.
        Transfer |  | Okay, so what do we do now. | Let me get someone from billing on the line for you.
        Transfer |  | Okay, so what do we do now. | I'm forwarding your call to the front desk.
        Transfer |  | Okay, so what do we do now. | Okay, putting you through.
        Transfer |  | Okay, so what do we do now. | Let me loop in a supervisor.
        Transfer |  | Okay, so what do we do now. | Let me switch you over to reservations.
        ReadBack Hold |  | Employee number E 3344. | Perfect, E-3344. Let me find you.
        ReadBack Request |  | The 14th of May. | May fourteenth, got it. And the time?
        ReadBack Request |  | Tell her I'll be in at noon. | So the message is that you'll be in at noon. Anything to add?
        ReadBack Request |  | Nineteen seventy-seven. | Nineteen seventy-seven, okay, thanks. What's next on your mind?
        AnythingElse |  | Four fifty, okay. | You're all set for four fifty. Any questions for me?
        Transfer |  | Okay. | She'd like to talk to you herself. I'll put her on.
        Request |  | Can someone call me? | Yes, we can arrange that. Who should they ask for?
        ReadBack ConfirmAction |  | Monday at ten, please. | Alright, so Monday at ten with Lena. Should I make that change?
        Hold |  | I was charged twice. | Let's see. One moment while I find the charge.
        AskChoice |  | I want a bigger place. | Are you looking for a two-bedroom, or something bigger?
        AskChoice |  | Tomorrow, please. | There's one at nine fifteen and another at two thirty.
        Offer |  | I'd like to come by tomorrow. | We have ten fifteen open tomorrow. Would you like to take it?
        Offer |  | Do you have anything sooner? | I don't see anything sooner, but I could put you on the waiting list.
        ReadBack |  | It's 218 555 0126. | They'll ring you at 218-555-0126 tomorrow.
        ReadBack |  | Forty-eight Willow Lane. | Four eight Willow Lane is for sale, with three bedrooms.
        RequestSpelling |  | It's Lisinopril. | How's that spelled?
        """;
}
