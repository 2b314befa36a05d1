using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Importing;
using Tollgate.Tests.Sessions;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Suites;

public class ImportedTranscriptTests
{
    private const string Booking = """{"guest_id":"G-1","day":"2026-03-05"}""";

    private static readonly Suite Suite = Rehearsal.Read(Desk.With("""
            opens: "Good morning, I would like a room for two nights."
            again: "The room that I asked for."
            does: [ { book: { guest_id: G-1, day: 2026-03-05 } } ]
          parking:
            opens: "Is there parking for a van?"
            tells: { price: 12 }
          bill:
            opens: "Please put me through to billing."
            hands_over_to: bills
        """).Replace("wishes: [room]", "wishes: [room, parking, bill]"));

    private static readonly SuiteSession Session = Suite.Sessions[0];

    // What was heard, one line after the other, and the wishes that each is taken to bring up.
    public static TheoryData<string, string[], string[]> Lines { get; } = new()
    {
        { "the very words", ["Good morning, I would like a room for two nights."], ["room"] },
        { "half of them, misheard", ["morning i would like a broom for too nights"], ["room"] },
        { "the words by which it is brought up again", ["the room that i asked for"], ["room"] },
        { "less than half, after another", ["Is there parking for a van?", "a room for me"], ["parking", ""] },
        { "two wishes at once", ["Is there parking for a van? Please put me through to billing."], ["parking bill"] },
        { "of a second wish half is too little", ["Is there parking for a van? Through to billing."], ["parking"] },
        { "what was brought up is not brought up again", ["Is there parking for a van?", "Is there parking for a van?"],
            ["parking", ""] },
        { "in no words of the brief's", ["Lovely weather", "We are two."], ["room", ""] },
        { "nothing", [""], ["room"] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Fit_CallersLines_FindsTheirWishes(string why, string[] heard, string[] steps) =>
        Fit([.. heard.Select(Caller)]).Entries.OfType<CallerSaid>().Select(said => string.Join(' ', said.Steps))
            .ToArray().ShouldBe(steps, customMessage: why);

    [Fact]
    public void Fit_WishesThatTheTranscriptNames_AreKept() =>
        Fit([Caller("Lovely weather") with { Steps = ["parking"] }, Caller("Is there parking for a van?")]).Entries
            .OfType<CallerSaid>().Select(said => string.Join(' ', said.Steps)).ShouldBe(["parking", ""]);

    [Fact]
    public void Fit_ABackchannel_BringsNothingUp() =>
        Fit([Caller("Is there parking for a van?") with { Kind = SpeechKind.Backchannel }]).Entries
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
