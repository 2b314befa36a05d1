using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Lines;

/// <summary>
/// How a caller words what he means. Which wording it is hangs on the call's seed and on how often the same was said,
/// on nothing else: two models that say the same things hear the same.
/// </summary>
internal sealed class Wording(Temper temper, ulong seed)
{
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);

    /// <summary>The intents that were worded for the line that is being made.</summary>
    public List<string> Intents { get; } = [];

    /// <summary>One of the wordings of an intent; the next one where it was said before.</summary>
    public string Of(string intent)
    {
        Intents.Add(intent);
        var wordings = CallerPhrases.Of(intent, temper);
        var use = uses[intent] = uses.GetValueOrDefault(intent) + 1;
        var first = (int)((seed ^ Hash(intent)) % (ulong)wordings.Count);
        return wordings[(first + use - 1) % wordings.Count];
    }

    /// <summary>The same with a value put in for <c>{0}</c>.</summary>
    public string Of(string intent, string value) => Of(intent).Replace("{0}", value, StringComparison.Ordinal);

    /// <summary>Whether something that happens in a share of such cases happens the next time.</summary>
    public bool Happens(string what, double share)
    {
        var use = uses[what] = uses.GetValueOrDefault(what) + 1;
        var draw = Hash($"{what}{use}") ^ seed;
        draw = (draw ^ (draw >> 33)) * 0xFF51AFD7ED558CCDUL;
        return (draw >> 11) * (1.0 / (1UL << 53)) < share;
    }

    private static ulong Hash(string text) =>
        text.Aggregate(14695981039346656037UL, (hash, sign) => (hash ^ sign) * 1099511628211UL);
}
