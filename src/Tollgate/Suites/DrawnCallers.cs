using System.Runtime.CompilerServices;

namespace Tollgate.Suites;

/// <summary>
/// Finds drawn callers by their names, which hold the seed and the number: <c>drawn-7-0012-move_haircut</c> is the
/// twelfth of seed 7. So a run file need not hold them. Safe for concurrent use.
/// </summary>
internal static class DrawnCallers
{
    private const int MaxNumber = 100_000;

    private static readonly ConditionalWeakTable<Suite, Dictionary<ulong, Drawn>> Known = [];

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
            if (!bySeed.TryGetValue(seed, out var drawn))
            {
                bySeed[seed] = drawn = new Drawn(suite.Population.Draw(MaxNumber, seed).GetEnumerator());
            }

            return drawn.Number(number) is { } caller && caller.Name == name ? caller : null;
        }
    }

    // Each caller is drawn once, and none before it is asked for.
    private sealed class Drawn(IEnumerator<SuiteSession?> more)
    {
        private readonly List<SuiteSession?> callers = [];

        public SuiteSession? Number(int number)
        {
            while (callers.Count < number && more.MoveNext())
            {
                callers.Add(more.Current);
            }

            return callers[number - 1];
        }
    }
}
