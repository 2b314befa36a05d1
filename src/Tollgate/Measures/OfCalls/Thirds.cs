using Tollgate.Transcripts;

namespace Tollgate.Measures.OfCalls;

/// <summary>How a session changes from its first turns to its last.</summary>
internal static class Thirds
{
    /// <summary>A third of fewer turns says nothing of drift.</summary>
    private const int MinForDrift = 6;

    /// <summary>The mean of the last third less that of the first; null with too few values.</summary>
    public static double? Drift(IReadOnlyList<TurnTiming> turns, Func<TurnTiming, double?> value)
    {
        var values = turns.Select(value).OfType<double>().ToList();
        if (values.Count < MinForDrift)
        {
            return null;
        }

        var third = values.Count / 3;
        return values.TakeLast(third).Average() - values.Take(third).Average();
    }
}
