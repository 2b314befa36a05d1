using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

public class RegisteredRunsTests
{
    private static readonly Rubric Own = RubricTexts.Read(RubricTexts.Good);
    private static readonly Rubric Changed = RubricTexts.Read(RubricTexts.With("win: 10 %", "win: 11 %"));
    private static readonly Rubric Other = RubricTexts.Read(RubricTexts.With("rubric: voice-agent", "rubric: other"));

    // The entries behind the three publications: r for a run under the rubric, c under a changed one of its name, o
    // under another's; a digit for a verdict that names that entry. Then the runs of now, and what was never judged.
    [Theory]
    [InlineData("r r", "4 5", "")]
    [InlineData("r r r", "4 5", "6")]
    [InlineData("r r 4", "5", "")] // Judged before.
    [InlineData("r r 4", "", "5")]
    [InlineData("c r", "5", "4")] // A rubric that was changed a little is another try.
    [InlineData("o r", "5", "")] // Another question.
    [InlineData("r r r r r", "4", "5 6 7 8")]
    [InlineData("", "", "")]
    public void NeverJudged_InALedger_AreTheRunsThatNoVerdictNames(string entries, string now, string expected)
    {
        byte[] bytes = [];
        foreach (var rubric in new[] { Own, Changed, Other })
        {
            bytes = [.. bytes, .. Read(bytes).Next(LedgerRubric.Of(rubric), default, null).Line];
        }

        foreach (var entry in entries.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ledger = Read(bytes);
            bytes = [.. bytes, .. long.TryParse(entry, out var judged)
                ? ledger.Next(Verdict(judged), default, null).Line
                : ledger.Next(Run(entry switch { "r" => Own, "c" => Changed, _ => Other }), default, null).Line];
        }

        RegisteredRuns.NeverJudged(Read(bytes), Own, Numbers(now)).Select(run => run.Seq).ShouldBe(Numbers(expected));
    }

    // q and c publish rubrics of one name, o another's; v and w are verdicts by the first and by the other. Then the
    // publication that judges now, and those that judged nothing.
    [Theory]
    [InlineData("q", 1, "")]
    [InlineData("q c", 2, "1")]
    [InlineData("q c q", 3, "1 2")] // Until the seed pleases.
    [InlineData("q v c", 3, "")] // The first had its verdict.
    [InlineData("q v c q", 4, "3")]
    [InlineData("q w c", 3, "1")] // A verdict by another's rubric is none of these.
    [InlineData("q o q", 3, "1")]
    [InlineData("q c q", 2, "1")] // What came later does not count.
    public void Abandoned_BeforeAPublication_AreThoseSinceTheLastVerdict(string entries, int publication, string expected)
    {
        byte[] bytes = [];
        foreach (var entry in entries.Split(' '))
        {
            var ledger = Read(bytes);
            bytes = [.. bytes, .. entry switch
            {
                "v" => ledger.Next(Verdict(0), default, null).Line,
                "w" => ledger.Next(Verdict(0) with { RubricDigest = Other.Digest }, default, null).Line,
                _ => ledger.Next(
                    LedgerRubric.Of(entry switch { "q" => Own, "c" => Changed, _ => Other }), default, null).Line,
            }];
        }

        RegisteredRuns.Abandoned(Read(bytes), Own, publication).Select(one => one.Seq).ShouldBe(Numbers(expected));
    }

    private static List<long> Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];

    private static LedgerRun Run(Rubric rubric) => new()
    {
        RubricDigest = rubric.Digest,
        Publication = 1,
        Command = "rehearse",
        Targets = ["a"],
        Seed = 1,
        Part = 1,
    };

    private static LedgerVerdict Verdict(long judged) => new()
    {
        RubricDigest = Own.Digest,
        Baseline = "a",
        Candidate = "b",
        BaselineRuns = [],
        CandidateRuns = [],
        Sessions = 1,
        Look = 1,
        Outcome = VerdictOutcome.Reject,
        Registered = [("seal", judged)],
    };

    private static Ledger Read(byte[] bytes) => Ledger.Read(bytes, "l").Ledger.ShouldNotBeNull();
}
