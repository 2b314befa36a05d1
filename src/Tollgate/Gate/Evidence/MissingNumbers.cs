using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Gate.Evidence;

/// <summary>
/// Both sides after the rubric's rules for sessions without a value of the team's own numbers: a team that could leave
/// a low mark out, and have the session forgotten, could turn a verdict. Pure.
/// </summary>
/// <param name="Baseline">The baseline's evidence, as it is to be judged.</param>
/// <param name="Candidate">The candidate's.</param>
/// <param name="Refusals">Why there can be no verdict: whole sentences; empty where there can.</param>
/// <param name="Notes">What was left out or counted as the worst: whole sentences.</param>
internal sealed record MissingNumbers(
    SideEvidence Baseline, SideEvidence Candidate, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes)
{
    /// <summary>Applies the rules of a rubric to the pairs that it judges.</summary>
    public static MissingNumbers Apply(Rubric rubric, SideEvidence baseline, SideEvidence candidate)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var pairs = SessionPairs.Of(baseline, candidate, rubric.LeaveOut);
        var result = new MissingNumbers(baseline, candidate, [], []);
        foreach (var criterion in rubric.Criteria
            .Where(static one => one.Figure.Source == FigureSource.Number).DistinctBy(static one => one.Figure.Name))
        {
            // A side that has the number nowhere is the judge's to refuse, or to leave out.
            var name = criterion.Figure.Name;
            if (baseline.Figures.Contains(name) && candidate.Figures.Contains(name))
            {
                result = result.Apply(rubric, criterion, pairs);
            }
        }

        return result;
    }

    private MissingNumbers Apply(Rubric rubric, Criterion criterion, SessionPairs pairs)
    {
        var name = criterion.Figure.Name;
        var own = Without(pairs.Baseline, name);
        var other = Without(pairs.Candidate, name);
        if (own.Count + other.Count == 0)
        {
            return this;
        }

        var all = pairs.Baseline.Count;
        switch (criterion.Missing)
        {
            case MissingNumber.LeaveOut:
                var without = own.Concat(other).Select(static session => session.Id).ToHashSet();
                var left = all - without.Count;
                return this with
                {
                    Baseline = Strike(Baseline, name, without),
                    Candidate = Strike(Candidate, name, without),
                    Notes = [.. Notes, $"{name} rests on {left} of {all} pairs: {without.Count} have no value on one side or both, and the rubric leaves them out."],
                    Refusals = left >= rubric.MinSessions || all < rubric.MinSessions
                        ? Refusals
                        : [.. Refusals, $"{name} is left with {left} of {all} pairs, since the others have no value; expected at least the {rubric.MinSessions} that the rubric wants."],
                };
            case MissingNumber.Worst:
                var worst = criterion.Worst
                    ?? (criterion.Better == BetterWhen.Lower ? double.PositiveInfinity : double.NegativeInfinity);
                return this with
                {
                    Baseline = Fill(Baseline, name, own, worst),
                    Candidate = Fill(Candidate, name, other, worst),
                    Notes = [.. Notes, .. Worst(name, Baseline, own, all), .. Worst(name, Candidate, other, all)],
                };
            default:
                return this with
                {
                    Refusals =
                    [
                        .. Refusals, .. Refused(name, Baseline, own, all), .. Refused(name, Candidate, other, all),
                    ],
                };
        }
    }

    private static List<SessionEvidence> Without(IReadOnlyList<SessionEvidence> sessions, string name) =>
        [.. sessions.Where(session => !session.Values.TryGetValue(name, out var values) || values.Length == 0)];

    private static IEnumerable<string> Refused(
        string name, SideEvidence side, List<SessionEvidence> missing, int all) =>
        missing.Count == 0
            ? []
            : [$"{missing.Count} of {all} sessions of {side.Target} have no {name}, the first is {Label(side, missing[0])}; expected a value for each, or `missing: leave_out` or `missing: worst` in a rubric that is published before the runs."];

    private static IEnumerable<string> Worst(string name, SideEvidence side, List<SessionEvidence> missing, int all) =>
        missing.Count == 0
            ? []
            : [$"{missing.Count} of {all} sessions of {side.Target} have no {name}, and count as the worst, as the rubric says."];

    private static string Label(SideEvidence side, SessionEvidence session) => side.Runs.Count > 1
        ? $"{side.Runs[SessionIds.PlaceOf(session.Id)].Name}:{EvidenceNumbers.Label(session)}"
        : EvidenceNumbers.Label(session);

    private static SideEvidence Strike(SideEvidence side, string name, HashSet<long> ids) => side with
    {
        Sessions = [.. side.Sessions.Select(session => ids.Contains(session.Id) ? Struck(session, name) : session)],
    };

    private static SessionEvidence Struck(SessionEvidence session, string name) => session with
    {
        Values = session.Values.Where(one => one.Key != name).ToDictionary(StringComparer.Ordinal),
        Sums = session.Sums.Where(one => one.Key != name).ToDictionary(StringComparer.Ordinal),
    };

    private static SideEvidence Fill(SideEvidence side, string name, List<SessionEvidence> missing, double worst)
    {
        var ids = missing.Select(static session => session.Id).ToHashSet();
        return side with
        {
            Sessions = [.. side.Sessions.Select(session => !ids.Contains(session.Id) ? session : session with
            {
                Values = new Dictionary<string, double[]>(session.Values, StringComparer.Ordinal) { [name] = [worst] },
                Sums = new Dictionary<string, ScoreCount>(session.Sums, StringComparer.Ordinal)
                {
                    [name] = new ScoreCount(worst, 1),
                },
            })],
        };
    }
}
