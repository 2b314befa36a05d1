using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Kinds;

namespace Tollgate.Tests.Gate;

/// <summary>A rubric is judged by the errors of scores that its publication has.</summary>
public class PublishedErrorsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 15, 0, TimeSpan.Zero);
    private static readonly Rubric Now = RubricTexts.Read(RubricTexts.Good);

    [Fact]
    public void ARubric_HasTheMeasuredErrorsUnlessItIgnoresThem()
    {
        var error = ScoreErrors.Of(ToolArgumentsScore.Name).ShouldNotBeNull();
        Now.Criteria.Select(static one => one.Error).ShouldBe([null, error, null, null]);
        Now.Canonical.ShouldContain(
            $"\"score_error\":{{\"charged\":[{error.Charged},{error.Honest}],\"found\":[{error.Found},{error.Of}]}}");
        var ignoring = RubricTexts.Read(RubricTexts.Good + "\nscore_errors: ignored\n");
        ignoring.Criteria.ShouldAllBe(static one => one.Error == null);
        ignoring.Canonical.ShouldNotContain("error", Case.Insensitive, "the form of what was published before");
        RubricTexts.Read(RubricTexts.Good + "\nscore_errors: measured\n").Digest.ShouldBe(Now.Digest);
    }

    // What nobody measured is no better known than the worst that was; what needs no judgement has no error.
    [Theory]
    [InlineData(ToolCallsScore.Name, true)]
    [InlineData(AskedAgainScore.Name, true)]
    [InlineData(LabelsScore.Name, false)]
    [InlineData(FinishedScore.Name, false)]
    [InlineData(TurnsScore.Name, false)]
    public void TakenIn_OfWhatNobodyMeasured(string score, bool some) =>
        ScoreErrors.TakenIn(score).ShouldBe(some ? ScoreError.Unmeasured : null);

    [Theory]
    [InlineData(null)] // Published before there was such a key.
    [InlineData("3,30,7,730")]
    [InlineData("0,0,0,0")]
    public void AsPublished_ByAnotherRelease_HasThatOnesErrors(string? figures)
    {
        var error = figures?.Split(',').Select(int.Parse).ToArray() is [var found, var of, var charged, var honest]
            ? new ScoreError(found, of, charged, honest, "")
            : null;
        var (before, ledger) = Published(error);
        ledger.Publication(Now).ShouldBeNull();
        var bound = ledger.AsPublished(Now);
        bound.Criteria.Select(static one => one.Error).ShouldBe([null, error, null, null]);
        bound.Digest.ShouldBe(before.Digest);
        ledger.Publication(bound).ShouldNotBeNull();
        ledger.AsPublished(bound).Digest.ShouldBe(bound.Digest);
    }

    [Fact]
    public void AsPublished_AnotherFileOrAnotherRule_IsAsItIs()
    {
        var (_, ledger) = Published(new ScoreError(3, 30, 7, 730, ""));
        var commented = RubricTexts.Read(RubricTexts.Good + "\n# new\n");
        ledger.AsPublished(commented).ShouldBeSameAs(commented);

        // The same text under another rule is nothing that this program published.
        var odd = RubricForm.Write(Now with { Wins = 1 });
        LedgerOf(new LedgerRubric(Now.Name, RubricForm.DigestOf(odd), Now.TextDigest, odd)).AsPublished(Now)
            .ShouldBeSameAs(Now);
    }

    [Theory]
    [InlineData("""{"rubric":"voice-agent"}""")]
    [InlineData("""{"criteria":7,"rubric":"voice-agent"}""")]
    [InlineData("""{"criteria":[{"name":7},3,{"name":"tool_arguments","score_error":{"found":[1]}}],"rubric":"voice-agent"}""")]
    [InlineData("""{"criteria":[{"name":"tool_arguments","score_error":{"found":[5,1],"charged":["a",2]}}],"rubric":"voice-agent"}""")]
    public void AsPublished_AFormOfAnotherShape_IsNotTheRubrics(string form) =>
        LedgerOf(new LedgerRubric(Now.Name, RubricForm.DigestOf(form), Now.TextDigest, form)).AsPublished(Now)
            .ShouldBeSameAs(Now);

    private static (Rubric Before, Ledger Ledger) Published(ScoreError? error)
    {
        var before = Now with
        {
            Criteria = [.. Now.Criteria.Select(one => one.Error is null ? one : one with { Error = error })],
        };
        var canonical = RubricForm.Write(before);
        before = before with { Canonical = canonical, Digest = RubricForm.DigestOf(canonical) };
        return (before, LedgerOf(LedgerRubric.Of(before)));
    }

    private static Ledger LedgerOf(LedgerRubric rubric) =>
        Ledger.Read(Ledger.Read([], "l").Ledger!.Next(rubric, At, null).Line, "l").Ledger.ShouldNotBeNull(); // It is whole.
}
