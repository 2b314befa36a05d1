using Tollgate.Statistics;

namespace Tollgate.Scores;

/// <summary>
/// The scores of several sessions. A value is the ratio of sums over sessions, sum(hits) / sum(trials); its interval
/// takes whole sessions as the units, since the turns of one call are not independent.
/// </summary>
public static class ScoreSummary
{
    /// <summary>
    /// The interval: Wilson's where each session has one trial; the bias-corrected and accelerated bootstrap over
    /// sessions else. Where all trials are hits, or none is, resampling sees no spread: then Wilson's with the sessions
    /// for trials, which is the least that they can be worth. The same with too few sessions to resample.
    /// </summary>
    /// <param name="scores">The sessions.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Each score that has a trial, in the order of their names.</returns>
    public static IReadOnlyList<ScoreLine> Of(
        IEnumerable<SessionScore> scores, RandomStream random, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(random);
        var byName = new SortedDictionary<string, List<ScoreCount>>(StringComparer.Ordinal);
        foreach (var score in scores)
        {
            foreach (var (name, count) in score.Counts)
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

        return [.. byName.Select((one, index) => Line(one.Key, one.Value, random.Fork((ulong)index), confidence))];
    }

    private static ScoreLine Line(string name, List<ScoreCount> counts, RandomStream random, double confidence)
    {
        var total = counts.Aggregate(static (a, b) => a + b);
        var value = total.Sum / total.Count;
        var interval = ScoreNames.IsShare(name)
            ? OfShare(counts, total, random, confidence)
            : Means.Of(counts.ConvertAll(static one => one.Sum / one.Count).ToArray(), confidence).Interval;
        return new ScoreLine(name, total, counts.Count, new Estimate(value, interval));
    }

    private static Interval OfShare(List<ScoreCount> counts, ScoreCount total, RandomStream random, double confidence)
    {
        var single = counts.TrueForAll(static one => one.Count == 1);
        if (single || total.Sum == 0 || total.Sum == total.Count || counts.Count < Bootstrap.FewestUnits)
        {
            // With several trials a session, the share is kept and the trials shrink to the sessions.
            var trials = counts.Count;
            var hits = (long)Math.Round(total.Sum / total.Count * trials, MidpointRounding.AwayFromZero);
            var wilson = Proportions.Wilson(Math.Clamp(hits, 0, trials), trials, confidence).Interval;
            var value = total.Sum / total.Count;
            return new Interval(Math.Min(wilson.Lower ?? value, value), Math.Max(wilson.Upper ?? value, value));
        }

        var interval = Bootstrap.BiasCorrected(
            [counts.Count], 1,
            (drawn, figures) =>
            {
                double sum = 0, trials = 0;
                foreach (var session in drawn)
                {
                    sum += counts[session].Sum;
                    trials += counts[session].Count;
                }

                figures[0] = sum / trials;
            },
            random, confidence)[0];

        // The same share in every session leaves resampling without spread as well.
        return interval is { Lower: { } lower, Upper: { } upper } && upper > lower
            ? interval
            : Proportions.Wilson(
                (long)Math.Round(total.Sum / total.Count * counts.Count, MidpointRounding.AwayFromZero), counts.Count,
                confidence).Interval;
    }
}
