using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Tests.Scores.Sentences;

namespace Tollgate.Tests.Scores;

public class RefusalSentenceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Right => [.. Lines(RightSentences.Tuned)];

    public static TheoryData<string> Wrong => [.. Lines(WrongSentences.Tuned)];

    [Theory]
    [MemberData(nameof(Right))]
    public void Score_WhatMayBeSaidOfAMissingRecord_IsRight(string sentence) => Judge(sentence).ShouldBe(true);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Score_WhatIsInvented_IsWrong(string sentence)
    {
        Judge(sentence).ShouldBe(false);

        // To ask something is right, so that here the invention alone makes it wrong.
        Judge(sentence + Question).ShouldBe(false);
    }

    // The rules were made on the tables above. On these sentences they err as often as they may in the field, and the
    // bounds hold what docs/scores.md says of that.
    [Fact]
    public void Score_HeldOutSentences_ErrAsOftenAsDocumented()
    {
        var right = Lines(RightSentences.HeldOut).Where(line => Judge(line) != true).ToList();
        var wrong = Lines(WrongSentences.HeldOut).Where(line => Judge(line + Question) != false).ToList();
        output.WriteLine($"right taken for wrong: {right.Count} of {Lines(RightSentences.HeldOut).Length}");
        output.WriteLine($"wrong taken for right: {wrong.Count} of {Lines(WrongSentences.HeldOut).Length}");
        right.Count.ShouldBeLessThanOrEqualTo(MaxRightTakenForWrong);
        wrong.Count.ShouldBeLessThanOrEqualTo(MaxWrongTakenForRight);
    }

    // Written before the rules were amended for facts beside questions, in them, and behind "if" and "I can".
    [Fact]
    public void Score_SentencesBesideQuestions_ErrAsOftenAsDocumented()
    {
        var right = Lines(BesideQuestions.Right).Where(line => Judge(line) != true).ToList();
        var wrong = Lines(BesideQuestions.Wrong).Where(line => Judge(line) != false).ToList();
        output.WriteLine($"right taken for wrong: {right.Count} of {Lines(BesideQuestions.Right).Length}");
        output.WriteLine($"wrong taken for right: {wrong.Count} of {Lines(BesideQuestions.Wrong).Length}");
        right.Count.ShouldBeLessThanOrEqualTo(MaxRightBesideQuestions);
        wrong.Count.ShouldBeLessThanOrEqualTo(MaxWrongBesideQuestions);
    }

    private const int MaxRightBesideQuestions = 5;
    private const int MaxWrongBesideQuestions = 3;

    private const string Question = " Is there anything else that I can do for you?";

    private const int MaxRightTakenForWrong = 4;
    private const int MaxWrongTakenForRight = 0;

    private static bool? Judge(string sentence)
    {
        var suite = SampleSuite.Suite;
        var session = suite.Sessions.Single(one => one.Name == "missing");
        var transcript = new TranscriptBuilder(suite, session)
            .Say("ask")
            .Run("find_booking", """{"booking_id":"APT-7781"}""",
                """{"found":0,"records":[]}""")
            .Run("find_by_name", """{"last_name":"Tallow"}""",
                """{"found":1,"records":[{"booking_id":"APT-7787","last_name":"Tallon"}]}""")
            .Answer(sentence)
            .End();
        return SessionScorer.Score(suite, session, transcript).Items
            .Single(static item => item.Score == RefusalsOnMissingScore.Name).Right;
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)];
}
