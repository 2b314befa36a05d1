using Tollgate.Input;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Recognises a suite of the form before briefs, whose sessions were scripts, and says what became of each of its keys.
/// </summary>
internal static class OldForm
{
    private static readonly Dictionary<string, string> OfRoot = new(StringComparer.Ordinal)
    {
        ["sessions"] = "gone; say who calls in `callers` and what they want in `wishes`. Callers are drawn from these, and "
            + "`briefs` names those whom you want to choose yourself.",
        ["fragments"] = "gone; what callers are asked again and again is answered from the `facts` of their kind in `callers`.",
        ["clarifications"] = "gone; a caller who was not understood says so in words of his own, and his wish's `again`.",
    };

    private static readonly Dictionary<string, string> OfLimits = new(StringComparer.Ordinal)
    {
        ["clarifications"] = "gone; a caller gives up when nothing has moved for several turns.",
    };

    private static readonly Dictionary<string, string> OfSession = new(StringComparer.Ordinal)
    {
        ["name"] = "the same in a brief.",
        ["about"] = "the same in a brief, and in a wish.",
        ["starts_with"] = "the same in a brief; without it, the first agent picks up.",
        ["noise"] = "the same in a brief; `population` says how noisy the calls of drawn callers are.",
        ["facts"] = "now what the caller knows, by slot, in `callers`, in a wish or in a brief. \"{name}\" puts one into words "
            + "and calls as before, and `spoken` still says how it is pronounced.",
        ["variants"] = "gone; `population` draws callers who differ, or write a brief for each.",
        ["records"] = "the same in a brief.",
        ["without"] = "the same in a brief.",
        ["missing"] = "now in a wish: the fields by which the record would be found.",
        ["may_call"] = "gone; a tool that only reads may always be called.",
        ["in_order"] = "gone; by which way an agent gets there is its own business.",
        ["labels"] = "the same in a brief, and in a wish.",
        ["tags"] = "the same in a brief.",
        ["goals"] = "gone; a wish is a goal: what it `does`, what it `tells`, to whom it `hands_over_to`.",
        ["records_after"] = "gone; what must become of the records is worked out from the calls in `does`.",
        ["steps"] = "gone; a caller answers what he is asked. Say what he wants in `wishes` and what he knows in `facts`.",
    };

    private static readonly Dictionary<string, string> OfStep = new(StringComparer.Ordinal)
    {
        ["id"] = "gone with the steps; a wish has a name.",
        ["say"] = "gone; `opens` is how a wish is brought up, and what answers a question comes from `facts`.",
        ["entities"] = "gone; the words that carry the meaning are the facts that are said.",
        ["asked"] = "gone; the caller understands what he is asked for. What your agents call a thing by another name goes "
            + "into the `words` of `slots`.",
        ["again"] = "now in a wish: how it is brought up again where the agent passed over it.",
        ["times"] = "gone; whatever is asked again is answered again.",
        ["optional"] = "gone; what is not asked for is not said, and whatever stands for itself goes into `asides`.",
        ["after_call"] = "gone; the next wish comes when the one before is over.",
        ["after_handoff_to"] = "gone; `agents` of a wish says who can meet it, and the caller waits to be put through.",
        ["before"] = "gone; nothing stands in for the agent's words any more.",
        ["reply"] = "gone; nothing stands in for the agent's words any more. What he must be told goes into `tells`.",
        ["expect"] = "now in a wish: calls with an effect in `does`, lookups in `looks_up`.",
        ["missing"] = "now in a wish: the fields by which the record would be found.",
        ["faults"] = "now in a brief, from the beginning of the call; `fault_rates` says how often in the calls of drawn callers.",
        ["barge_in"] = "now `interrupts` in a brief or in `population`, in words that the caller has heard.",
        ["backchannel"] = "now in a brief: the word that is murmured.",
        ["cut"] = "now `cuts` in a brief: where a value is given, or at the beginning where the caller trails off.",
        ["use"] = "gone with `fragments`.",
    };

    private static readonly Dictionary<string, string> OfExpect = new(StringComparer.Ordinal)
    {
        ["together"] = "gone; the calls of a wish may come in any order, and at once.",
        ["optional"] = "gone; what a wish `does` must be done, and lookups are free.",
        ["hand_over_to"] = "now `hands_over_to` in a wish where the caller wants to be put through; a handoff to one of the "
            + "`agents` that can meet a wish is expected by itself.",
    };

    private static readonly Dictionary<string, string> OfGoal = new(StringComparer.Ordinal)
    {
        ["called"] = "now a call in `does`.",
        ["handed_over_to"] = "now `hands_over_to` in a wish.",
        ["said"] = "now `tells` in a wish: values, in whatever words.",
        ["records"] = "gone; they are worked out from the calls in `does`.",
    };

    /// <summary>Reports a suite of the old form, once, with all that it uses; false where it is of today's.</summary>
    public static bool Refuses(YamlContext context, YamlNode root)
    {
        var uses = new List<Use>();
        Note(uses, "", root, OfRoot);
        Note(uses, "limits: ", ValueOf(root, "limits"), OfLimits);
        foreach (var session in ItemsOf(ValueOf(root, "sessions")))
        {
            NoteSession(uses, session);
            foreach (var variant in ItemsOf(ValueOf(session, "variants")))
            {
                NoteSession(uses, variant);
            }
        }

        foreach (var (_, steps) in ValueOf(root, "fragments")?.Entries ?? [])
        {
            NoteSteps(uses, steps);
        }

        if (uses.Count == 0)
        {
            return false;
        }

        var first = uses.OrderBy(use => use.At.Line).ThenBy(use => use.At.Column).First();
        var message = new StringBuilder("the file is of the old form, in which callers were scripts; callers have briefs now: "
            + "they know and want something, and say what the agent's words ask for. Expected `callers` and `wishes` in "
            + "place of scripts, as docs/rehearsal.md describes them. What became of each key:");
        foreach (var key in uses.GroupBy(use => use.Level + use.Key))
        {
            var times = key.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $", {key.Count()} times") : "";
            message.Append(CultureInfo.InvariantCulture,
                $"\n  `{key.Key}` ({key.First().At.Line}:{key.First().At.Column}{times}): {key.First().Fate}");
        }

        context.Fail(first.At, message.ToString());
        return true;
    }

    private static void NoteSession(List<Use> uses, YamlNode session)
    {
        Note(uses, "sessions: ", session, OfSession);
        NoteSteps(uses, ValueOf(session, "steps"));
        foreach (var goal in ItemsOf(ValueOf(session, "goals")))
        {
            Note(uses, "goals: ", goal, OfGoal);
        }
    }

    private static void NoteSteps(List<Use> uses, YamlNode? steps)
    {
        foreach (var step in ItemsOf(steps))
        {
            Note(uses, "steps: ", step, OfStep);
            foreach (var call in ItemsOf(ValueOf(step, "expect")))
            {
                Note(uses, "expect: ", call, OfExpect);
            }
        }
    }

    private static void Note(List<Use> uses, string level, YamlNode? map, Dictionary<string, string> fates)
    {
        foreach (var (key, _) in map?.Entries ?? [])
        {
            if (key.Text is { } name && fates.TryGetValue(name, out var fate))
            {
                uses.Add(new Use(level, name, key, fate));
            }
        }
    }

    private static List<YamlNode> ItemsOf(YamlNode? node) => node?.Items ?? [];

    private static YamlNode? ValueOf(YamlNode? map, string key) =>
        map?.Entries?.FirstOrDefault(entry => entry.Key.Text == key).Value;

    private readonly record struct Use(string Level, string Key, YamlNode At, string Fate);
}
