namespace Tollgate.Tests.Acts;

/// <summary>
/// Turns of agents, written for these tests: what asks something of the caller, what the agent said before, what the caller
/// said, and the turn. Neighbours that sound alike and mean something else stand beside one another.
/// </summary>
internal static class EarTurns
{
    public const string Table =
        """
        Request |  | I'd like to book a table. | Lovely. And for how many people, please?
        Request |  | There's no heat upstairs. | Sorry to hear that. What's the address there?
        Request |  | I want to sell my house. | Wonderful. Whereabouts is the property?
        Request |  | I'd like to cancel. | Okay, let's get that done. Do you have the booking number handy?
        Request |  | Can I speak to somebody about my bill? | Of course. I just need your account number to pull it up.
        Request |  | Something is leaking. | Is the water still running right now?
        Request |  | The alarm keeps going. | Is anybody hurt or in danger at the moment?
        Request |  | I can't log in. | When did that start?
        Request |  | I want a quote. | And how many people work in the office?
        Request |  | My son is sick. | How high is the fever?
        Request |  | It hurts when I walk. | I see. Have you had this before?
        Request |  | I'd like an appointment. | Is there a particular doctor you'd like to see?
        Request Request |  | I have an order with you. | Could you tell me the order number and the name it's under?
        Request Request |  | I'd like to register. | Great. I'll need your full name and your date of birth.
        Request |  | It's for my neighbor. | All right. And her phone number, please?
        Request |  | Put me on the list. | Happily. What e-mail should the confirmation go to?
        Request |  | I'd like to come in. | What day were you hoping for?
        Request |  | Some time next week. | Next week's fine. Any day in particular?
        Request |  | I need a refill. | Which pharmacy should it go to?
        Request |  | I left my charger there. | What does it look like?
        Request |  | I want to leave a message for the owner. | Certainly. What would you like me to tell him?
        Request |  | The code doesn't work. | What does it say on the screen when you type it in?
        Request |  | Yes, that one. | Good. Last thing, what's a number the technician can call?
        Request |  | Hello? | Hi there, you've got the billing desk. What can I help you sort out?
        Request |  | Hello. | Good evening, Holt Plumbing night line. What's happening?
        Request |  |  | Good morning, Riverside Dental, Tom speaking. How can I help?
        Request |  |  | Thanks for calling Oakfield Energy. Who am I speaking with?
        Request |  | I don't have the number. | No match on that one, I'm afraid. Which phone number would it be under?
        Request |  | It's L four one zero. | L-410 doesn't exist in our listings. Do you know the street?
        Request |  | Hello? | Hello, network desk here, I have your notes. Which floor are you on?
        Request |  | Just tell me if he's there. | I can't share that without checking who you are. What's your date of birth?
        Request |  | It's the kitchen. | Plumbing can come today. Will somebody be home after two?
        Request |  | I reported it. | I see the report from the third. What's changed since then?
        Request |  | Yes, add it. | I've added that. And who should they ask for?
        Request |  | Next week. | They have room from Tuesday to Friday. Which day do you want?
        Request |  | I fell off a ladder. | Ouch, that sounds painful. Where does it hurt?
        Request |  | I'm calling from the car. | No problem, we'll be quick. What's your zip code?
        Request | Anything else? | Yes, can they call me? | What's the best number for them to call?
        Request | Anything else? | Yes, can they call me? | Could I have a callback number for you?
        Request | Anything else? | Yes, can they call me? | And what number should they call you on?
        Request | Anything else? | Yes, can they call me? | Which number can they reach you at?
        Request | Anything else? | Yes, can they call me? | And your number, please?
        Request | Anything else? | Yes, can they call me? | I just need a number where they can reach you.
        Request | What's your ticket number? | M, six one one three. | M six one one three doesn't show anything. What's the last name on the ticket?
        Request | What's your ticket number? | I don't have it. | No problem. What's the address, then?
        Request Request | What's your ticket number? | I don't have it. | That's fine. Which building and unit are you in?
        Request | What's your ticket number? | I don't have it. | Okay, can I have your last name instead?
        Request | Anything else? | I'd like a new ticket. | All right. What should I write down as the problem?
        Request | Anything else? | Tell the owner something. | Sure, what's the message?
        Request | Anything else? | Tell the owner something. | What would you like me to pass on?
        Request | Anything else? | Tell the owner something. | Of course. What should the note say?
        Request | Anything else? | Tell the owner something. | Happy to. What would you like him to know?
        Request | Which day suits you? | Thursday. | And what time on Thursday?
        Request | What's your last name? | Wojcik. | Thanks, Ms. Wojcik. And your date of birth?
        Request | Anything else? | Can I move it? | Sure. When would you like to come in instead?
        Request | Anything else? | Can I move it? | Of course. What's your booking number?
        Request Request | Anything else? | Can I move it? | Sure thing. What day and time would work for you?
        Request | Anything else? | Can I move it? | Do you have the booking number or the name it's under?
        Request | Anything else? | Can I switch plans? | Yes. Which account is it for?
        Request | Anything else? | Can I switch plans? | Sure. What's the account number on your bill?
        Request | Anything else? | Where do I pay? | You can pay at the desk. Do you have the invoice there, with its number?
        Request | Anything else? | My light is out. | Which unit are you in?
        Request Request | Anything else? | My light is out. | Where exactly is it, and since when?
        Request | Anything else? | I want to complain. | I'm sorry to hear that. What happened?
        Request | Anything else? | I want to complain. | I'm sorry. Can you tell me a bit more about it?
        Request | Anything else? | Yes, one more thing. | Of course, go ahead.
        Request | Anything else? | Yes, one more thing. | Sure, what is it?
        Request | Okay. | My cat is funny. | Sounds like a character. Did the vet say anything about the cough?
        Request | Okay. | My cat is funny. | Cats, right? So, does she still eat?
        Request | Okay. | What now? | Please restart it and tell me if it works.
        Request Request | Okay. | What now? | Could you restart it for me? Does it come up?
        Request | Okay. | What do you charge? | That depends on the day. Which day are you thinking of?
        Request | Okay. | Are you a robot? | I'm an automated assistant, yes. How can I help?
        Request | Okay. | I want to cancel my plan. | I'm sorry to hear that. May I ask why?
        RequestAgain |  | It's four four one nine. | I only caught the first half. Could you give it to me again, slowly?
        RequestAgain |  | R U R K E. | Sorry, was that an R or an O at the start?
        RequestAgain |  | It's BW three one. | The line dropped for a second. What was the tag again?
        RequestAgain |  | It's INV seven oh six one. | I'm getting nothing for INV-7061. Could you check the number on the letter for me?
        RequestAgain |  | Amanda Rourke. | There's no Amanda Rourke on my list. Is it maybe under another name?
        RequestAgain |  | Number four four two zero. | Hmm, 4420 isn't coming up. Are you sure it's a two and not a three?
        RequestAgain |  | It's Q five five one eight. | I can't find a quote Q-5518. Do you have another number on there?
        RequestAgain |  | Mumble. | Sorry, say that one more time for me?
        RequestAgain |  | (noise) | I didn't get that, there was some noise. What's your last name?
        RequestAgain |  | It's Tuesday. | Just to be sure, did you say Tuesday or Thursday?
        RequestAgain |  | Five five five zero one. | I think I'm missing a few digits there. Can we go through the whole number again?
        RequestAgain | Do you have your employee number? | three three four four. | Sorry, could you say your employee number again?
        RequestAgain | Do you have your employee number? | three three four four. | Hmm, I'm not finding E-3344. Can you check it on your badge?
        RequestAgain | Do you have your employee number? | three three four four. | Hmm, E-3344 doesn't match anyone. What's the number on your badge?
        RequestSpelling |  | My name is Wojciechowski. | Could you spell that for me, please?
        RequestSpelling |  | It's Nandakumar. | How is that spelled?
        RequestSpelling |  | Smythe. | Is that with an I or a Y?
        RequestSpelling | What's your last name? | Wojcik. | Could you spell that, please?
        ReadBack |  | It's four one four, five five five, zero one one six. | Four one four, five five five, zero one one six, did I get that right?
        ReadBack |  | Alder Court, seven A. | Alder Court, unit seven A, right?
        ReadBack |  | My number is E, four four one seven. | E-4417, thanks.
        ReadBack Request |  | E, four four one seven. | Thank you, E-4417. And what's the asset tag on the bottom?
        ReadBack Request |  | It's Gwen Pollard. | Gwen Pollard, got it. And your extension?
        ReadBack |  | December fifth, nineteen ninety-one. | So that's December fifth, nineteen ninety-one. Correct?
        ReadBack |  | Twelve Main Street. | Twelve Main Street, and that's in Riverside?
        ReadBack |  | Thursday at two. | Okay, Thursday at two, then.
        ReadBack ConfirmAction |  | Friday in the afternoon. | So Friday afternoon between one and five. Shall I put that in?
        ReadBack ConfirmAction |  | The second of May at ten. | Let me repeat that: May second at ten in the morning, with Lena. Okay to book?
        ReadBack ConfirmAction |  | June first, six months. | You'd like to stop on June first and come back in December. Should I set that up?
        ReadBack |  | We're eleven people. | Eleven people, right?
        ReadBack |  | It's K, P, nine zero two. | I have K-P-9-0-2. Is that correct?
        ReadBack |  | It's the one on Mill Road. | The Mill Road one, is that right?
        ReadBack |  | zoe at larkmail dot com. | That's zoe at larkmail dot com, yes?
        ReadBack |  | I want the gold plan from May. | Just to make sure I understood: gold, starting May first?
        ReadBack |  | Tell them the key is under the pot. | I've got: the key is under the pot. Anything missing in that?
        ReadBack |  | Call me on the old number. | Is 414-555-0133 still a good number for you?
        ReadBack |  | Yes, same phone. | So they'll reach you on 555-0190, right?
        ReadBack Hold |  | B four one eight three. | B-4183, let me check that.
        ReadBack |  | Seven A. | I've got you in seven A, Amanda Rourke, is that right?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | Got it, 6-1-4, 5-5-5, 0-1-2-1. Is that right?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | Thank you. I have six one four, five five five, zero one two one. Is that correct?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | Let me read that back: 614 555 0121.
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | 614-555-0121, is that it?
        ReadBack Hold | What's your phone number? | It's six one four, five five five, zero one two one. | Okay, six-one-four, five-five-five, zero-one-two-one. One moment while I look you up.
        ReadBack Request | What's your phone number? | It's six one four, five five five, zero one two one. | I've got 614-555-0121 for you, Wendy. What's the charge about?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | Thanks, so six one four, five five five, oh one two one?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | And that's 614-555-0121 for the callback, yes?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | I heard six one four, five five five, zero one two nine. Did I get that right?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | So it's (614) 555-0121, correct?
        ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | Just to double-check, that's six one four, triple five, zero one two one?
        ReadBack ConfirmAction | What's your phone number? | It's six one four, five five five, zero one two one. | Six one four, five five five, zero one two one. I'll put that on your record, okay?
        ReadBack | Anything else? | Yes, can they call me? | Sure. Is 614-555-0121 the best number for that?
        ReadBack | Anything else? | Yes, can they call me? | They'll ring you at 614-555-0121, is that still right?
        ReadBack | Anything else? | Yes, can they call me? | We have six one four, five five five, zero one two one on file. Is that still the best one?
        ReadBack | Anything else? | Yes, can they call me? | Sure, is this number you're calling from the best one?
        ReadBack Hold | What's your ticket number? | M, six one one three. | M-6113, one moment.
        ReadBack | What's your ticket number? | M, six one one three. | Was that M, six one one three?
        ReadBack | What's your ticket number? | M, six one one three. | I have M-6-1-1-3. Is that the one?
        ReadBack | What's your ticket number? | M, six one one three. | Thanks. I'm looking for M, six one one three, is that correct?
        ReadBack | What's your ticket number? | M, six one one three. | So ticket M six one one three, yes?
        ReadBack RequestAgain | What's your ticket number? | M, six one one three. | Okay, that's ticket number M-6113. I can't find it, though. Could you read it to me again?
        ReadBack | What's your ticket number? | M, six one one three. | I heard M as in Mary, six, one, one, three. Right?
        ReadBack Request | Do you have your employee number? | three three four four. | E-3344, thank you. And the asset tag on the bottom of the laptop?
        ReadBack Request | Do you have your employee number? | three three four four. | Thanks, Gwen, I have E-3-3-4-4 here. Which folder do you need?
        ReadBack | Do you have your employee number? | three three four four. | Employee E three three four four, Gwen Pollard, is that right?
        ReadBack | Do you have your employee number? | three three four four. | Let me make sure: E, three, three, four, four?
        ReadBack | What's the message? | The key is under the pot. | I'll write: the key is under the pot. Is that right?
        ReadBack Request | What's the address? | Twelve Main Street. | Twelve Main Street, got it. And the unit number?
        ReadBack | What's the address? | Twelve Main Street. | So you're at twelve Main Street, right?
        ReadBack | What's the address? | Twelve Main Street. | 12 Main Street, in Riverside. Is that correct?
        ReadBack Request | What's the address? | Twelve Main Street. | I've got 12 Main Street. Is there an apartment number?
        ReadBack ConfirmAction | Which day suits you? | Thursday at two. | So Thursday, May twenty-eighth, at two in the afternoon. Shall I book it?
        ReadBack | Which day suits you? | Thursday at two. | Thursday the twenty-eighth at two, then. Does that sound right?
        ReadBack Request | What's your date of birth? | March second, nineteen seventy-nine. | March second, nineteen seventy-nine, thank you. Which doctor would you like to see?
        ReadBack | What's your e-mail? | jo at lark mail dot com. | That's jo at larkmail dot com, correct?
        ReadBack | What's your last name? | Wojcik. | W-O-J-C-I-K, is that right?
        ReadBack | What's your last name? | Wojcik. | Wojcik, with a W?
        ReadBack | How many seats do you need? | Eleven. | Eleven seats, is that right?
        ReadBack | Okay. | I was there Monday. | Just to make sure I understand, you were charged twice?
        ReadBack | Okay. | I was there Monday. | So you were charged twice for Monday, is that right?
        ConfirmAction |  | Cancel it, I guess. | Just so I do the right thing, do you want me to cancel the whole order?
        ConfirmAction |  | The later one. | Half past two it is. Okay if I book that?
        ConfirmAction |  | It's stolen. | I'd mark the laptop as stolen, which locks it for good. Do you want me to go ahead?
        ConfirmAction |  | The number changed. | Should I change it to the new one on your record?
        ConfirmAction |  | I don't know what to do. | Shall I open a ticket for the network people?
        ConfirmAction |  | Nobody called. | Would you like me to leave them a message to call you today?
        ConfirmAction |  | Sounds good. | Good. Are you okay with me charging it to your department?
        ConfirmAction |  | Yes, six months. | That would be six parts of fifty-three dollars. Shall I set it up that way?
        ConfirmAction |  | I want my money back. | I can ask the owner for a refund of fifty-nine dollars. Should I send that off?
        ConfirmAction |  | It's urgent. | I'm going to page the plumber on call, all right?
        ConfirmAction |  | Take it off. | Ready for me to remove it?
        ConfirmAction |  | Okay. | The fee is twenty dollars if it's the same day. Do you still want to cancel?
        ConfirmAction |  | Hello? | Hi Bridget, membership here. You'd like to switch to gold, shall I do that from May first?
        ConfirmAction |  | It's the same one. | Your license ran out on May fourteenth. Want me to renew it?
        ReadBack ConfirmAction | What's your phone number? | It's six one four, five five five, zero one two one. | I'll page the doctor to call you at six one four, five five five, zero one two one. All right?
        ConfirmAction ReadBack | What's your phone number? | It's six one four, five five five, zero one two one. | Should they call you back on six one four, five five five, zero one two one?
        ConfirmAction | Okay. | Can you move it? | The next opening is Monday at nine. Shall I put you in?
        ConfirmAction | Okay. | It doesn't work. | I can open a ticket for you. Shall I?
        ConfirmAction | Okay. | It doesn't work. | Would you like me to open a ticket for you?
        ConfirmAction | Okay. | It doesn't work. | Should I have somebody call you?
        ConfirmAction | Okay. | It doesn't work. | I could have somebody call you back. Is that okay?
        ConfirmAction | Okay. | It doesn't work. | Do you want me to reset it?
        ConfirmAction | Okay. | It doesn't work. | I'll reset it for you, okay?
        ConfirmAction | Okay. | It doesn't work. | I'm going to reset it now, is that all right with you?
        ConfirmAction | Okay. | It doesn't work. | May I reset your password?
        ConfirmAction | Okay. | It doesn't work. | Can I go ahead and reset it?
        ConfirmAction | Okay. | It doesn't work. | Shall I put you through to network?
        ConfirmAction | Okay. | I want to cancel my plan. | I understand. There is a fee of eighty dollars. Do you want to go ahead?
        ConfirmAction | Okay. | I want to cancel my plan. | Okay, I'll cancel the plan as of May thirty-first. Is that correct?
        ConfirmAction | Okay. | I want to cancel my plan. | Are you sure you want me to cancel it?
        ConfirmAction | Okay. | I want to cancel my plan. | So just to confirm, you'd like me to cancel everything?
        ConfirmAction | Okay. | I want to cancel my plan. | Okay to cancel it as of today?
        Offer |  | It's too expensive. | There's a smaller plan at seventy-nine. Would that suit you better?
        Offer |  | I can't on Friday. | How about Monday at nine instead?
        Offer |  | That doesn't work. | Would a Tuesday be any good?
        Offer |  | I don't know the address. | I can look it up by your phone number, if you like.
        Offer |  | Is there anything earlier? | I do have an opening tomorrow at eight. Would you like that one?
        Offer |  | It's not on the list. | Would you like me to check the other building?
        Offer |  | I can't remember. | I could try it with your date of birth.
        Offer |  | It's broken. | We could lend you a tablet until Friday. Interested?
        Offer |  | I'm not sure. | Would you like a consultation first? It's free.
        Offer |  | You can't do it? | That's for the manager. I can connect you, if you'd like.
        Offer |  | Is there a list? | I can e-mail it to you if that helps.
        Offer |  | Can you waive it? | I can't waive that from here, but I can ask the billing team to look at it.
        Offer |  | Which one is best? | I'm not able to advise on that. I can leave the nurses a note, though.
        Offer |  | That's late. | The first free day is the twelfth. Shall I look at the other clinic?
        Offer | Okay. | Can you move it? | I can do that. There's a slot on Tuesday, May twelfth, at ten, would that work?
        Offer | Okay. | Can you move it? | I could move it to Wednesday at four. Does that suit you?
        Offer | Okay. | Can you move it? | The next opening is Monday at nine. Would you like to take it?
        Offer | Okay. | Can you move it? | Would Monday at nine work?
        Offer | Okay. | It doesn't work. | I can open a ticket for you, if you want.
        Offer | Okay. | It doesn't work. | I can have somebody call you back, would that help?
        Offer | Okay. | It doesn't work. | Would you like me to put you through to network?
        Offer | Okay. | It doesn't work. | I can put you through to network. Would you like that?
        Offer | Okay. | Is it free on Friday? | Friday's full, but Thursday at nine is open. Want that one?
        Offer | Okay. | I want to cancel my plan. | Before I cancel it, could I offer you twenty dollars off?
        AskChoice |  |  | Harbor Storage, good afternoon. Are you calling about a unit you have or a new one?
        AskChoice |  | I'd like to come Monday. | On Monday there's nine or half past ten. Which would you like?
        AskChoice |  | A repair, please. | Morning or afternoon?
        AskChoice |  | For my lease. | Do you want twelve months or twenty-four?
        AskChoice |  | The internet. | Are you after faster speed or a lower price?
        AskChoice |  | I want to pay. | You could pay it at once, or in three parts. What would you prefer?
        AskChoice |  | Send me the papers. | By mail or by e-mail?
        AskChoice |  | He's not here. | Should he call you back, or would you like to try again later?
        AskChoice |  | I need a massage. | We've got thirty and sixty minutes. Which one?
        AskChoice |  | I'll take it. | Would you like it in silver, or is black fine?
        AskChoice | Which day suits you? | Thursday at two. | Two on Thursday is taken, I'm afraid. I have three or four o'clock. Which would you like?
        AskChoice | Which day suits you? | Thursday. | Would you rather come in the morning or in the afternoon?
        AskChoice | Anything else? | My light is out. | Is it just that light, or is the power out everywhere?
        AskChoice | Okay. | Is it free on Friday? | It is, at nine or at two. Which do you prefer?
        AskChoice | Okay. | Is it free on Friday? | I have nine or two. What would you like?
        AskChoice | Okay. | Is it free on Friday? | Yes, at nine, at two, or at four. Any of those work?
        AskChoice | Okay. | Is it free on Friday? | Nine or two?
        AskChoice | Okay. | Is it free on Friday? | There's nine and there's two, which is better for you?
        AskChoice | Okay. | Is it free on Friday? | I've got either nine or two on Friday.
        AskChoice | Okay. | I don't know. | Would you rather wait or have us call you?
        AskChoice | Okay. | I don't know. | Is it for you or for somebody else?
        AskChoice | Okay. | I don't know. | Do you want it by e-mail or by post?
        Hold |  | It's INV seven. | One second while I look that up.
        Hold |  | Please check. | Sure, bear with me.
        Hold |  | It's Dwight Sorrel. | Thanks, let me pull up your record.
        Hold |  | Yes, please do. | Give me just a moment to put that in.
        Hold |  | Yes, go ahead. | Okay, I'm doing that now.
        Hold |  | Can you see it? | Let me see what I can find.
        Hold |  | Two seven one four. | Thanks. I'm looking you up now.
        Hold |  | Friday the first. | Checking Friday for you.
        Hold |  | Well? | It didn't go through. Let me try again.
        Hold | Which day suits you? | Thursday at two. | Let me see if Thursday at two is free.
        Hold | Okay. | Can you move it? | Let me move it for you, one second.
        Hold | Okay. | Can you move it? | I'm moving it now.
        Hold Transfer | Okay. | It doesn't work. | One moment, I'm connecting you with the network team.
        Hold Transfer | Okay. | It doesn't work. | Stay on the line, I'm transferring you to devices.
        Hold | Okay. | Please check. | Let me check that for you.
        Hold | Okay. | Please check. | Just a second while I look.
        Hold | Okay. | Please check. | I'm checking the schedule now.
        Hold | Okay. | Please check. | Give me a moment to look that up.
        Hold | Okay. | Please check. | I'll look into that right now.
        Hold | Okay. | Please check. | Okay, let me find that visit.
        Hold | Okay. | Please check. | Let me try that again.
        Hold | Okay. | Please check. | Hang tight, I'm pulling it up.
        Hold | Okay. | Please check. | I'm on it. One sec.
        Hold | Okay. | Please check. | Sure, I'll see what's free on Friday.
        Transfer |  | I want a new plan. | That's for our plans team. I'll put you through to them now.
        Transfer |  | My account is locked. | Accounts can unlock that. Let me hand you over.
        Transfer |  | It's about my invoice. | I'm passing you to billing, they'll have your details.
        Transfer |  | There's smoke. | I'm getting the emergency desk on the line right away.
        Transfer |  | I need to talk to a nurse. | Of course, let me get you to the nurse line.
        Transfer |  | It's the whole floor. | This is one for incidents, so I'm sending you over to them.
        Transfer |  | Can they do it? | They can. You'll be with scheduling in a second.
        Transfer | Okay. | It doesn't work. | Let me transfer you to the network desk.
        Transfer | Okay. | It doesn't work. | The network desk can look at that. I'll connect you.
        Transfer | Okay. | It doesn't work. | That's something for the network desk, I'll put you through.
        Transfer | Okay. | It doesn't work. | I'll get you over to the network desk and tell them what's going on.
        Transfer | Okay. | It doesn't work. | I'm handing you to network, and I've told them everything.
        Transfer | Okay. | It doesn't work. | I'll bring in a colleague from network.
        Transfer | Okay. | It doesn't work. | Let me pass you along to our network folks.
        AnythingElse |  | Please. | I've cancelled the tenth for you. Anything else on your list?
        AnythingElse |  | Good. | It stays as it is until the end of May. What else can I do?
        AnythingElse |  | Thanks. | You're welcome. Was that everything?
        AnythingElse |  | That's great. | Happy to help. Is there anything more I can do for you tonight?
        AnythingElse |  | Okay, thanks. | Of course. Did you have any other questions?
        AnythingElse |  | Good to know. | Glad that's clear. Anything else on your end?
        AnythingElse |  | Perfect. | Great. Can I help you with anything else?
        AnythingElse |  | The cat sends her love. | Give her a pat from me! Anything else?
        AnythingElse | Okay. | Thanks a lot. | You're welcome! Is there anything else I can do for you today?
        AnythingElse | Okay. | Thanks a lot. | Anytime. Anything else before we hang up?
        AnythingElse | Okay. | Thanks a lot. | No problem. What else can I help you with?
        AnythingElse | Okay. | Thanks a lot. | My pleasure. Do you need anything else?
        AnythingElse | Okay. | Thanks a lot. | Sure. Was there something else on your mind?
        AnythingElse | Okay. | Thanks a lot. | Is that everything for today?
        AnythingElse | Okay. | Thanks a lot. | Happy to help. Will that be all?
        AnythingElse | Okay. | Thanks a lot. | Anything I can add to that?
        Goodbye |  | No, that's all. | Then you're down for Sunday at one. Thanks for calling, and see you there!
        Goodbye |  | Thanks, bye. | Thank you for calling. Bye-bye.
        Goodbye |  | That's all, thanks. | Great, have a lovely evening!
        Goodbye |  | Good night. | Good night, and I hope she feels better soon.
        Goodbye |  | You too. | Thanks, take care now.
        Goodbye |  | I'm off. | All right, enjoy the weekend.
        Goodbye |  | No, nothing else. | Then I wish you a good day, Mr. Lowell.
        Goodbye |  | Okay. | We'll see you on Thursday at ten, then. Goodbye!
        Goodbye | Okay. | No, that's it. | Great. Thanks for calling, and have a good one.
        Goodbye | Okay. | No, that's it. | All right, take care, Mr. Lowell.
        Goodbye | Okay. | No, that's it. | Okay, bye for now!
        Goodbye | Okay. | No, that's it. | Perfect, enjoy your day.
        Goodbye | Okay. | No, that's it. | Then have a nice afternoon, and good luck with the move.
        Goodbye | Okay. | No, that's it. | We'll see you Thursday. Have a great week!
        Goodbye | Okay. | Bye. | Goodbye, and get well soon.
        Goodbye | Okay. | Bye. | You as well, bye!
         |  | What's the number of my ticket? | It's M, six one zero three.
         |  | When is it? | Thursday the twenty-eighth at ten.
         |  | So it's Thursday? | Yes, Thursday at two, at Dock Street.
         |  | And what do I pay? | Fifty-three dollars a month, for six months.
         |  | Can you tell me the address again? | Sure, it's fifteen Pippin Way.
         |  | Which number do you have? | We have 614-555-0119 on file.
         |  | And if I'm late? | Then just ring us, and we'll move it.
         |  | Who's the agent? | That's Maribel Soto, she'll be there on Sunday.
         |  | Yes, please. | All set, you're booked for Thursday at two with Dana.
         |  | Go ahead. | Done. Your ticket is M-6144, and maintenance will call you before noon.
         |  | Okay. | I've put the note in for Doctor Anand, and he'll ring within fifteen minutes.
         |  | My dog ate the letter. | Ha, I hope he enjoyed it.
         |  | I'm so nervous. | I understand, take your time.
         |  | I'm getting married. | Oh, congratulations, how exciting!
         |  | It's my first one. | You'll do fine. They're very gentle there.
         |  | Hello? | Hi Ms. Rourke, this is maintenance. I hear your dishwasher isn't draining.
         |  | It's like before. | Do you mean the visit in March?
         |  | I don't get it. | The price goes up after three months. Does that make sense?
         |  | Will they call? | Yes, within fifteen minutes, on the number you gave me.
         |  | Do I have to be there? | No, they can let themselves in.
         |  | What would you take? | I really can't say, that's up to the doctor.
         |  | Give me his number. | I'm not allowed to give out private numbers.
         | Okay. | Please check. | Thanks for holding. It's ready on Friday.
         | Okay. | What now? | Well, the owner decides. You'll hear from us by Friday.
         | Okay. | What now? | You don't have to do anything, it's all taken care of.
         | Okay. | What now? | If it happens again, give us a call.
         | Okay. | What do you charge? | It's eighty dollars a visit, plus parts.
         | Okay. | Did you get that? | I did, thank you. It's all in the note.
         | Okay. | I was there Monday. | I see a visit on Monday at ten with Odette. Is that the one?
         | Okay. | I was there Monday. | You mean the one at ten?
        """;
}
