using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;

namespace Tollgate.Scores.Catalog;

/// <summary>
/// The scores of several sessions. A value is the ratio of sums over sessions, sum(hits) / sum(trials); its interval
/// takes whole sessions as the units, since the turns of one call are not independent.
/// </summary>
internal static class ScoreSummary
{
    /// <summary>
    /// Shares with the interval of <see cref="ClusteredShare"/>; means of what is no share with Student's, a session a
    /// value. Each score draws from a stream of its own by its name, so that no other shifts its interval.
    /// </summary>
    /// <param name="scores">The sessions.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Each score that has a trial, in the order of their names.</returns>
    public static IReadOnlyList<ScoreLine> Of(
        IEnumerable<SessionScore> scores, RandomStream random, double confidence = 0.95) =>
        Of(scores.Select(static score => score.Counts), random, confidence);

    /// <inheritdoc cref="Of(IEnumerable{SessionScore}, RandomStream, double)"/>
    /// <param name="sessions">What each session counted, by the score's name.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static IReadOnlyList<ScoreLine> Of(
        IEnumerable<IReadOnlyDictionary<string, ScoreCount>> sessions, RandomStream random, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(random);
        var byName = new SortedDictionary<string, List<ScoreCount>>(StringComparer.Ordinal);
        foreach (var counted in sessions)
        {
            foreach (var (name, count) in counted)
            {
                if (count.Count > 0)
                {
                    if (!byName.TryGetValue(name, out var counts))
                    {
                        byName[name] = counts = [];
                    }

                    counts.Add(count);
                }
            }
        }

        return [.. byName.Select(one => Line(one.Key, one.Value, random.Fork(one.Key), confidence))];
    }

    private static ScoreLine Line(string name, List<ScoreCount> counts, RandomStream random, double confidence)
    {
        var total = counts.Aggregate(static (a, b) => a + b);
        var estimate = ScoreCatalog.IsShare(name)
            ? ClusteredShare.Of(counts.ConvertAll(static one => (one.Sum, one.Count)), random, confidence)
            : AboveZero(Means.Of(counts.ConvertAll(static one => one.Sum / one.Count).ToArray(), confidence));
        return new ScoreLine(name, total, counts.Count, estimate);
    }

    // What is counted is not negative, whatever a few sessions' spread says.
    private static Estimate AboveZero(Estimate estimate) => estimate with
    {
        Interval = estimate.Interval with { Lower = estimate.Interval.Lower is { } lower ? Math.Max(0, lower) : null },
    };
}
