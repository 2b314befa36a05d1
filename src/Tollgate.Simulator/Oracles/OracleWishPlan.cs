using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;

namespace Tollgate.Simulator.Oracles;

/// <summary>What an agent needs to know and to do for one wish.</summary>
internal static class OracleWishPlan
{
    /// <summary>
    /// The facts that stand in the calls of the wish, and that an agent must therefore ask for, in the order of the
    /// calls.
    /// </summary>
    public static List<CallerFact> Needed(Brief brief, Wish wish)
    {
        var facts = wish.Facts.Values.Concat(brief.Facts.Values).ToList();
        return
        [
            .. wish.LooksUp.Concat(wish.Does)
                .SelectMany(call => call.Arguments.Values)
                .Select(expected => facts.Find(fact => expected.AnyOf.Any(fact.Is)))
                .OfType<CallerFact>().Distinct(),
        ];
    }

    /// <summary>
    /// A call as it is made when some of the wish's facts have become others, as the caller settled on them.
    /// </summary>
    public static string ArgumentsOf(ExpectedCall call, Wish wish, IReadOnlyDictionary<string, string> settled) =>
        JsonSerializer.Serialize(call.Examples.ToDictionary(
            argument => argument.Key, argument => wish.SettledOn(argument.Value, settled) ?? argument.Value));
}
