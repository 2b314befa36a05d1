using Tollgate.Gate.Evidence;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Gate;

public class EvidencePairsTests
{
    // The other side has 3 of 4; how this one's session ended, what it had of the score, and what it has after.
    [Theory]
    [InlineData("tool_arguments", SessionEnding.Failed, 1, 1, 1, 4)] // three that it did not come to
    [InlineData("tool_arguments", SessionEnding.HungUp, 0, 0, 0, 4)]
    [InlineData("tool_arguments", SessionEnding.Failed, 4, 5, 4, 5)] // it came to more
    [InlineData("tool_arguments", SessionEnding.Failed, 2, 4, 2, 4)] // to as many
    [InlineData("tool_arguments", SessionEnding.OffScript, 1, 1, 1, 1)] // it reached an end of its own
    [InlineData("tool_arguments", SessionEnding.Finished, 1, 1, 1, 1)]
    [InlineData("tool_arguments", SessionEnding.Stopped, 1, 1, 1, 1)] // no doing of the model's
    [InlineData("fabrications", SessionEnding.Failed, 0, 1, 0, 1)] // better when lower: silence invents nothing
    [InlineData("turns", SessionEnding.Failed, 2, 1, 2, 1)] // no share
    [InlineData("mark", SessionEnding.Failed, 2, 1, 2, 1)] // the team's
    public void Charge_ASession_CountsWhatItLeftOutAsWrong(
        string score, SessionEnding ending, double sum, double count, double sumAfter, double countAfter)
    {
        var whole = Side("whole", Session(1, SessionEnding.Finished, score, 3, 4));
        var other = Side("other", Session(1, ending, score, sum, count));
        var after = new ScoreCount(sumAfter, countAfter);
        var charged = EvidencePairs.ImputeMissing(whole, other);
        charged.Candidate.Sessions[0].Sums[score].ShouldBe(after);
        charged.Baseline.Sessions[0].Sums[score].ShouldBe(new ScoreCount(3, 4));
        charged.BaselineCharged.ShouldBeEmpty();
        charged.CandidateCharged.GetValueOrDefault(score).ShouldBe(countAfter - count);

        // The same the other way round.
        var mirrored = EvidencePairs.ImputeMissing(other, whole);
        mirrored.Baseline.Sessions[0].Sums[score].ShouldBe(after);
        mirrored.BaselineCharged.ShouldBe(charged.CandidateCharged);
        other.Sessions[0].Sums[score].ShouldBe(new ScoreCount(sum, count), "what was given is not changed");
    }

    // Each is charged with what the other really had, not with what that was charged with.
    [Fact]
    public void Charge_WhereBothBrokeOff_GoesByWhatTheyHad()
    {
        var first = Session(1, SessionEnding.Failed, "goals", 1, 1) with
        {
            Sums = new Dictionary<string, ScoreCount> { ["goals"] = new(1, 1), ["records"] = new(2, 3) },
        };
        var charged = EvidencePairs.ImputeMissing(
            Side("a", first), Side("b", Session(1, SessionEnding.HungUp, "goals", 0, 2)));
        charged.Baseline.Sessions[0].Sums["goals"].ShouldBe(new ScoreCount(1, 2));
        charged.Candidate.Sessions[0].Sums["goals"].ShouldBe(new ScoreCount(0, 2));
        charged.Candidate.Sessions[0].Sums["records"].ShouldBe(new ScoreCount(0, 3));
        charged.BaselineCharged.ShouldBe(new Dictionary<string, double> { ["goals"] = 1 });
        charged.CandidateCharged.ShouldBe(new Dictionary<string, double> { ["records"] = 3 });
    }

    [Fact]
    public void Charge_IsBySessionAndNotByPlace()
    {
        var charged = EvidencePairs.ImputeMissing(
            Side("a", Session(1, SessionEnding.Finished, "goals", 1, 9), Session(2, SessionEnding.Finished, "goals", 1, 2)),
            Side("b", Session(2, SessionEnding.Failed, "goals", 0, 1), Session(3, SessionEnding.Failed, "goals", 0, 1)));
        charged.Candidate.Sessions.Select(session => session.Sums["goals"].Count).ShouldBe([2, 1], "3 has no pair");
        charged.CandidateCharged["goals"].ShouldBe(1);
    }

    private static SessionEvidence Session(long id, SessionEnding ending, string score, double sum, double count) => new()
    {
        Id = id,
        Ending = ending,
        Values = new Dictionary<string, double[]>(),
        Sums = new Dictionary<string, ScoreCount> { [score] = new(sum, count) },
    };

    private static SideEvidence Side(string target, params SessionEvidence[] sessions) => new()
    {
        Target = target,
        Runs = [],
        Sessions = sessions,
        Figures = new HashSet<string>(),
    };
}
