using Tollgate.Suites;
using Tollgate.Tests.Sessions;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Suites;

public class ImportedTranscriptTests
{
    private const string Booking = """{"guest_id":"G-1","day":"2026-03-05"}""";

    private static readonly Suite Suite = Rehearsal.Read(Desk.Plain("""
              - id: room
                say: "Good morning, I would like a room for two nights."
                expect: [ { hand_over_to: bills } ]
                reply: "Your name? And which day?"
              - id: name
                asked: [name]
                say: "It is Winifred Tallow."
                again: "T A L L O W."
                reply: "Thank you."
              - id: day
                asked: [day]
                times: 1
                say: "On the fifth of March."
                reply: "Thank you."
        """));

    private static readonly SuiteSession Session = Suite.Sessions[0];

    // What was heard, one line after the other, and the steps that each is taken for.
    public static TheoryData<string, string[], string[]> Lines { get; } = new()
    {
        { "the very words", ["Good morning, I would like a room for two nights."], ["room"] },
        { "half of them, misheard", ["morning i would like a broom for too nights"], ["room"] },
        { "less than half", ["a room for me"], [""] },
        { "other words", ["Lovely weather"], [""] },
        { "two steps at once", ["It is Winifred Tallow. On the fifth of March."], ["name day"] },
        { "of a second step half is too little", ["It is Winifred Tallow of March."], ["name"] },
        { "what was said once is not said again", ["On the fifth of March.", "On the fifth of March."], ["day", ""] },
        { "what may be said twice is", ["It is Winifred Tallow.", "t a l l o w"], ["name", "name"] },
        { "nothing", [""], [""] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Fit_CallersLines_FindsTheirSteps(string why, string[] heard, string[] steps) =>
        Fit([.. heard.Select(Caller)]).Entries.OfType<CallerSaid>().Select(said => string.Join(' ', said.Steps))
            .ToArray().ShouldBe(steps, customMessage: why);

    [Fact]
    public void Fit_StepsThatTheTranscriptNames_AreKept() =>
        Fit([Caller("Lovely weather") with { Steps = ["day"] }, Caller("On the fifth of March.")]).Entries
            .OfType<CallerSaid>().Select(said => string.Join(' ', said.Steps)).ShouldBe(["day", ""]);

    [Fact]
    public void Fit_ABackchannel_IsNoStep() =>
        Fit([Caller("It is Winifred Tallow.") with { Kind = SpeechKind.Backchannel }]).Entries
            .OfType<CallerSaid>().ShouldHaveSingleItem().Steps.ShouldBeEmpty();

    [Fact]
    public void Fit_CallsThatChangeRecords_AreReplayedInOrder()
    {
        var ran = Fit([Ran("book", Booking), Ran("book", Booking)]).Entries.OfType<ToolRan>().ToList();
        ran.Select(one => one.Changes.ShouldHaveSingleItem().Key).ShouldBe(["B-1001", "B-1002"]);
        ran[0].Changes[0].Table.ShouldBe("bookings");
        ran[0].Changes[0].BeforeJson.ShouldBeNull();
        ran[0].Changes[0].AfterJson.ShouldNotBeNull().ShouldContain("2026-03-05");
    }

    [Theory]
    [InlineData("book", Booking, ToolStatus.Failed)] // it did nothing
    [InlineData("book", Booking, ToolStatus.TimedOut)]
    [InlineData("find_guest", """{"name":"Tallow"}""", ToolStatus.Answered)] // a lookup changes nothing
    [InlineData("erase", "{}", ToolStatus.Answered)] // no tool of the suite
    [InlineData("book", "{", ToolStatus.Answered)] // broken arguments
    [InlineData("book", "[]", ToolStatus.Answered)]
    [InlineData("book", """{"guest_id":"G-9","day":"2026-03-05"}""", ToolStatus.Answered)] // there is no such guest
    public void Fit_OtherCalls_ChangeNothing(string tool, string arguments, ToolStatus status) =>
        Fit([Ran(tool, arguments) with { Status = status }]).Entries.OfType<ToolRan>().ShouldHaveSingleItem()
            .Changes.ShouldBeEmpty();

    [Fact]
    public void Fit_ChangesThatTheTranscriptHas_AreKept()
    {
        var change = new RecordChange("bookings", "B-7", null, "{}");
        var entries = Fit([Ran("book", Booking) with { Changes = [change] }, Ran("book", Booking)]).Entries;
        entries.OfType<ToolRan>().Select(ran => ran.Changes.ShouldHaveSingleItem().Key).ShouldBe(["B-7", "B-1001"]);
    }

    [Fact]
    public void Fit_ATransfer_HandsTheCallOver()
    {
        var entries = Fit([Agent(), Ran("transfer_to_bills", "{}"), Agent(), Ran("find_guest", "{}"), Agent("front")]).Entries;
        entries.Select(Who).ShouldBe(["front", "front", "front to bills", "bills", "bills", "front"]);
    }

    [Theory]
    [InlineData("transfer_to_nobody", ToolStatus.Answered)] // there is no such agent
    [InlineData("transfer_to_bills", ToolStatus.Failed)] // it did not go through
    public void Fit_ATransferThatIsNone_LeavesTheCallWhereItIs(string tool, ToolStatus status) =>
        Fit([Ran(tool, "{}") with { Status = status }, Agent()]).Entries.Select(Who).ShouldBe(["front", "front"]);

    [Fact]
    public void Fit_ATranscript_TakesTheSuitesNameAndItsOwnTimes()
    {
        Fit([Caller("Hello") with { UntilNs = 1000 }, Agent() with { AtNs = 4000 }]).Turns.ShouldHaveSingleItem()
            .DeadAirNs.ShouldBe(3000);
        var turn = new TurnTiming { Turn = 1, SpeechStartNs = 1, SpeechEndNs = 2 };
        var fitted = ImportedTranscript.Fit(Suite, Session, Whole([]) with { Turns = [turn] });
        fitted.Turns.ShouldBe([turn]);
        fitted.Suite.ShouldBe("desk");
    }

    private static string Who(TranscriptEntry entry) => entry switch
    {
        AgentSaid said => said.Agent,
        ToolRan ran => ran.Agent,
        HandedOver over => $"{over.From} to {over.To}",
        _ => "",
    };

    private static Transcript Fit(IReadOnlyList<TranscriptEntry> entries) =>
        ImportedTranscript.Fit(Suite, Session, Whole(entries));

    private static Transcript Whole(IReadOnlyList<TranscriptEntry> entries) =>
        new() { Suite = "", Session = "call", Ending = SessionEnding.Finished, Entries = entries };

    private static CallerSaid Caller(string heard) => new(heard, heard, SpeechKind.Line) { Turn = 1 };

    private static AgentSaid Agent(string name = "") => new(name, "Well.", "Well.", null) { Turn = 1 };

    private static ToolRan Ran(string tool, string arguments) =>
        new("", "c", tool, arguments, ToolStatus.Answered, "{}", null) { Turn = 1 };
}
