using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tollgate.Suites.Briefs;

/// <summary>
/// Finds drawn callers by their names, which hold the seed and the number: <c>drawn-7-0012-move_haircut</c> is the
/// twelfth of seed 7. So a run file need not hold them. Safe for concurrent use.
/// </summary>
internal static class DrawnCallers
{
    private const int MaxNumber = 100_000;

    private static readonly ConditionalWeakTable<Suite, Dictionary<ulong, List<SuiteSession>>> Known = [];

    public static string NameOf(ulong seed, int number, string wish) =>
        string.Create(CultureInfo.InvariantCulture, $"drawn-{seed}-{number:0000}-{wish}");

    /// <summary>Null where the suite draws no such caller.</summary>
    public static SuiteSession? Find(Suite suite, string name)
    {
        if (suite.Population is null || name.Split('-', 4) is not ["drawn", var one, var two, _]
            || !ulong.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            || !int.TryParse(two, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > MaxNumber)
        {
            return null;
        }

        var bySeed = Known.GetValue(suite, static _ => []);
        lock (bySeed)
        {
            if (!bySeed.TryGetValue(seed, out var drawn) || drawn.Count < number)
            {
                // As many again, so that a run's callers are not drawn anew for each.
                bySeed[seed] = drawn = [.. BriefDrawer.Draw(suite, Math.Max(number, 2 * (drawn?.Count ?? 32)), seed)];
            }

            return drawn[number - 1].Name == name ? drawn[number - 1] : null;
        }
    }
}
