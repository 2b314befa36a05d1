using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Suites.Importing;
using Tollgate.Tests.Scores;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Tests.Transcripts;

public class TranscriptReaderTests
{
    // A call as a chat service logs it: two messages before the first answer, a call, its answer, and what was said.
    private const string Call =
        """{"session":"missing","messages":[{"role":"system","content":"You are ..."},{"role":"assistant","content":"Lakeside Clinic, how can I help?"},{"role":"user","content":"hi this is winifred tallow what about my booking a p t seven seven eight one on march fifth","at_ms":1200.5},{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"find_booking","arguments":"{\"booking_id\":\"APT-7781\"}"}}]},{"role":"tool","tool_call_id":"c1","content":"{\"found\":0}"},{"role":"assistant","content":"I'm sorry, I can't find it."}]}""";

    // A line and what is wrong with it.
    private static readonly (string Line, string Message)[] Bad =
    [
        ("{", "the line is no JSON"),
        ("[]", "expected an object with `session`"),
        ("""{"messages":[]}""", "found no `session`"),
        ("""{"session":7,"messages":[]}""", "found 7 for `session`"),
        ("""{"session":"a"}""", "found no list of `messages`"),
        ("""{"session":"a","messages":{}}""", "found no list of `messages`"),
        ("""{"session":"a","ended":"bored","messages":[]}""", "expected finished, off_script"),
        ("""{"session":"a","messages":[1]}""", "messages[0]: found 1"),
        ("""{"session":"a","messages":[{"role":"bot"}]}""", "found the role \"bot\""),
        ("""{"session":"a","messages":[{"role":"user","content":1}]}""", "found 1 for `content`"),
        ("""{"session":"a","messages":[{"role":"user","content":"x","at_ms":-1}]}""", "found -1 for `at_ms`"),
        ("""{"session":"a","messages":[{"role":"tool","tool_call_id":"c9","content":"x"}]}""", "found an answer to the call \"c9\""),
        ("""{"session":"a","messages":[{"role":"assistant","tool_calls":[{"id":"c"}]}]}""", "tool_calls[0]: found"),
        ("""{"session":"a","messages":[{"role":"assistant","tool_calls":3}]}""", "found 3 for `tool_calls`"),
        ("", "the file holds no transcript"),
    ];

    public static TheoryData<int> BadNumbers => [.. Enumerable.Range(0, Bad.Length)];

    [Theory]
    [MemberData(nameof(BadNumbers))]
    public void Read_BadLine_SaysWhatIsWrong(int number)
    {
        var (line, message) = Bad[number];
        var error = TranscriptReader.Read(line, "calls.jsonl").Errors.ShouldHaveSingleItem();
        error.ToString().ShouldStartWith("calls.jsonl:1: ");
        error.Message.ShouldContain(message);
    }

    [Fact]
    public void Read_BadLinesAmongGoodOnes_LoseThemselvesAlone()
    {
        var result = TranscriptReader.Read($"{Call}\n{{\n\n{Call}\r\n{{\"session\":1,\"messages\":2}}", "f");
        result.Transcripts.Count.ShouldBe(2);
        result.Errors.Select(static error => error.Line).Distinct().ShouldBe([2, 5]);
    }

    [Fact]
    public void Fit_CallFromElsewhere_CanBeScored()
    {
        var suite = SampleSuite.Suite;
        var session = suite.Sessions[0];
        var read = TranscriptReader.Read(Call, "f").Transcripts.ShouldHaveSingleItem();
        var transcript = ImportedTranscript.Fit(suite, session, read);
        var caller = transcript.Entries.OfType<CallerSaid>().Single();
        caller.Steps.ShouldBe(["ask"]);
        transcript.Entries.Select(static entry => entry.Turn).ShouldBe([0, 1, 1, 1]);
        caller.AtNs.ShouldBe(1_200_500_000);
        transcript.Entries.OfType<ToolRan>().Single().Agent.ShouldBe("front_desk");
        var score = SessionScorer.Score(suite, session, transcript);
        score.Calls.ShouldHaveSingleItem().Verdict.ShouldBe(CallVerdict.Allowed);
        score.Counts[RefusalsOnMissingScore.Name].ShouldBe(new ScoreCount(1, 1));
    }

    [Fact]
    public void Fit_Transfer_ChangesTheAgent()
    {
        var line = """{"session":"move","messages":[{"role":"user","content":"And I have a question about my bill."},{"role":"assistant","tool_calls":[{"id":"c","function":{"name":"transfer_to_billing","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"ok"},{"role":"assistant","content":"Billing."}]}""";
        var fitted = ImportedTranscript.Fit(
            SampleSuite.Suite, SampleSuite.Suite.Sessions[1], TranscriptReader.Read(line, "f").Transcripts[0]);
        fitted.Entries.OfType<HandedOver>().Single().To.ShouldBe("billing");
        fitted.Entries.OfType<AgentSaid>().Single().Agent.ShouldBe("billing");
    }

    [Theory]
    [InlineData("""{"found":0}""", ToolStatus.Answered)]
    [InlineData("""{"error":"not_found"}""", ToolStatus.Answered)]
    [InlineData("""{"error":null,"id":1}""", ToolStatus.Answered)]
    [InlineData("the booking timed out of range", ToolStatus.Answered)]
    [InlineData("""{"error":"timeout"}""", ToolStatus.TimedOut)]
    [InlineData("""{"status":"timed_out"}""", ToolStatus.TimedOut)]
    [InlineData("Error: connection refused", ToolStatus.Failed)]
    [InlineData("""{"error":"internal"}""", ToolStatus.Failed)]
    [InlineData("""{"error":"unknown tool"}""", ToolStatus.UnknownTool)]
    [InlineData("""{"error":"invalid arguments: day"}""", ToolStatus.BadArguments)]
    public void Read_ToolsAnswer_HasItsStatus(string content, ToolStatus status)
    {
        var line = $$$"""{"session":"a","messages":[{"role":"assistant","tool_calls":[{"id":"c","function":{"name":"t","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":{{{System.Text.Json.JsonSerializer.Serialize(content)}}}}]}""";
        TranscriptReader.Read(line, "f").Transcripts[0].Entries.OfType<ToolRan>().Single().Status.ShouldBe(status);
    }

    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        var suite = SampleSuite.Suite;
        var session = suite.Sessions[1];
        var change = new RecordChange("bookings", "APT-1001", """{"a":1}""", null);
        var written = new TranscriptBuilder(suite, session).Say("ask")
            .Run("find_booking", """{"booking_id":"APT-1001"}""", """{"found":1}""")
            .Answer("Which day \u2014 \"Friday\"?\n", "Which day").Say("", "To Friday, for two, please.")
            .Run("cancel_booking", "{broken", "{}", ToolStatus.BadArguments)
            .Run("cancel_booking", "{}", "{}", ToolStatus.Answered, change)
            .Say("bill").Run("transfer_to_billing", "{}").Answer("Billing.").End(SessionEnding.HungUp) with
        {
            Target = "a",
            PostCall = new PostCallAnswer("{}", 0),
        };
        written = written with
        {
            Entries = [.. written.Entries.Select((entry, i) => entry is HandedOver ? entry : entry with
            {
                AtNs = entry is ToolRan or AgentSaid or CallerSaid ? (i * 1_234_567_891L) + 1 : null,
            })],
        };
        var read = TranscriptReader.Read(TranscriptWriter.Write(written), "f");
        read.Errors.ShouldBeEmpty();
        var again = ImportedTranscript.Fit(suite, session, read.Transcripts[0]);
        (again.Suite, again.Session, again.Target, again.Ending, again.PostCall)
            .ShouldBe((written.Suite, written.Session, written.Target, written.Ending, written.PostCall));
        TranscriptWriter.Write(again).ShouldBe(TranscriptWriter.Write(written));
        again.Entries.Select(static entry => entry.GetType()).ShouldBe(written.Entries.Select(static entry => entry.GetType()));
        again.Entries.OfType<ToolRan>().Last(static ran => ran.Changes.Count > 0).Changes.ShouldBe([change]);
    }
}
