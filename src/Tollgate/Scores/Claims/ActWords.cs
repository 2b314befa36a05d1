using Tollgate.Language;

namespace Tollgate.Scores.Claims;

/// <summary>The classes of verbs, and what may stand for what.</summary>
internal static class ActWords
{
    private static readonly (Acts Acts, string Words)[] Classes =
    [
        (Acts.Book, "book rebook reserve schedule register enroll sign slot pencil arrange fit squeeze create seat enter"),
        (Acts.Change, "move change switch update reschedule shift push swap correct edit adjust upgrade downgrade extend replace postpone bump amend alter fix modify set"),
        (Acts.Cancel, "cancel remove delete drop cross withdraw scrap strike clear stop unsubscribe void waive erase end terminate wipe"),
        (Acts.Send, "send text email mail ship forward dispatch fax post resend message"),
        (Acts.File, "file request submit log report raise open create record enter lodge register claim"),
        (Acts.Note, "note write leave jot record mark flag document add message"),
        (Acts.Notify, "tell inform notify alert page call phone ring ask reach message warn contact escalate wake brief pass report"),
        (Acts.Transfer, "transfer connect"),
        (Acts.Pay, "pay charge process bill debit deduct"),
        (Acts.Refund, "refund return reimburse credit"),
        (Acts.Order, "order reorder refill request buy"),
        (Acts.Hold, "hold reserve save block keep freeze pause suspend stop"),
        (Acts.Close, "close resolve complete"),
        (Acts.Reset, "reset restart reboot unlock kick"),
        (Acts.Assign, "assign activate enable grant issue add give join waitlist"),
        (Acts.Renew, "renew extend"),
        (Acts.Look, "check look search try pull find verify test run see"),
    ];

    private static readonly Dictionary<string, Acts> ByStem = Index();

    // A word of a tool's name that only reads.
    private static readonly HashSet<string> Reads = [.. (
        "find get look lookup check list search status info track quote read query fetch show slots availability details free "
        + "history map see view balance price verify estimate").Split(' ').Select(Stems.Of)];

    /// <summary>The classes of a verb by its stem.</summary>
    public static Acts Of(string stem) => ByStem.GetValueOrDefault(stem);

    /// <summary>What a call may have been that makes the claim of such an act true.</summary>
    public static Acts Covers(Acts claimed)
    {
        var covers = claimed;
        Add(Acts.Book, Acts.Hold | Acts.Change | Acts.Order | Acts.Assign | Acts.Renew | Acts.File);
        Add(Acts.Hold, Acts.Book);
        Add(Acts.Cancel, Acts.Hold);
        Add(Acts.Change, Acts.Book | Acts.Renew | Acts.Assign);
        Add(Acts.File, Acts.Note | Acts.Order | Acts.Book | Acts.Refund | Acts.Notify);
        Add(Acts.Note, Acts.File | Acts.Notify);
        Add(Acts.Notify, Acts.Note | Acts.Transfer);
        Add(Acts.Order, Acts.File | Acts.Send | Acts.Book);
        Add(Acts.Assign, Acts.Order | Acts.Book);
        Add(Acts.Pay, Acts.File);
        Add(Acts.Refund, Acts.Pay | Acts.File);
        return covers;

        void Add(Acts when, Acts also)
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
    public static Acts OfTool(string name, ClaimTool? tool)
    {
        var acts = Acts.None;
        foreach (var word in name.Split('_', '-'))
        {
            acts |= Of(Stems.Of(word.ToLowerInvariant()));
        }

        // "Writes a quote and sends it by e-mail": the verbs alone.
        var words = Tokens.Of(tool?.Description ?? "");
        for (var i = 0; i < words.Count; i++)
        {
            acts |= words[i].Word == "asks" ? Acts.File
                : i == 0 || words[i].Word is [_, _, .., not '\'', 's'] ? Of(Stems.Of(words[i].Word))
                : Acts.None;
        }

        return acts & ~Acts.Look;
    }

    private static Dictionary<string, Acts> Index()
    {
        var index = new Dictionary<string, Acts>(StringComparer.Ordinal);
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
