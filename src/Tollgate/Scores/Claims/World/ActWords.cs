using Tollgate.Language.Words;

namespace Tollgate.Scores.Claims.World;

/// <summary>The classes of verbs, and what may stand for what.</summary>
internal static class ActWords
{
    private static readonly (ActionKinds Acts, string Words)[] Classes =
    [
        (ActionKinds.Book, "book rebook reserve plan schedule register enroll sign slot pencil pencill arrange fit squeeze create seat enter"),
        (ActionKinds.Change, "move change switch update reschedule shift push swap correct edit adjust upgrade downgrade extend replace postpone bump amend alter fix modify set"),
        (ActionKinds.Cancel, "cancel remove delete drop cross withdraw scrap strike clear stop unsubscribe void waive erase end terminate wipe"),
        (ActionKinds.Send, "send text email mail ship forward dispatch fax post resend message"),
        (ActionKinds.Submit, "file request submit log report raise open create record enter lodge register claim"),
        (ActionKinds.Note, "note write leave jot record mark flag document add message"),
        (ActionKinds.Notify, "tell inform notify alert page call phone ring ask reach message warn contact escalate wake woken woke brief pass report"),
        (ActionKinds.Transfer, "transfer connect"),
        (ActionKinds.Pay, "pay charge bill debit deduct"),
        (ActionKinds.Refund, "refund return reimburse credit"),
        (ActionKinds.Order, "order reorder refill request buy"),
        (ActionKinds.Hold, "hold reserve save block keep freeze frozen froze pause suspend stop"),
        (ActionKinds.Close, "close resolve complete"),
        (ActionKinds.Reset, "reset restart reboot unlock kick"),
        (ActionKinds.Assign, "assign activate enable grant issue add give join waitlist"),
        (ActionKinds.Renew, "renew extend"),
        (ActionKinds.Look, "check look search try pull find verify test run see"),
    ];

    private static readonly Dictionary<string, ActionKinds> ByStem = Index();

    // A word of a tool's name that only reads.
    private static readonly HashSet<string> Reads = [.. (
        "find get look lookup check list search status info track quote read query fetch show slots availability details free "
        + "history map see view balance price verify estimate").Split(' ').Select(Stems.Of)];

    /// <summary>The classes of a verb by its stem.</summary>
    public static ActionKinds Of(string stem) => ByStem.GetValueOrDefault(stem);

    /// <summary>What a call may have been that makes the claim of such an act true.</summary>
    public static ActionKinds Covers(ActionKinds claimed)
    {
        var covers = claimed;
        Add(ActionKinds.Book,
            ActionKinds.Hold | ActionKinds.Change | ActionKinds.Order | ActionKinds.Assign | ActionKinds.Renew
                | ActionKinds.Submit);
        Add(ActionKinds.Hold, ActionKinds.Book);
        Add(ActionKinds.Cancel, ActionKinds.Hold);
        Add(ActionKinds.Change, ActionKinds.Book | ActionKinds.Renew | ActionKinds.Assign);
        Add(ActionKinds.Submit,
            ActionKinds.Note | ActionKinds.Order | ActionKinds.Book | ActionKinds.Refund | ActionKinds.Notify);
        Add(ActionKinds.Note, ActionKinds.Submit | ActionKinds.Notify);
        Add(ActionKinds.Notify, ActionKinds.Note | ActionKinds.Transfer);
        Add(ActionKinds.Order, ActionKinds.Submit | ActionKinds.Send | ActionKinds.Book);
        Add(ActionKinds.Assign, ActionKinds.Order | ActionKinds.Book);
        Add(ActionKinds.Pay, ActionKinds.Submit);
        Add(ActionKinds.Refund, ActionKinds.Pay | ActionKinds.Submit);
        return covers;

        void Add(ActionKinds when, ActionKinds also)
        {
            if ((claimed & when) != 0)
            {
                covers |= also;
            }
        }
    }

    /// <summary>Whether a tool only reads, by its name, where nobody says so.</summary>
    public static bool Read(string tool) => tool.Split('_', '-').Any(word => Reads.Contains(Stems.Of(word)));

    /// <summary>What a tool does, by the words of its name and its description.</summary>
    public static ActionKinds OfTool(string name, ClaimTool? tool)
    {
        var acts = ActionKinds.None;
        foreach (var word in name.Split('_', '-'))
        {
            acts |= Of(Stems.Of(word.ToLowerInvariant()));
        }

        // "Writes a quote and sends it by e-mail": the verbs alone.
        var words = Tokens.Of(tool?.Description ?? "");
        for (var i = 0; i < words.Count; i++)
        {
            acts |= words[i].Word == "asks" ? ActionKinds.Submit
                : i == 0 || words[i].Word is [_, _, .., not '\'', 's'] ? Of(Stems.Of(words[i].Word))
                : ActionKinds.None;
        }

        return acts & ~ActionKinds.Look;
    }

    private static Dictionary<string, ActionKinds> Index()
    {
        var index = new Dictionary<string, ActionKinds>(StringComparer.Ordinal);
        foreach (var (acts, words) in Classes)
        {
            foreach (var word in words.Split(' '))
            {
                var stem = Stems.Of(word);
                index[stem] = index.GetValueOrDefault(stem) | acts;
            }
        }

        return index;
    }
}
