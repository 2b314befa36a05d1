using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Evidence;

/// <summary>The sessions of both sides in pairs: the same script under the same chance.</summary>
internal sealed class SessionPairs
{
    private SessionPairs(
        List<SessionEvidence> baseline, List<SessionEvidence> candidate, IReadOnlyList<string> leftOut)
    {
        Baseline = baseline;
        Candidate = candidate;
        LeftOut = leftOut;
    }

    public IReadOnlyList<SessionEvidence> Baseline { get; }

    /// <summary>In the order of <see cref="Baseline"/>.</summary>
    public IReadOnlyList<SessionEvidence> Candidate { get; }

    /// <summary>What the rubric leaves out, and how much that was: whole sentences.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>Pairs what both sides have, by number, without what the rubric leaves out.</summary>
    public static SessionPairs Of(SideEvidence baseline, SideEvidence candidate, IReadOnlyList<LeaveOut> leaveOut)
    {
        var others = candidate.Sessions.ToDictionary(static session => session.Id);
        var rules = leaveOut.ToList();
        var counts = new int[rules.Count];
        List<SessionEvidence> own = [], other = [];
        foreach (var session in baseline.Sessions)
        {
            if (!others.TryGetValue(session.Id, out var pair))
            {
                continue;
            }

            var why = rules.FindIndex(rule => Matches(rule, session, pair));
            if (why >= 0)
            {
                counts[why]++;
                continue;
            }

            own.Add(session);
            other.Add(pair);
        }

        var sentences = rules.Zip(counts).Where(static one => one.Second > 0).Select(static one =>
            $"{one.Second} {(one.Second == 1 ? "pair is" : "pairs are")} left out, as the rubric says: {Because(one.First)}");
        return new SessionPairs(own, other, [.. sentences]);
    }

    /// <summary>
    /// One side's evidence without what is left out of every verdict, and so of every simulation of one.
    /// </summary>
    public static SideEvidence Without(SideEvidence evidence, IReadOnlyList<LeaveOut> leaveOut) =>
        evidence with { Sessions = Of(evidence, evidence, leaveOut).Baseline };

    private static bool Matches(LeaveOut rule, SessionEvidence session, SessionEvidence pair) =>
        rule.Session is { } name ? session.Name == name : session.Ending == rule.Ending || pair.Ending == rule.Ending;

    private static string Because(LeaveOut rule) => rule.Because.TrimEnd('.') + ".";
}
