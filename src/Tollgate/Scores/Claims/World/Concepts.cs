using Tollgate.Language.Words;

namespace Tollgate.Scores.Claims.World;

/// <summary>Words that desks use for one thing, so that an "appointment" may answer for a "visit". English only.</summary>
internal static class Concepts
{
    private static readonly string[] Groups =
    [
        "appointment visit booking reservation slot spot session meeting viewing showing consultation place seat table tour lesson class checkup",
        "book reserve schedule slot appointment reservation plan pencil",
        "message note memo word report request complaint ticket case feedback concern",
        "phone number mobile cell telephone contact",
        "fee charge invoice bill payment cost price amount balance money refund credit dollar",
        "installment plan part piecemeal",
        "email mail address inbox",
        "text sms message reminder notification alert",
        "lend loan loaner borrow spare",
        "callback call ring phone",
        "pause freeze suspend hold",
        "tenant renter resident lessee", "client customer patient member guest",
        "papers paperwork document form",
        "doctor physician", "technician plumber crew mechanic engineer",
        "apartment flat unit home place condo house", "car vehicle", "laptop computer device machine", "package parcel shipment order",
        "list waitlist", "card voucher", "appliance fridge oven",
        "pet dog cat animal", "fix repair mend", "reset restart reboot", "finish complete end done", "cancel remove drop delete off",
        "permission allow may permit", "free cost charge nothing", "mail post letter",
    ];

    private static readonly Dictionary<string, List<int>> ByStem = Index();

    /// <summary>Whether two stems may name one thing.</summary>
    public static bool AreNear(string one, string other) => one == other
        || (one.Length > 4 && other.Length > 4 && (one.StartsWith(other, StringComparison.Ordinal)
            || other.StartsWith(one, StringComparison.Ordinal)))
        || (ByStem.TryGetValue(one, out var ones) && ByStem.TryGetValue(other, out var others)
            && ones.Exists(others.Contains));

    /// <summary>Whether a stem, or another word for the same thing, is among those that are known.</summary>
    public static bool IsNear(string stem, Func<string, bool> isKnown) => isKnown(stem)
        || (ByStem.TryGetValue(stem, out var groups)
            && groups.Exists(group => Groups[group].Split(' ').Any(word => isKnown(Stems.Of(word)))));

    private static Dictionary<string, List<int>> Index()
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < Groups.Length; i++)
        {
            foreach (var word in Groups[i].Split(' '))
            {
                var stem = Stems.Of(word);
                if (!index.TryGetValue(stem, out var groups))
                {
                    index[stem] = groups = [];
                }

                groups.Add(i);
            }
        }

        return index;
    }
}
