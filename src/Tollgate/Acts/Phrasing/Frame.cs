namespace Tollgate.Acts.Phrasing;

/// <summary>
/// Who is to do what, by a phrase's own grammar: its auxiliary, its subject and its verb. "Could you read me the
/// number" has the caller tell; "would you like me to take a look" has the agent look, if the caller wants it.
/// </summary>
/// <param name="Actor">Who is to do it.</param>
/// <param name="Tense">How it is spoken of.</param>
/// <param name="Deed">What is to be done.</param>
/// <param name="At">The word at which the verb stands; the number of words where there is none.</param>
internal readonly record struct Frame(Actor Actor, Tense Tense, Deed Deed, int At)
{
    private static readonly HashSet<string> Adverbs =
    [
        "please", "just", "also", "kindly", "quickly", "maybe", "perhaps", "possibly", "still", "then", "first", "next", "now", "at",
        "least", "really", "only", "simply", "briefly", "actually", "happily", "gladly", "instead", "again", "once", "quick",
        "right", "straight", "go", "ahead", "and", "so", "well", "today", "already", "definitely", "certainly", "absolutely",
        "personally", "directly", "always", "too", "be", "able", "real", "gone", "went", "meanwhile",
    ];

    private static readonly HashSet<string> Agents = ["i", "we", "me", "us", "someone", "somebody", "they", "he", "she"];

    /// <summary>Reads a phrase's words.</summary>
    public static Frame Of(string words)
    {
        var all = words.Split(' ');
        return new Reader(all, 0).Read();
    }

    /// <summary>The agent speaks of bringing the caller to somebody, as it does it.</summary>
    public bool PassesOn =>
        this is { Actor: Actor.Agent, Deed: Deed.PassOn, Tense: Tense.Plan or Tense.Now or Tense.Done };

    /// <summary>The agent looks, or asks the caller to wait.</summary>
    public bool Holds => this is { Actor: Actor.Agent, Tense: Tense.Plan, Deed: Deed.Look }
        or { Actor: Actor.Agent, Tense: Tense.Now, Deed: Deed.Look or Deed.Receive or Deed.Act }
        or { Actor: Actor.Caller, Tense: Tense.Ask, Deed: Deed.Wait };

    private ref struct Reader(string[] words, int at)
    {
        private int at = at;

        public Frame Read()
        {
            Skip();
            switch (Word)
            {
                case "can" or "could" or "may" or "might" or "shall" or "should" or "will" or "would" or "must":
                    return Modal(Word);
                case "do" or "did" or "are" or "were" or "d'you":
                    at += Word == "d'you" ? 0 : 1;
                    return Word is "you" or "d'you" ? Behind(Tense.Want) : default;
                case "you" or "you'd" or "you'll" or "you're":
                    return You();
                case "want" or "like" or "need" or "fancy" or "prefer":
                    return Wanted();
                case "mind" or "okay" or "ok" or "fine" or "cool" or "happy" or "good" or "ready" or "is" or "alright" or "all":
                    return Manner();
                case "i" or "we" or "i'll" or "we'll" or "i'm" or "we're" or "i've" or "we've" or "i'd" or "we'd" or "let" or "let's"
                    or "lemme" or "gonna":
                    return Speaker();
                case "what" when at + 2 < words.Length && words[at + 1] is "i'll" or "i" or "we'll":
                    at++;
                    return Speaker();
                default:
                    return Order();
            }
        }

        private readonly string Word => at < words.Length ? words[at] : "";

        private void Skip()
        {
            while (at < words.Length - 1 && Adverbs.Contains(Word) && !(Word == "right" && words[at + 1] is "now"))
            {
                at++;
            }
        }

        private Frame Verb(Actor actor, Tense tense)
        {
            Skip();
            while (Word is "need" or "have" or "want" or "like" or "love" or "try" or "going" or "gonna" or "got" or "do"
                && at + 2 < words.Length && words[at + 1] is "to" or "is")
            {
                at += 2;
                Skip();
            }

            return new Frame(actor, tense, DeedWords.Of(words, at), at);
        }

        private Frame Modal(string modal)
        {
            at++;
            Skip();
            switch (Word)
            {
                case "you" or "ya":
                    at++;
                    Skip();
                    if (Word is "like" or "want" or "prefer" or "care" or "rather" or "wish" or "need")
                    {
                        return Wanted();
                    }

                    if (Word is "mind" or "happy" or "okay" or "ok" or "fine" or "comfortable" or "willing" or "all" or "alright")
                    {
                        return Manner();
                    }

                    return Verb(Actor.Caller, Tense.Ask);
                case "i" or "we":
                    at++;
                    Skip();
                    if (Word is "ask" or "trouble" or "get" or "have" && at + 2 < words.Length && words[at + 1] == "you")
                    {
                        // "May I ask you to hold": it is the caller who holds.
                        at += words[at + 2] is "to" or "for" ? 3 : 2;
                        return Verb(Actor.Caller, Tense.Ask);
                    }

                    return Verb(Actor.Agent, Tense.Leave);
                case "it" when at + 1 < words.Length && words[at + 1] == "be":
                    return Manner();
                default:
                    return modal == "shall" || (modal is "should" or "may" && Agents.Contains(Word)) ? After(Tense.Leave) : default;
            }
        }

        private Frame After(Tense tense)
        {
            at++;
            return Verb(Actor.Agent, tense);
        }

        // "Do you want ...", "are you okay with ...", "do you mind ...".
        private Frame Behind(Tense tense)
        {
            at++;
            Skip();
            return Word switch
            {
                "like" or "want" or "prefer" or "wish" or "need" or "fancy" => Wanted(),
                "mind" or "okay" or "ok" or "fine" or "happy" or "good" or "ready" or "comfortable" or "alright" => Manner(),
                "all" when at + 1 < words.Length && words[at + 1] == "right" => Manner(),
                _ => default,
            };
        }

        private Frame You()
        {
            var subject = Word;
            at++;
            Skip();
            switch (subject)
            {
                case "you'd" when Word is "like" or "want" or "prefer" or "rather":
                case "you" when Word is "want" or "like" or "need" && at + 1 < words.Length && words[at + 1] is "me" or "us" or "i":
                    return Wanted();
                case "you" when Word is "okay" or "ok" or "happy" or "good" or "fine" or "mind" or "ready":
                case "you're" when Word is "okay" or "ok" or "happy" or "good" or "fine" or "ready":
                    return Manner();
                case "you" when Word is "can" or "could" or "may" or "might":
                    at++;
                    return Verb(Actor.Caller, Tense.Ask) is { Deed: Deed.Tell } told ? told : default;
                case "you'll" or "you" when Word is "need" or "have":
                    at++;
                    at += Word == "to" ? 1 : 0;
                    return Verb(Actor.Caller, Tense.Ask) is { Deed: Deed.Tell or Deed.Wait } told2 ? told2 : default;
                default:
                    return default;
            }
        }

        // "Want me to look", "like it closed", "like to come in", "like a visit".
        private Frame Wanted()
        {
            at++;
            Skip();
            switch (Word)
            {
                case "me" or "us" or "i" or "we" or "someone" or "somebody":
                    at++;
                    Skip();
                    at += Word == "to" ? 1 : 0;
                    return Verb(Actor.Agent, Tense.Want);
                case "for" when at + 1 < words.Length && Agents.Contains(words[at + 1]):
                    at += 2;
                    at += Word == "to" ? 1 : 0;
                    return Verb(Actor.Agent, Tense.Want);
                case "to":
                    at++;
                    return Verb(Actor.Caller, Tense.Want);
                case "":
                    return default;
                default:
                    // "Would you like membership to check it?"
                    for (var i = at + 1; i + 1 < words.Length && i <= at + 4; i++)
                    {
                        if (words[i] == "to" && words[i + 1] is not ("the" or "a" or "your" or "my" or "our" or "you" or "go"))
                        {
                            // A call from somebody else is one more thing to be had: it is offered.
                            var deed = words[i + 1] is "call" or "ring" or "contact" or "phone" ? Deed.Look : DeedWords.Of(words, i + 1);
                            return new Frame(Actor.Agent, Tense.Want, deed, i + 1);
                        }
                    }

                    return new Frame(Actor.Caller, Tense.Want, Deed.None, at);
            }
        }

        // "Mind if I check", "is it all right if we call", "okay to book", "mind reading it".
        private Frame Manner()
        {
            var minds = Word == "mind";
            for (var i = at; i < words.Length && i < at + 8; i++)
            {
                var next = i + 1 < words.Length ? words[i + 1] : "";
                if (words[i] is "if" or "for" or "with" or "that" && next is "i" or "we" or "me" or "us" or "someone" or "they" or "you")
                {
                    at = i + 2;
                    Skip();
                    at += Word == "to" ? 1 : 0;
                    return next == "you" ? default : Verb(Actor.Agent, Tense.Leave);
                }

                if (words[i] == "to" && i > 0 && words[i - 1] is "okay" or "ok" or "right" or "alright" or "fine" or "cool" or "happy"
                    or "good" or "ready")
                {
                    at = i + 1;
                    var deed = Verb(Actor.Agent, Tense.Leave);
                    return deed.Deed == Deed.Wait ? deed with { Actor = Actor.Caller, Tense = Tense.Ask } : deed;
                }
            }

            if (!minds || at + 1 >= words.Length)
            {
                return default;
            }

            at++;
            return Verb(Actor.Caller, Tense.Ask) is { Deed: not Deed.Act } frame ? frame : default;
        }

        // "I'll", "let me", "I'm going to", "I need to", "we can", "I've just", "I'm looking".
        private Frame Speaker()
        {
            var subject = Word;
            at++;
            if (subject == "let" && Word is not ("me" or "us"))
            {
                return default;
            }

            at += subject == "let" ? 1 : 0;
            Skip();
            switch (subject)
            {
                case "i'm" or "we're" when Word.EndsWith("ing", StringComparison.Ordinal) && Word is not ("going" or "calling"):
                    return Verb(Actor.Agent, Tense.Plan);
                case "i'm" or "we're" when Word is "going" or "gonna" or "about":
                    at++;
                    at += Word == "to" ? 1 : 0;
                    return Verb(Actor.Agent, Tense.Plan);
                case "i'm" or "we're":
                    return default;
                case "i've" or "we've":
                    return Verb(Actor.Agent, Tense.Done);
                case "we'll":
                    return Verb(Actor.Agent, Tense.Plan) is { Deed: not (Deed.Look or Deed.Wait) } ours
                        ? ours : default;
                case "let" or "lemme":
                    return Verb(Actor.Agent, Tense.Now);
                case "let's" or "i'll":
                    return Verb(Actor.Agent, Tense.Plan);
                case "gonna":
                    return Verb(Actor.Agent, Tense.Plan);
            }

            if (subject is "i'd" or "we'd")
            {
                return Verb(Actor.Agent, Tense.Can);
            }

            switch (Word)
            {
                case "can" or "could" or "would":
                    at++;
                    return Verb(Actor.Agent, Tense.Can);
                case "will" or "shall":
                    at++;
                    return Verb(Actor.Agent, Tense.Plan);
                case "need" or "have" or "want" or "like" when at + 1 < words.Length:
                    at++;
                    if (Word == "you")
                    {
                        at += at + 1 < words.Length && words[at + 1] == "to" ? 2 : 1;
                        return Verb(Actor.Caller, Tense.Ask);
                    }

                    if (Word == "to")
                    {
                        at++;
                        return Verb(Actor.Agent, Tense.Plan);
                    }

                    return default;
                default:
                    return default;
            }
        }

        // "Please hold", "read it to me", "looking that up now".
        private Frame Order()
        {
            if (Word.EndsWith("ing", StringComparison.Ordinal) && DeedWords.Of(words, at) is Deed.Look or Deed.PassOn)
            {
                return new Frame(Actor.Agent, Tense.Plan, DeedWords.Of(words, at), at);
            }

            return DeedWords.IsOrder(Word) ? Verb(Actor.Caller, Tense.Ask) : default;
        }
    }
}
