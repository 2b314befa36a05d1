using Tollgate.Measures.Readings;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Gate.Evidence;

/// <summary>What one side's sessions say of the other's. Pure.</summary>
internal static class EvidencePairs
{
    /// <summary>
    /// Charges sessions that broke off (<see cref="FailureRules.Scores"/>): of each score that is a share and better
    /// when higher, the trials that the same session had on the other side, and this one did not come to, count as
    /// wrong. Both sides are charged by what the other really had, so that it is the same whichever is which.
    /// </summary>
    public static ImputedEvidence ImputeMissing(SideEvidence baseline, SideEvidence candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var (charged, baselineTrials) = Charged(baseline, candidate);
        var (other, candidateTrials) = Charged(candidate, baseline);
        return new ImputedEvidence(charged, other, baselineTrials, candidateTrials);
    }

    private static (SideEvidence Evidence, IReadOnlyDictionary<string, double> Trials) Charged(
        SideEvidence of, SideEvidence by)
    {
        var trials = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var others = by.Sessions.ToDictionary(session => session.Id);
        var sessions = of.Sessions
            .Select(session =>
                CallReading.BrokeOff(session.Ending) && others.TryGetValue(session.Id, out var other)
                    ? Charged(session, other, trials)
                    : session)
            .ToList();
        return (of with { Sessions = sessions }, trials);
    }

    private static SessionEvidence Charged(
        SessionEvidence session, SessionEvidence other, SortedDictionary<string, double> trials)
    {
        Dictionary<string, ScoreCount>? sums = null;
        foreach (var (name, count) in other.Sums)
        {
            var left = count.Count - session.Sums.GetValueOrDefault(name).Count;
            if (left > 0 && ScoreCatalog.HigherIsBetter(name) && ScoreCatalog.IsShare(name))
            {
                sums ??= new Dictionary<string, ScoreCount>(session.Sums, StringComparer.Ordinal);
                sums[name] = sums.GetValueOrDefault(name) + new ScoreCount(0, left);
                trials[name] = trials.GetValueOrDefault(name) + left;
            }
        }

        return sums is null ? session : session with { Sums = sums };
    }
}
