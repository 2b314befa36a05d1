using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Scores;

public class SessionScorerTests
{
    private const string Found = """{"found":1,"records":[{"booking_id":"APT-1001"}]}""";
    private const string Day = "To Friday, for two, please.";
    private const string RightMove = """{"booking_id":"APT-1001","day":"2026-03-06","people":2}""";

    private static readonly RecordChange Moved = new(
        "bookings", "APT-1001",
        """{"booking_id":"APT-1001","last_name":"Ferris","day":"2026-03-05","status":"booked"}""",
        """{"booking_id":"APT-1001","last_name":"Ferris","day":"2026-03-06","status":"booked"}""");

    // What the model calls after "To Friday, for two, please.", and how each call of that turn is judged.
    private static readonly (string Name, (string Tool, string Arguments, ToolStatus Status)[] Calls,
        CallVerdict[] Verdicts, int Hits, int Trials)[] Rows =
    [
        // The lookups are free, and are allowed; of the move's three arguments each is a trial.
        ("as expected", [Slots(), Move(RightMove)], [CallVerdict.Allowed, CallVerdict.Right], 3, 3),

        // Another spelling of the same date and code.
        ("other spelling", [Move("""{"booking_id":"apt 1001","day":"3/6/2026","people":2.0}""")], [CallVerdict.Right], 3, 3),

        // What may say anything does no harm, and null is as good as absent.
        ("free argument", [Move("""{"booking_id":"APT-1001","day":"2026-03-06","people":2,"note":"by the window"}""")],
            [CallVerdict.Right], 3, 3),
        ("null argument", [Move("""{"booking_id":"APT-1001","day":"2026-03-06","people":2,"x":null}""")],
            [CallVerdict.Right], 3, 3),

        // One argument each: a wrong value, a wrong type, none, one too many.
        ("wrong value", [Move("""{"booking_id":"APT-1001","day":"2026-06-03","people":2}""")],
            [CallVerdict.WrongArguments], 2, 3),
        ("wrong type", [Move("""{"booking_id":"APT-1001","day":"2026-03-06","people":"2"}""")],
            [CallVerdict.WrongArguments], 2, 3),
        ("missing argument", [Move("""{"booking_id":"APT-1001","day":"2026-03-06"}""")],
            [CallVerdict.WrongArguments], 2, 3),
        ("unexpected argument", [Move("""{"booking_id":"APT-1001","day":"2026-03-06","people":2,"x":""}""")],
            [CallVerdict.WrongArguments], 3, 4),

        // Left out, and done by another tool.
        ("dropped", [Slots()], [CallVerdict.Allowed, CallVerdict.Missing], 0, 3),
        ("wrong tool", [Slots(), Cancel()], [CallVerdict.Allowed, CallVerdict.WrongTool], 0, 3),

        // An empty call matches nothing.
        ("empty call", [Move("{}")], [CallVerdict.Extra, CallVerdict.Missing], 0, 3),

        // Twice, and one too many.
        ("duplicate", [Move(RightMove), Move(RightMove)], [CallVerdict.Right, CallVerdict.Duplicate], 3, 3),
        ("extra", [Cancel(), Move(RightMove)], [CallVerdict.Extra, CallVerdict.Right], 3, 3),

        // A tool that only reads does no harm, whatever it is asked, and where.
        ("other lookups", [Slots("2026-03-09"), ("find_by_name", """{"last_name":"x"}""", ToolStatus.Answered), Move(RightMove)],
            [CallVerdict.Allowed, CallVerdict.Allowed, CallVerdict.Right], 3, 3),
        ("looked up afterwards", [Move(RightMove), Slots()], [CallVerdict.Right, CallVerdict.Allowed], 3, 3),

        // Tried again after a time-out: one call; the last attempt's arguments count.
        ("retry", [Move(RightMove, ToolStatus.TimedOut), Move(RightMove)], [CallVerdict.Right], 3, 3),
        ("retry with other arguments",
            [Move("""{"booking_id":"APT-1001","day":"2026-06-03","people":2}""", ToolStatus.Failed), Move(RightMove)],
            [CallVerdict.Right], 3, 3),

        // What was never carried out.
        ("invented tool", [("reschedule", RightMove, ToolStatus.UnknownTool)], [CallVerdict.WrongTool], 0, 3),
        ("broken JSON", [Move("{\"booking_id\":", ToolStatus.BadArguments)],
            [CallVerdict.WrongArguments, CallVerdict.Missing], 0, 3),
        ("bad arguments, then right", [Move("""{"day":7}""", ToolStatus.BadArguments), Move(RightMove)],
            [CallVerdict.WrongArguments, CallVerdict.Right], 3, 3),
    ];

    public static TheoryData<int> RowNumbers => [.. Enumerable.Range(0, Rows.Length)];

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public void Score_Calls_AreJudgedAsTheTableSays(int number)
    {
        var row = Rows[number];
        var builder = Begin().Say("", Day);
        foreach (var (tool, arguments, status) in row.Calls)
        {
            builder.Run(tool, arguments, Found, status);
        }

        var score = Score(builder.Answer("Done. Anything else?").Say("bill").Run("transfer_to_billing", "{}").End());
        var verdicts = score.Calls.Where(static call => call.Wish is "ask" or "").Select(static call => call.Verdict)
            .Skip(1).ToList(); // The lookup of the booking.
        verdicts.SequenceEqual(row.Verdicts).ShouldBeTrue($"{row.Name}: {string.Join(' ', verdicts)}");
        var arguments2 = score.Counts[ToolArgumentsScore.Name];
        arguments2.ShouldBe(new ScoreCount(row.Hits, row.Trials), row.Name);
    }

    // Offered, taken, and carried out when its values had been asked for: once, and not behind the next wish.
    [Fact]
    public void Score_ACallThatTheCallerAgreedTo_IsAllowedWhenItsValuesAreThere()
    {
        TranscriptBuilder Agreed() => Begin().Say("", Day).Run("move_booking", RightMove, Found)
            .Answer("Done. Shall I cancel the other one?").Agree();
        CallVerdict[] Of(TranscriptBuilder call) =>
            [.. Score(call.End()).Calls.Where(static one => one.Tool == Cancel().Item1).Select(static one => one.Verdict)];
        var (cancel, number, _) = Cancel();

        Of(Agreed().Answer("Which number?").Say("", "The usual.").Run(cancel, number)).ShouldBe([CallVerdict.Allowed]);
        Of(Agreed().Answer("Which number?").Say("", "The usual.").Run(cancel, number).Answer("Done.").Say("", "Good.")
            .Run(cancel, number.Replace("7787", "7788", StringComparison.Ordinal)))
            .ShouldBe([CallVerdict.Allowed, CallVerdict.Extra]);
        Of(Agreed().Answer("All right. Anything else?").Say("bill").Run(cancel, number)).ShouldNotContain(CallVerdict.Allowed);
        Of(Begin().Say("", Day).Run("move_booking", RightMove, Found).Answer("Done.").Say("", "Good.").Run(cancel, number)).ShouldBe([CallVerdict.Extra]);
    }

    [Fact]
    public void Score_GoodSession_IsRightThroughout()
    {
        var score = Score(Good().End());
        score.Counts[ToolCallsScore.Name].ShouldBe(new ScoreCount(2, 2));
        score.Counts[GoalsScore.Name].ShouldBe(new ScoreCount(2, 2));
        score.Counts[RecordsScore.Name].ShouldBe(new ScoreCount(1, 1));
        score.Counts[HandoffsScore.Name].ShouldBe(new ScoreCount(1, 1));
        score.Counts[AskedAgainScore.Name].ShouldBe(default);
        score.Counts[DuplicatesScore.Name].ShouldBe(new ScoreCount(0, 1));
        score.Counts[FabricationsScore.Name].Sum.ShouldBe(0);
        score.Items.ShouldAllBe(static item => item.Right != false);
    }

    [Fact]
    public void Score_AskedAgainAfterTheHandoff_CountsAgainstIt()
    {
        const string Number = "It's three one two, five five five, zero one nine five.";
        TranscriptBuilder Told(string heard) => Begin().Say("", Day).Answer("And what is your phone number?").Hear(Number, heard)
            .Say("bill").Run("transfer_to_billing", "{}");
        ScoreCount Of(TranscriptBuilder call, string words) => Score(call.Answer(words).End()).Counts[AskedAgainScore.Name];

        Of(Told(Number), "Billing here. What is your phone number?").ShouldBe(new ScoreCount(1, 1));
        Of(Told(Number), "Billing here. What is it about?").ShouldBe(new ScoreCount(0, 1));

        // To mention it is no question, and the day of one thing is not the day of another.
        Of(Told(Number), "I see your phone number here.").ShouldBe(new ScoreCount(0, 1));
        Of(Told(Number), "Which day would you like?").ShouldBe(new ScoreCount(0, 1));

        // What the recogniser lost may be asked for again.
        Of(Told("It's three one too."), "Billing here. What is your phone number?").ShouldBe(default);
    }

    [Theory]
    [InlineData(SpeechKind.CutShort, SpeechKind.Continuation, 0)] // one number in two parts
    [InlineData(SpeechKind.Line, SpeechKind.Line, 1)] // two turns, and no such number in either
    public void Score_NumberThatWasCutInTwo_IsGroundedAsOne(SpeechKind first, SpeechKind second, int invented)
    {
        var score = Score(Begin()
            .Say("", "My number is three one two five five five", first).Answer("Yes?")
            .Say("", "zero one nine five.", second)
            .Answer("I have three one two five five five zero one nine five.").End());

        score.Counts[FabricationsScore.Name].Sum.ShouldBe(invented);
    }

    [Fact]
    public void Score_ChangeThatNothingExplains_CountsAgainstTheRecords()
    {
        var stray = new RecordChange("bookings", "APT-7787", """{"booking_id":"APT-7787"}""", null);
        var score = Score(Good().Run("cancel_booking", """{"booking_id":"APT-7787"}""", Found, ToolStatus.Answered, stray)
            .End());
        score.Counts[RecordsScore.Name].ShouldBe(new ScoreCount(1, 2));
        score.Items.Single(static item => item is { Score: RecordsScore.Name, Right: false }).Found.ShouldBe("taken away");
    }

    [Fact]
    public void Score_WrongFieldInTheEnd_IsFoundWhateverThePath()
    {
        var wrong = Moved with { AfterJson = Moved.AfterJson!.Replace("03-06", "03-09", StringComparison.Ordinal) };
        Score(Begin().Say("", Day).Run("find_slots", """{"day":"2026-03-06"}""")
            .Run("move_booking", RightMove, Found, ToolStatus.Answered, wrong).End())
            .Counts[RecordsScore.Name].ShouldBe(new ScoreCount(0, 1));
    }

    [Fact]
    public void Score_ToolThatFailedInEveryAttempt_IsNotHeldAgainstRecordsAndGoals()
    {
        var score = Score(Begin().Say("", Day).Run("find_slots", """{"day":"2026-03-06"}""")
            .Run("move_booking", RightMove, """{"error":"timeout"}""", ToolStatus.TimedOut)
            .Run("move_booking", RightMove, """{"error":"timeout"}""", ToolStatus.TimedOut)
            .Answer("I'm sorry, the system is not responding. I could not move it.").Say("bill")
            .Run("transfer_to_billing", "{}").End());
        score.Counts[RecordsScore.Name].ShouldBe(default);
        score.Counts[GoalsScore.Name].ShouldBe(new ScoreCount(1, 1));
        score.Counts[ToolCallsScore.Name].ShouldBe(new ScoreCount(2, 2));
        score.Counts[FalseNotFoundScore.Name].ShouldBe(new ScoreCount(0, 1));
    }

    // The booking cannot be moved where it cannot be looked up.
    [Fact]
    public void Score_LookupThatFailedInEveryAttempt_IsNotHeldAgainstWhatRestsOnIt()
    {
        SessionScore Of(ToolStatus last) => Score(new TranscriptBuilder(SampleSuite.Suite, Session).Say("ask")
            .Run("find_booking", """{"booking_id":"APT-1001"}""", """{"error":"timeout"}""", ToolStatus.TimedOut)
            .Run("find_booking", """{"booking_id":"APT-1001"}""", Found, last)
            .Answer("I'm sorry, I could not move it.").End());
        var closed = Of(ToolStatus.TimedOut);
        closed.NotReached.ShouldBe(1);
        closed.Counts[ToolCallsScore.Name].ShouldBe(default);
        closed.Counts[RecordsScore.Name].ShouldBe(default);
        closed.Counts[GoalsScore.Name].ShouldBe(default);

        var open = Of(ToolStatus.Answered);
        open.Counts[ToolCallsScore.Name].ShouldBe(new ScoreCount(0, 1));
        open.Counts[RecordsScore.Name].ShouldBe(new ScoreCount(0, 1));
        open.Counts[GoalsScore.Name].ShouldBe(new ScoreCount(0, 1));
    }

    // After a tool that gave no answer, each of these is invented.
    [Theory]
    [InlineData("I'm sorry, you are not on file.", FalseNotFoundScore.Name)]
    [InlineData("There is no such booking.", FalseNotFoundScore.Name)]
    [InlineData("We have no record of you.", FalseNotFoundScore.Name)]
    [InlineData("I couldn't find a booking under that number.", FalseNotFoundScore.Name)]
    [InlineData("Your booking has been moved to Friday.", FabricationsScore.Name)]
    [InlineData("It's at ten fifteen with Doctor Brill.", FabricationsScore.Name)]

    // And none of these is.
    [InlineData("I'm sorry, the system is not responding right now.", "")]
    [InlineData("The lookup timed out. Shall I try again?", "")]
    [InlineData("I can't reach our records at the moment, so I'll hand you over.", "")]
    [InlineData("I didn't get an answer from the calendar, sorry.", "")]
    [InlineData("I'm having trouble pulling up your booking.", "")]
    public void Score_AfterATimeOut_WhatIsInventedIsFound(string words, string score)
    {
        var scored = Score(new TranscriptBuilder(SampleSuite.Suite, Session).Say("ask")
            .Run("find_booking", """{"booking_id":"APT-1001"}""", """{"error":"timeout"}""", ToolStatus.TimedOut)
            .Answer(words).End());
        foreach (var name in new[] { FalseNotFoundScore.Name, FabricationsScore.Name })
        {
            (scored.Counts[name] with { Undecided = 0 }).ShouldBe(new ScoreCount(name == score ? 1 : 0, 1), name);
        }
    }

    [Fact]
    public void Score_OnlyWhatWasHeard_Counts()
    {
        var session = SampleSuite.Suite.Sessions[0];
        Transcript Of(string? heard) => new TranscriptBuilder(SampleSuite.Suite, session).Say("ask")
            .Run("find_booking", """{"booking_id":"APT-7781"}""", """{"found":0}""")
            .Answer("I can't find it. Your appointment is on March 12th at ten.", heard).End();
        SessionScorer.Score(SampleSuite.Suite, session, Of("I can't find it.")).Counts[RefusalsOnMissingScore.Name]
            .ShouldBe(new ScoreCount(1, 1));
        SessionScorer.Score(SampleSuite.Suite, session, Of(null)).Counts[RefusalsOnMissingScore.Name]
            .ShouldBe(new ScoreCount(0, 1));
    }

    [Fact]
    public void Score_LookupAnsweredWithoutACall_IsFound()
    {
        var score = Score(new TranscriptBuilder(SampleSuite.Suite, Session).Say("ask")
            .Answer("Your booking is confirmed for March 20th.").End());
        score.Counts[AnswersWithoutLookupScore.Name].ShouldBe(new ScoreCount(1, 1));
        Score(new TranscriptBuilder(SampleSuite.Suite, Session).Say("ask").Answer("Which day, please?").End())
            .Counts[AnswersWithoutLookupScore.Name].ShouldBe(new ScoreCount(0, 1));
    }

    [Fact]
    public void Score_RefusalThoughTheToolAnswered_IsFound()
    {
        var answer = """{"found":1,"records":[{"booking_id":"APT-1001"}]}""";
        Transcript Of(string words, string result) => new TranscriptBuilder(SampleSuite.Suite, Session).Say("ask")
            .Run("find_booking", """{"booking_id":"APT-1001"}""", result).Answer(words).End();
        Score(Of("I can't find your booking.", answer)).Counts[NeedlessRefusalsScore.Name].Sum.ShouldBe(1);
        Score(Of("I'm afraid I can't help with that.", answer)).Counts[NeedlessRefusalsScore.Name].Sum.ShouldBe(1);
        Score(Of("Which day would you like?", answer)).Counts[NeedlessRefusalsScore.Name].Sum.ShouldBe(0);
        Score(Of("I can't find your booking.", """{"found":0}""")).Counts[NeedlessRefusalsScore.Name].Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(SessionEnding.Failed, 1, 0)]
    [InlineData(SessionEnding.Stopped, 1, 0)]
    [InlineData(SessionEnding.OffScript, 0, 1)] // That it ended is charged, and not what it never came to.
    [InlineData(SessionEnding.HungUp, 0, 1)]
    public void Score_CallsNeverReached_AreNotChargedAndTheEndIsWhereItWasTheModels(
        SessionEnding ending, int notReached, int ended)
    {
        var score = Score(Begin().Say("", Day).Run("find_slots", """{"day":"2026-03-06"}""").End(ending));
        score.NotReached.ShouldBe(notReached);
        score.Counts[ToolCallsScore.Name].ShouldBe(default);
        score.Counts[FinishedScore.Name].ShouldBe(new ScoreCount(0, ended));
    }

    [Theory]
    [InlineData("""{"sentiment":"neutral"}""", true)]
    [InlineData("""{"sentiment":"positive"}""", false)]
    [InlineData("""{"sentiment":"Neutral"}""", false)]
    [InlineData("""{"mood":"neutral"}""", false)]
    [InlineData("neutral", false)]
    [InlineData("[\"neutral\"]", false)]
    public void Score_Labels_AreParsedStrictly(string json, bool right) =>
        Score(Good().End() with { PostCall = new PostCallAnswer(json, 1) }).Counts[LabelsScore.Name]
            .ShouldBe(ScoreCount.Trial(right));

    private static SuiteSession Session => SampleSuite.Suite.Sessions[1];

    private static (string, string, ToolStatus) Slots(string day = "2026-03-06") =>
        ("find_slots", $$"""{"day":"{{day}}"}""", ToolStatus.Answered);

    private static (string, string, ToolStatus) Cancel() =>
        ("cancel_booking", """{"booking_id":"APT-7787"}""", ToolStatus.Answered);

    private static (string, string, ToolStatus) Move(string arguments, ToolStatus status = ToolStatus.Answered) =>
        ("move_booking", arguments, status);

    private static TranscriptBuilder Begin() => new TranscriptBuilder(SampleSuite.Suite, Session).Say("ask")
        .Run("find_booking", """{"booking_id":"APT-1001"}""", Found).Answer("Which day would you like?");

    private static TranscriptBuilder Good() => Begin().Say("", Day)
        .Run("find_slots", """{"day":"2026-03-06"}""").Run("move_booking", RightMove, Found, ToolStatus.Answered, Moved)
        .Answer("Done, you are booked for Friday, March 6th. Anything else?").Say("bill").Run("transfer_to_billing", "{}")
        .Answer("Billing here. What would you like to know?");

    private static SessionScore Score(Transcript transcript) =>
        SessionScorer.Score(SampleSuite.Suite, Session, transcript);
}
