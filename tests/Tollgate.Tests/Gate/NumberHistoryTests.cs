using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

public class NumberHistoryTests
{
    private static readonly Rubric Rated = RubricTexts.Read(RubricTexts.Good); // It judges customer_rating.

    // The digests of the earlier verdict (baseline's, candidate's; a dash for none), whether it was by this rubric, the
    // digests of now, and how many refusals and warnings there are. Each side has one run, 1 and 2.
    [Theory]
    [InlineData("a b", true, "a b", 0, 0)]
    [InlineData("a b", true, "a c", 1, 0)]
    [InlineData("a b", true, "c d", 2, 0)]
    [InlineData("a b", true, "b a", 2, 0)] // turned round
    [InlineData("a b", true, "- -", 2, 0)] // the number that was lost is left out now
    [InlineData("- -", true, "a b", 0, 2)] // nothing to hold them against
    [InlineData("- -", true, "- -", 0, 0)]
    [InlineData("a b", false, "a c", 0, 1)] // another rubric may rest on other values, and says so
    [InlineData("- -", false, "a b", 0, 0)]
    public void Of_ValuesOfRunsThatWereJudged_MustBeTheSame(
        string before, bool own, string now, int refusals, int warnings)
    {
        var history = Look(Entry(before, own ? Rated.Digest : Digest('e'), "1", "2"), now, "1", "2");
        (history.Refusals.Count, history.Warnings.Count).ShouldBe((refusals, warnings), string.Join("|", history.Refusals.Concat(history.Warnings)));
        history.Refusals.ShouldAllBe(one => one.StartsWith("customer_rating: the values for run") && one.Contains("of entry 1, SHA-256 "));
    }

    // A later look has more runs; those that were judged keep their values, in whichever place they stand.
    [Theory]
    [InlineData("1", "2", 0)]
    [InlineData("3", "4", 0)] // other runs may have any
    [InlineData("3", "2", 1)]
    public void Of_OtherRuns_AreHeldAgainstTheirOwn(string own, string other, int refusals) =>
        Look(Entry("a b", Rated.Digest, "1", "2"), own == "1" ? "a b" : "x y", own, other).Refusals.Count.ShouldBe(refusals);

    // The sides exchanged, the runs are the same, and so are their values.
    [Fact]
    public void Of_ExchangedSides_GoesByTheTarget()
    {
        var ledger = Entry("a b", Rated.Digest, "1", "2");
        NumberHistory.Of(ledger, Rated, Side("new", "2", "b"), Side("old", "1", "a")).Refusals.ShouldBeEmpty();
        NumberHistory.Of(ledger, Rated, Side("new", "2", "a"), Side("old", "1", "a")).Refusals.Count.ShouldBe(1);
    }

    private static NumberHistory Look(Ledger ledger, string digests, string own, string other) =>
        NumberHistory.Of(ledger, Rated, Side("old", own, digests.Split(' ')[0]), Side("new", other, digests.Split(' ')[1]));

    private static SideEvidence Side(string target, string run, string digest) => GateSamples.Side(target, []) with
    {
        Runs = [("run" + run, Digest(run[0]))],
        Numbers = digest == "-" ? []
            : [new NumberDigest("customer_rating", target, "run" + run, Digest(run[0]), "r.csv", Digest(digest[0]))],
    };

    private static Ledger Entry(string digests, string rubric, string own, string other)
    {
        var sides = new[] { ("old", own, digests.Split(' ')[0]), ("new", other, digests.Split(' ')[1]) };
        var verdict = new LedgerVerdict
        {
            RubricDigest = rubric,
            Baseline = "old",
            Candidate = "new",
            BaselineRuns = [("run" + own, Digest(own[0]))],
            CandidateRuns = [("run" + other, Digest(other[0]))],
            Sessions = 40,
            Look = 1,
            Outcome = VerdictOutcome.Reject,
            Numbers = [.. sides.Where(side => side.Item3 != "-").Select(side =>
                new LedgerNumber("customer_rating", side.Item1, Digest(side.Item2[0]), Digest(side.Item3[0])))],
        };
        var empty = Ledger.Read([], "l").Ledger.ShouldNotBeNull();
        return Ledger.Read(empty.Next(verdict, default, null).Line, "l").Ledger.ShouldNotBeNull();
    }

    private static string Digest(char digit) => new(digit, 64);
}
