namespace Tollgate.Acts.Phrasing;

/// <summary>Verbs by what they do to a call. English only.</summary>
internal static class DeedWords
{
    private static readonly Dictionary<string, Deed> Verbs = Table(
        (Deed.Tell, "give tell read spell say repeat provide share state describe enter type recite name remind supply dictate relay "
            + "explain walk shout punch key drop offer interest suggest recommend"),
        (Deed.Receive, "have get take grab know confirm verify ask trouble borrow hear bother collect start begin"),
        (Deed.Look, "check look see find search try review dig peek scan double-check recheck pull verify dive investigate locate "
            + "load research browse compare explore examine track retry"),
        (Deed.Wait, "hold wait stay bear hang pause stand"),
        (Deed.PassOn, "connect transfer redirect reroute route forward escalate patch refer"));

    // These bring people together only with a word such as "through" behind them, and whom they bring.
    private static readonly HashSet<string> Bringing =
        ["put", "pass", "hand", "switch", "send", "get", "bring", "loop", "move", "take", "pop", "flick", "chuck", "walk",
            "direct", "give", "turn", "fetch", "grab", "swing", "shoot", "ring", "buzz"];

    private static readonly HashSet<string> People = ["you", "him", "her", "them", "this", "your", "someone", "somebody", "you're",
        "everyone"];

    private static readonly HashSet<string> Across = ["through", "over", "across", "onto", "on", "back", "straight", "along", "in",
        "to", "round", "with", "right", "directly", "now"];

    private static readonly HashSet<string> Places =
        ["desk", "team", "department", "line", "office", "people", "specialist", "specialists", "manager", "supervisor", "nurse",
            "nurses", "colleague", "colleagues", "technician", "agent", "advisor", "expert", "folks", "guys", "someone", "somebody",
            "reception", "doctor", "extension", "operator", "representative", "group", "side"];

    /// <summary>What the verb at <paramref name="at"/> does, and what stands behind it.</summary>
    public static Deed Of(string[] words, int at)
    {
        if (at >= words.Length)
        {
            return Deed.None;
        }

        var verb = words[at] == "interested" ? words[at] : Base(words[at]);
        if (Bringing.Contains(verb) && Brings(words, at))
        {
            return Deed.PassOn;
        }

        if (Verbs.GetValueOrDefault(verb) == Deed.PassOn && !(Next(words, at + 1) is "" or "now" or "over" or "through" or "straight"
            or "right" or "back" || People.Contains(Next(words, at + 1)) && Next(words, at + 1) != "this"
            || (Next(words, at + 1) is "this" or "the" && Next(words, at + 2) == "call")))
        {
            return Deed.Act;
        }

        if (verb == "bring" && Next(words, at + 1) is "up" || (verb is "pull" or "bring" or "get" or "call"
            && Array.IndexOf(words, "up", at) is var up && up > at && up <= at + 5))
        {
            return Deed.Look;
        }

        if (verb is "take" or "have" or "get" or "give" or "run"
            && Next(words, at + 1) is "a" or "another" or "one" or "it" or "that" or "this" && Near(words, at, "look", "peek", "search", "check", "shot", "go"))
        {
            return Deed.Look;
        }

        // "Set a day for the repair", "find you a time", "let you know".
        if (verb is "set" or "pick" or "arrange" or "schedule" && Near(words, at, "day", "time", "date"))
        {
            return Deed.Look;
        }

        if (verb == "let" && Next(words, at + 1) == "you")
        {
            return Deed.Tell;
        }

        // "Give me a moment", "give me just a second".
        if (verb is "give" or "allow" or "need" && Near(words, at, "moment", "second", "minute", "sec", "secs", "moments", "seconds",
            "minutes"))
        {
            return Deed.Wait;
        }

        return verb switch
        {
            "read" or "tell" or "give" or "say" or "explain" or "walk" when Next(words, at + 1) is "you" => Deed.Look,
            "tell" or "give" or "show" or "ask" or "read" when Next(words, at + 1) is "him" or "her" or "them" => Deed.Act,
            "give" when Next(words, at + 1) is "it" or "that" => Deed.Act,
            "see" or "find" when words[at] is "seeing" or "finding" => Deed.Act,
            "see" when Next(words, at + 1) is "you" or "to" => Deed.Act,
            "hold" when Next(words, at + 1) is "it" or "a" or "the" or "that" or "your" or "one"
                && Next(words, at + 2) is not ("line" or "on" or "thought") => Deed.Act,
            // "Ask the owner to refund it", but "ask the reason".
            "ask" when Next(words, at + 1) is not ("for" or "you" or "your") && Near(words, at, "to", "if", "whether")
                => Deed.Act,
            "have" or "get" when Next(words, at + 1) is "someone" or "somebody" or "our" or "him" or "her" or "them" or "you"
                => Deed.Act,
            "take" or "put" when Near(words, at, "off", "out", "away", "care") => Deed.Act,
            _ => Verbs.TryGetValue(verb, out var deed) ? deed : Deed.Act,
        };
    }

    /// <summary>A verb that a caller may be told to do: "read it to me", "hold the line".</summary>
    public static bool IsOrder(string word) =>
        Verbs.TryGetValue(word, out var deed) && deed is Deed.Tell or Deed.Wait && word is not ("name" or "state" or "type" or "pause");

    private static bool Brings(string[] words, int at)
    {
        // "Get the incidents desk for you", "bring in our manager", "ring reception".
        var people = Math.Min(words.Length, at + 6);
        var place = Array.FindIndex(words, at + 1, people - at - 1, Places.Contains);
        var whom = Next(words, at + 1);
        if (place > 0 && Base(words[at]) is "get" or "bring" or "fetch" or "grab" or "loop" or "ring" or "buzz"
            && (whom is "the" or "our" or "my" or "a" or "in" or "someone" or "somebody" or "reception" or "one"))
        {
            return Base(words[at]) is "ring" or "buzz" or "bring" or "loop" || Near(words, at, "for", "line", "in", "phone", "on");
        }

        if (!People.Contains(whom) || whom.Length == 0)
        {
            return Base(words[at]) is "bring" or "loop" && whom == "in";
        }

        var next = whom == "your" ? at + 3 : at + 2;
        if (!Across.Contains(Next(words, next)))
        {
            return Next(words, at) is "flick" or "chuck" or "loop" or "hand" or "swing";
        }

        // "Put you down for Friday", "put you in for a visit", "put you on the list", "send this to you" bring nobody anywhere.
        if (Next(words, next) is "in" or "on" or "back" or "right" or "now" && Base(words[at]) is not ("bring" or "loop")
            && !Near(words, next - 1, "through", "over", "across", "onto") && !Array.Exists(words[next..], Places.Contains)
            && Next(words, next + 1) is not ("to" or "touch"))
        {
            return false;
        }

        if (Next(words, next) is "on" && Near(words, next, "hold", "list", "waitlist", "schedule", "books"))
        {
            return false;
        }

        return Next(words, next) is not ("to" or "with") || (whom is "you" or "him" or "her" or "them" or "your"
            && Next(words, next + 1) is not ("your" or "you")
            && Base(words[at]) is "put" or "pass" or "hand" or "send" or "direct" or "loop" or "pop"
            || Array.Exists(words[next..], Places.Contains));
    }

    private static bool Near(string[] words, int at, params ReadOnlySpan<string> any)
    {
        for (var i = at + 1; i < words.Length && i <= at + 5; i++)
        {
            foreach (var one in any)
            {
                if (words[i] == one)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Next(string[] words, int at) => at < words.Length ? words[at] : "";

    // "Putting", "connected", "passed": the verb itself, as far as its class needs it.
    private static string Base(string verb) => verb switch
    {
        _ when Verbs.ContainsKey(verb) || Bringing.Contains(verb) => verb,
        "brought" => "bring",
        "sent" => "send",
        "gave" or "given" => "give",
        "took" or "taken" => "take",
        "got" => "get",
        "saw" => "see",
        "held" => "hold",
        "told" => "tell",
        [.. var root, 'i', 'n', 'g'] => Root(root),
        [.. var root, 'e', 'd'] => Root(root),
        _ => verb,
    };

    private static string Root(string root) =>
        Verbs.ContainsKey(root) || Bringing.Contains(root) ? root
        : root.Length > 3 && root[^1] == root[^2] ? root[..^1]
        : Verbs.ContainsKey(root + "e") || Bringing.Contains(root + "e") ? root + "e"
        : root;

    private static Dictionary<string, Deed> Table(params ReadOnlySpan<(Deed Deed, string Words)> rows)
    {
        var verbs = new Dictionary<string, Deed>(StringComparer.Ordinal);
        foreach (var (deed, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                verbs.TryAdd(word, deed);
            }
        }

        return verbs;
    }
}
