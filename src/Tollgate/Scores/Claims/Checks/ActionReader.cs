using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Finds the actions that a sentence claims, by subject, verb and particle. English only.</summary>
internal static class ActionReader
{
    private const int MaxAdverbs = 6;
    private const int MaxObject = 9;

    private static readonly HashSet<string> Adverbs =
    [
        "just", "already", "also", "now", "gone", "went", "ahead", "and", "then", "since", "actually", "quickly", "have", "had", "all", "both", "so", "been",
        "successfully", "personally", "officially", "only", "even", "got", "certainly", "definitely", "indeed", "fully", "being", "both", "at", "once", "too",
        "taken", "liberty", "of",
    ];

    private static readonly HashSet<string> Be =
        ["is", "are", "was", "were", "be", "been", "being", "it's", "that's", "you're", "everything's", "that'll", "they're", "he's", "she's", "got", "get", "gets", "i'm", "we're"];

    private static readonly HashSet<string> Subjects = ["i", "i've", "we", "we've"];

    private static readonly HashSet<string> Openers = ["okay", "ok", "right", "great", "perfect", "sure", "done", "thanks", "good", "there", "yes", "alright"];

    private static readonly HashSet<string> Uncertain =
    [
        "if", "once", "when", "whenever", "until", "unless", "after", "before", "should", "would", "could", "can", "can't", "cannot", "will", "won't", "may", "might", "must", "to",
        "not", "never", "n't", "haven't", "hasn't", "isn't", "aren't", "wasn't", "weren't", "didn't", "couldn't", "don't", "doesn't", "no", "nothing", "without", "as", "than",
        "i'll", "we'll", "it'll", "you'll", "they'll", "that'll", "needs", "need", "usually", "normally", "always", "only", "whether", "unable", "failed", "nor", "neither", "gets", "get",
    ];

    // Forms that are past or participle although they do not end in -ed.
    private static readonly HashSet<string> Past =
    [
        "sent", "put", "left", "made", "told", "written", "wrote", "taken", "took", "given", "gave", "set", "held", "paid", "kept", "rung", "rang",
        "brought", "let", "struck", "withdrawn", "withdrew", "run", "ran", "spoken", "spoke", "got", "reset", "hung", "gone", "done", "submitted", "begun", "looked", "drawn", "cut", "frozen", "froze", "woken", "woke",
    ];

    // What may come to a caller.
    private static readonly HashSet<string> Tidings =
        ["text", "texts", "email", "e-mail", "mail", "call", "message", "letter", "reminder", "confirmation", "link", "notification", "sms", "receipt", "callback"];

    public static List<ActionClaim> Read(Sentence sentence)
    {
        var found = new List<ActionClaim>();
        foreach (var clause in sentence.Speech.Clauses)
        {
            if (clause.Mood != Mood.Question)
            {
                Active(sentence, clause, found);
                Passive(sentence, clause, found);
                Now(sentence, clause, found);
                Stative(sentence, clause, found);
                Promise(sentence, clause, found);
            }
        }

        return found;
    }

    // "I've already sent it and closed your ticket."
    private static void Active(Sentence sentence, Clause clause, List<ActionClaim> found)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            var elliptic = (
                i == clause.Start || (i <= clause.Start + 2 && Openers.Contains(sentence.Tokens[i - 1].Word)))
                    && IsPast(sentence, i)
                        && sentence.Tokens[i].Word is not ("left" or "set" or "put" or "let" or "run" or "got" or "done" or "found");
            if (!Subjects.Contains(sentence.Tokens[i].Word) && !elliptic)
            {
                continue;
            }

            var verb = elliptic ? i : Skip(sentence, i + 1, clause.End);
            if (verb >= clause.End || !IsPast(sentence, verb) || IsHedged(sentence, clause, i)
                || (!elliptic && sentence.Tokens[i].Word is "i" or "we" && verb == i + 1
                    && IsAmbiguousPresent(sentence, verb, sentence.Tokens[i].Word)))
            {
                continue;
            }

            // "I got that moved for you."
            if (sentence.Is(verb, "got", "had") && !sentence.Is(verb + 1, "to", "you", "a", "the"))
            {
                verb = Enumerable.Range(verb + 1, 4)
                    .FirstOrDefault(at => at < clause.End && IsPast(sentence, at), verb);
            }

            Add(sentence, clause, verb, elliptic ? ActionVoice.Passive : ActionVoice.Active, found);
            if (elliptic && found is [.., var said] && said.Token == verb)
            {
                found[^1] = said with { IsFirm = false };
            }

            for (var next = verb + 1; next < clause.End - 1; next++)
            {
                var at = Skip(sentence, next + 1, clause.End);
                if (sentence.Tokens[next].Word == "and" && at < clause.End && IsPast(sentence, at)
                    && !Be.Contains(sentence.Tokens[next - 1].Word))
                {
                    Add(sentence, clause, at, ActionVoice.Active, found);
                }
            }

            return;
        }
    }

    // "That's been sent", "your visit is now cancelled", "you're booked in".
    private static void Passive(Sentence sentence, Clause clause, List<ActionClaim> found)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            var word = sentence.Tokens[i].Word;
            var isBe = Be.Contains(word)
                || (word.EndsWith("'s", StringComparison.Ordinal) && word is not ("let's" or "what's" or "here's" or "who's"));
            if (!isBe || word is "i'm" or "we're" || IsHedged(sentence, clause, i))
            {
                continue;
            }

            var verb = Skip(sentence, i + 1, clause.End);
            if (verb < clause.End && IsPast(sentence, verb) && !sentence.Is(verb - 1, "fully")
                && !sentence.Is(verb + 1, "solid", "up") && !found.Exists(one => one.Token == verb))
            {
                Add(sentence, clause, verb, ActionVoice.Passive, found);
            }
        }
    }

    // "I'm putting you through", "connecting you now", "passing you over".
    private static void Now(Sentence sentence, Clause clause, List<ActionClaim> found)
    {
        if (Denies(clause))
        {
            return;
        }

        for (var i = clause.Start; i < clause.End; i++)
        {
            var word = sentence.Tokens[i].Word;
            var isStart = i == clause.Start || sentence.Tokens[i - 1].Word is "i'm" or "now" or "just" or "we're" or "and" or "okay"
                || sentence.Tokens[i - 1].Stop != '\0';
            if (isStart && word.EndsWith("ing", StringComparison.Ordinal) && Transfers(sentence, i, clause.End)
                && !IsHedged(sentence, clause, i))
            {
                found.Add(new ActionClaim(ActionKinds.Transfer, sentence.Stems[i], ActionVoice.Now, i, IsFirm: true));
            }
            else if (word is "i'll" or "let"
                && Transfers(sentence, Skip(sentence, word == "let" ? i + 2 : i + 1, clause.End), clause.End)
                && !IsHedged(sentence, clause, i) && IsAtOnce(sentence, clause))
            {
                found.Add(new ActionClaim(ActionKinds.Transfer, "transfer", ActionVoice.Now, i, IsFirm: true));
            }
        }
    }

    private static bool Denies(Clause clause) => clause.Words.Contains("n't", StringComparison.Ordinal)
        || clause.Words.Contains(" not ", StringComparison.Ordinal);

    // "Somebody will call you back", "they'll look into it", "you'll get a text the evening before".
    private static void Promise(Sentence sentence, Clause clause, List<ActionClaim> found)
    {
        if (sentence.Tokens[clause.Start].Word is "if" or "once" or "when" or "after" or "then" or "otherwise"
            || clause.Words.Contains(" if ", StringComparison.Ordinal) || Denies(clause))
        {
            return;
        }

        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Is(i, "you'll") || (sentence.Is(i, "you") && sentence.Is(i + 1, "will", "should")))
            {
                var verb = sentence.Is(i, "you'll") ? i + 1 : i + 2;
                var what = Enumerable.Range(verb, Math.Max(0, Math.Min(clause.End, verb + MaxAdverbs) - verb))
                    .FirstOrDefault(at => Tidings.Contains(sentence.Tokens[at].Word), -1);
                if (sentence.Is(verb, "get", "receive", "have", "hear", "be") && what > verb)
                {
                    found.Add(new ActionClaim(
                        ActionKinds.Send, sentence.Stems[what], ActionVoice.Promise, what, IsFirm: true));
                    return;
                }
            }

            var will = sentence.Is(i, "they'll", "she'll", "he'll", "someone'll", "somebody'll") ? i
                : sentence.Is(i, "will") && !sentence.Is(i - 1, "i", "we", "you", "it", "that", "this", "which") ? i
                : -1;
            if (will < 0)
            {
                continue;
            }

            var isOfThem = sentence.Is(will, "they'll", "she'll", "he'll", "someone'll", "somebody'll")
                || sentence.Is(will - 1, "someone", "somebody", "they", "he", "she", "team", "office", "nurse", "doctor", "technician", "manager", "crew");
            if ((sentence.Is(will + 1, "call", "ring", "phone", "contact", "text", "email") && sentence.Is(will + 2, "you"))
                || (isOfThem && sentence.Is(will + 1, "check", "look", "review", "get", "reach", "follow", "sort", "handle")))
            {
                found.Add(new ActionClaim(
                    ActionKinds.Notify, sentence.Stems[will + 1], ActionVoice.Promise, will + 1, IsFirm: true));
                return;
            }
        }
    }

    private static bool IsAtOnce(Sentence sentence, Clause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Tokens[i].Word is "now" or "right" or "straight" or "away" or "hold" or "moment" or "immediately" or "one")
            {
                return true;
            }
        }

        return false;
    }

    // "You're down for Friday", "you're on the list", "it's yours", "that's off the books", "all done".
    private static void Stative(Sentence sentence, Clause clause, List<ActionClaim> found)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            var word = sentence.Tokens[i].Word;
            if (IsHedged(sentence, clause, i))
            {
                continue;
            }

            var at = Skip(sentence, i + 1, clause.End);
            if (word == "you're" && sentence.Is(at, "on") && sentence.Is(at + 2, "list", "waitlist", "waiting"))
            {
                found.Add(new ActionClaim(
                    ActionKinds.Note | ActionKinds.Assign, "list", ActionVoice.Passive, at, IsFirm: true));
            }
            else if (word == "you're" && sentence.Is(at, "down", "on", "in")
                && (sentence.Is(at, "down") || sentence.Is(at + 2, "list", "waitlist", "schedule", "books", "calendar", "book")))
            {
                found.Add(new ActionClaim(ActionKinds.Book, "book", ActionVoice.Passive, at, IsFirm: true));
            }
            else if (word is "has" or "have" or "got" && sentence.Is(at, "your", "it", "that", "the", "all") && !IsSelf(sentence, i)
                && Has(sentence, at, Math.Min(clause.End, at + 5), "request", "message", "details", "note", "order", "report", "complaint"))
            {
                found.Add(new ActionClaim(
                    ActionKinds.Submit | ActionKinds.Notify | ActionKinds.Note | ActionKinds.Send, "file",
                        ActionVoice.Passive, at, IsFirm: true));
            }
            else if (word is "went" or "gone" or "is" or "are" && sentence.Is(at, "out") && i > clause.Start
                && Tidings.Contains(sentence.Tokens[sentence.Is(i - 1, "just", "has", "already") ? i - 2 < 0
                    ? 0 : i - 2 : i - 1].Word))
            {
                found.Add(new ActionClaim(ActionKinds.Send | ActionKinds.Notify, "send", ActionVoice.Passive, i,
                    IsFirm: true));
            }
            else if ((Be.Contains(word) || word.EndsWith("'s", StringComparison.Ordinal)) && sentence.Is(at, "in", "on")
                && Has(sentence, at, Math.Min(clause.End, at + 3), "place", "book", "books", "calendar", "schedule", "diary", "agenda"))
            {
                found.Add(new ActionClaim(
                    ActionKinds.Book | ActionKinds.Note, "book", ActionVoice.Passive, at, IsFirm: true));
            }
            else if ((Be.Contains(word) || word.EndsWith("'s", StringComparison.Ordinal)) && sentence.Is(at, "in", "on")
                && Has(sentence, at, Math.Min(clause.End, at + 4), "queue", "mail", "post", "way", "inbox"))
            {
                found.Add(new ActionClaim(
                    ActionKinds.Submit | ActionKinds.Send | ActionKinds.Order | ActionKinds.Refund
                        | ActionKinds.Pay | ActionKinds.Notify, "send", ActionVoice.Passive, at,
                            IsFirm: HasTidings(sentence, clause.Start, i)));
            }
            else if (word is "have" or "got" or "i've" && IsSelf(sentence, i) && sentence.Is(at, "you", "got")
                && Has(sentence, at, Math.Min(clause.End, at + 5), "booked", "down", "sitting", "signed", "scheduled", "registered", "penciled", "pencilled"))
            {
                found.Add(new ActionClaim(
                    ActionKinds.Book | ActionKinds.Note, "book", ActionVoice.Passive, at,
                        IsFirm: !Has(sentence, at, clause.End, "as", "with")));
            }
            else if (sentence.Is(i, "taken") && sentence.Is(i + 1, "care") && sentence.Is(i + 2, "of"))
            {
                found.Add(new ActionClaim(ActionKinds.Any, "do", ActionVoice.Passive, i, IsFirm: true));
            }
            else if (sentence.Is(i, "consider") && sentence.Is(i + 2, "done"))
            {
                found.Add(new ActionClaim(ActionKinds.Any, "do", ActionVoice.Passive, i, IsFirm: true));
            }
            else if (Be.Contains(word) && sentence.Is(at, "sorted", "handled", "set", "lined", "planned", "arranged", "settled"))
            {
                found.Add(new ActionClaim(ActionKinds.Any, "do", ActionVoice.Passive, at, IsFirm: !sentence.Is(at, "set")));
            }
            else if (Be.Contains(word) && sentence.Is(at, "off") && sentence.Is(at + 2, "books", "book", "calendar", "schedule", "list"))
            {
                found.Add(new ActionClaim(ActionKinds.Cancel, "cancel", ActionVoice.Passive, at, IsFirm: true));
            }
            else if (word is "done" && (i == clause.Start || sentence.Is(i - 1, "that's", "it's", "all", "it", "and"))
                && !sentence.Is(i - 1, "well"))
            {
                found.Add(new ActionClaim(
                    ActionKinds.Any, "do", ActionVoice.Passive, i, IsFirm: i == clause.Start
                        || sentence.Is(i - 1, "that's", "it's", "all")));
            }
        }
    }

    // A text or a letter comes from the desk; a parcel may be a carrier's.
    private static bool HasTidings(Sentence sentence, int start, int end) => Enumerable.Range(start, end - start + 1)
        .Any(at => Tidings.Contains(NameRule.Form(sentence.Tokens[at].Word)) || sentence.Is(at, "paperwork", "paperwork's", "papers"));

    private static bool IsSelf(Sentence sentence, int at) => sentence.Is(at, "i've", "we've")
        || sentence.Is(at - 1, "i", "i've", "we", "we've", "you", "you've");

    private static int Skip(Sentence sentence, int at, int end)
    {
        for (var steps = 0; at < end && steps < MaxAdverbs && Adverbs.Contains(sentence.Tokens[at].Word)
            && !(sentence.Is(at, "taken") && !sentence.Is(at + 1, "the"))
            && !(sentence.Is(at, "got") && !IsPast(sentence, at + 1)); steps++)
        {
            at++;
        }

        return at;
    }

    private static bool IsPast(Sentence sentence, int at) => at < sentence.Tokens.Count
        && (Past.Contains(sentence.Tokens[at].Word)
            || (sentence.Tokens[at].Word is { Length: > 3 } word && word.EndsWith("ed", StringComparison.Ordinal)
                && word is not ("need" or "indeed" or "speed" or "feed")));

    // "I put", "we let": present or past.
    private static bool IsAmbiguousPresent(Sentence sentence, int verb, string subject) =>
        subject == "we" || (sentence.Tokens[verb].Word is "let" or "run" or "set" or "put" && subject != "i");

    // A negation, a modal or an "if" before the verb in its clause.
    private static bool IsHedged(Sentence sentence, Clause clause, int at)
    {
        if (sentence.Tokens[clause.Start].Word is "if" or "unless" or "once" or "when" or "to" or "until" or "did" or "had")
        {
            return true;
        }

        for (var i = Math.Max(clause.Start, at - 4); i <= Math.Min(at + 3, clause.End - 1); i++)
        {
            var word = sentence.Tokens[i].Word;
            if (i > at && sentence.Tokens[i - 1].Stop == ',')
            {
                break;
            }

            if ((Uncertain.Contains(word) && !(word is "to" or "no" or "get" or "gets" or "only" or "as" or "after" or "before" or "once" && i <= at)
                && !(i > at && word is "as" or "once" or "before" or "after" or "when" or "if" or "get" or "only" or "no" or "until" or "than" or "to"))
                || word.EndsWith("n't", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Sentence sentence, Clause clause, int verb, ActionVoice voice, List<ActionClaim> found)
    {
        var stem = sentence.Stems[verb];
        var (acts, isFirm) = Meaning(sentence, verb, Math.Min(clause.End, verb + MaxObject), stem, voice);
        if (acts != ActionKinds.None)
        {
            found.Add(new ActionClaim(acts, stem, voice, verb, isFirm));
        }
    }

    // What the verb means with what stands behind it: "put you through", "put a note in", "put you down".
    private static (ActionKinds Acts, bool IsFirm) Meaning(
        Sentence sentence, int verb, int end, string stem, ActionVoice voice)
    {
        var word = sentence.Tokens[verb].Word;
        if (Transfers(sentence, verb, end))
        {
            return (ActionKinds.Transfer, true);
        }

        var note = Has(sentence, verb, end, "note", "message", "memo");
        switch (word)
        {
            case "processed" or "completed" or "finished" or "handled" or "sorted" or "arranged" when voice == ActionVoice.Active:
                return (ActionKinds.Any, true);
            case "spoken" or "spoke" or "talked" or "checked" when sentence.Is(verb + 1, "to", "with") && !sentence.Is(verb + 2, "you"):
                return (ActionKinds.Notify, true);
            case "marked" or "flagged" when voice == ActionVoice.Active && Has(sentence, verb, end, "as"):
                return (ActionKinds.Note | ActionKinds.Change | ActionKinds.Submit, true);
            case "flagged" or "marked" or "logged":
                return (ActWords.Of(stem), voice == ActionVoice.Active);
            case "made" or "did" when Has(sentence, verb, end, "change", "switch", "update", "correction", "adjustment"):
                return (ActionKinds.Change, true);
            case "put" when sentence.Is(verb + 1, "it", "that", "this") && sentence.Is(verb + 2, "through", "in"):
                return (ActionKinds.Any, true);
            case "put" or "left" or "made" or "got" or "placed":
                return note ? (ActionKinds.Note, true)
                    : Has(sentence, verb, end, "request", "order", "ticket", "application", "claim")
                        ? (ActionKinds.Submit | ActionKinds.Order, word != "got")
                    : Has(sentence, verb, end, "booking", "appointment", "reservation") || (word == "put" && Has(sentence, verb, end, "down"))
                        || (word == "put" && sentence.Is(verb + 2, "on") && Has(sentence, verb, end, "list", "waitlist", "schedule", "books", "calendar"))
                        ? (ActionKinds.Book, word != "left")
                    : Has(sentence, verb, end, "aside", "hold") ? (ActionKinds.Hold, word == "put")
                    : (ActionKinds.None, false);
            case "let":
                return Has(sentence, verb, end, "know") && !sentence.Is(verb + 1, "me", "us", "you") ? (ActionKinds.Notify, true)
                    : (ActionKinds.None, false);
            case "told" or "asked":
                return sentence.Is(verb + 1, "you", "me", "that", "for", "about") && voice == ActionVoice.Active
                    ? (ActionKinds.None, false) : (ActionKinds.Notify, true);
            case "taken" or "took":
                return Has(sentence, verb, end, "off", "out") ? (ActionKinds.Cancel, true) : (ActionKinds.None, false);
            case "set":
                return Has(sentence, verb, end, "up")
                    ? (ActionKinds.Book | ActionKinds.Assign | ActionKinds.Change | ActionKinds.Order
                        | ActionKinds.Submit, voice == ActionVoice.Active)
                    : Has(sentence, verb, end, "aside") ? (ActionKinds.Hold, true)
                    : (ActionKinds.None, false);
            case "called" when Has(sentence, verb, end, "off"):
                return (ActionKinds.Cancel, true);
            case "written" or "wrote" or "penciled" or "pencilled" or "squeezed" when Has(sentence, verb, end, "in", "down")
                && (voice == ActionVoice.Passive || sentence.Is(verb + 1, "you", "him", "her", "them")):
                return (ActionKinds.Book, true);
            case "passed":
                return Has(sentence, verb, end, "on", "along", "to") ? (ActionKinds.Notify, true) : (ActionKinds.None, false);
            case "run" or "ran":
                return Has(sentence, verb, end, "test", "check", "search", "diagnostic") ? (ActionKinds.Look, true) : (ActionKinds.None, false);
            case "given" or "gave" or "kept" or "gone" or "done" or "needed" or "included" or "required" or "allowed" or "covered" or "based" or "called"
                or "charged" or "closed" or "opened" or "asked" or "used" or "waited" or "missed" or "said" or "stopped" or "returned" or "completed" when voice == ActionVoice.Passive:
                return (ActionKinds.None, false);
            case "kept":
                return Has(sentence, verb, end, "spot", "slot", "seat", "place", "table") ? (ActionKinds.Hold, true)
                    : (ActionKinds.None, false);
            case "given" or "gave" or "called" or "run" or "moved" when sentence.Is(verb + 1, "on", "in", "away"):
                return (ActionKinds.None, false);
        }

        var acts = ActWords.Of(stem);
        if ((acts & ActionKinds.Look) != 0)
        {
            return voice == ActionVoice.Active && word is "checked" or "looked" or "searched" or "tried" or "pulled" or "verified"
                ? (ActionKinds.Look, word is "checked" or "searched" || Has(sentence, verb, end, "up", "for"))
                : (ActionKinds.None, false);
        }

        // What is noted may be noted in one's head.
        var isSoft = (acts & ~(ActionKinds.Note | ActionKinds.Hold)) == 0
            || word is "given" or "gave" or "reached" or "tried" or "asked" or "raised" or "recorded";
        return (acts, !isSoft || note || Has(sentence, verb, end, "file", "record", "account", "system", "aside") || word is "held");
    }

    private static bool Transfers(Sentence sentence, int verb, int end)
    {
        if (verb >= sentence.Tokens.Count)
        {
            return false;
        }

        var who = sentence.Is(verb + 1, "you", "this", "the") && (sentence.Is(verb + 1, "you") || sentence.Is(verb + 2, "call"));
        return sentence.Stems[verb] switch
        {
            "transfer" or "connect" => who || verb + 1 >= end,
            "put" or "putt" => who && Has(sentence, verb, end, "through"),
            "pass" or "hand" or "bring" => who && Has(sentence, verb, end, "over", "across", "to", "on"),
            "send" => who && Has(sentence, verb, end, "over", "through") && !Has(sentence, verb, end, "a", "an"),
            _ => false,
        };
    }

    private static bool Has(Sentence sentence, int start, int end, params ReadOnlySpan<string> words)
    {
        for (var i = start + 1; i < Math.Min(end, sentence.Tokens.Count); i++)
        {
            if (sentence.Is(i, words))
            {
                return true;
            }
        }

        return false;
    }
}
