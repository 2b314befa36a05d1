using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Suites.Importing;
using Tollgate.Tests.Scores;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Tests.Transcripts;

/// <summary>The shapes in which exports come: each is read, or refused by name with its place.</summary>
public class TranscriptShapesTests
{
    private const string Asked = """{"role":"user","content":"hi"}""";

    // Messages, and what was said and done by them.
    private static readonly (string Messages, string[] Entries)[] Read =
    [
        // Text as parts: of Chat Completions, of Responses, of Assistants, bare, and in several parts.
        ("""{"role":"user","content":[{"type":"text","text":"hi"}]}""", ["1 caller: hi"]),
        ("""{"role":"user","content":[{"type":"input_text","text":"hi"}]}""", ["1 caller: hi"]),
        ("""{"role":"user","content":[{"type":"text","text":{"value":"hi","annotations":[]}}]}""", ["1 caller: hi"]),
        ("""{"role":"user","content":["hi"]}""", ["1 caller: hi"]),
        ("""{"type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Hello.","annotations":[]},{"type":"output_text","text":"Who is it?"}]}""",
            ["0 agent: Hello. Who is it?"]),
        ("""{"role":"assistant","content":[{"type":"text","text":"It is half "},{"type":"text","text":"past ten."}]}""",
            ["0 agent: It is half past ten."]),

        // Sound with its words.
        ("""{"role":"user","content":[{"type":"input_audio","transcript":"hi"}]}""", ["1 caller: hi"]),
        ("""{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"UklG","format":"wav","transcript":"hi"}}]}""", ["1 caller: hi"]),
        ("""{"role":"assistant","content":[{"type":"audio","transcript":"Hello."}]}""", ["0 agent: Hello."]),
        ("""{"role":"assistant","content":null,"audio":{"id":"a","transcript":"Hello."}}""", ["0 agent: Hello."]),

        // Refusals, beside the content and as a part.
        ("""{"role":"assistant","content":null,"refusal":"I can't."}""", ["0 agent: I can't."]),
        ("""{"role":"assistant","content":[{"type":"refusal","refusal":"I can't."}]}""", ["0 agent: I can't."]),
        ("""{"role":"assistant","content":"Yes.","refusal":null}""", ["0 agent: Yes."]),

        // Anthropic's blocks: thoughts are not heard, answers are no caller's turn.
        ("""{"role":"user","content":"hi"},{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"x"},{"type":"text","text":"One moment."},{"type":"tool_use","id":"a","name":"find","input":{"n":1}},{"type":"tool_use","id":"b","name":"list","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"b","content":[{"type":"text","text":"two"}]},{"type":"tool_result","tool_use_id":"a","content":"one"}]},{"role":"assistant","content":"Done."}""",
            ["1 caller: hi", "1 agent: One moment.", """1 find {"n":1} = Answered one""", "1 list {} = Answered two", "1 agent: Done."]),
        ("""{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"find","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"no route","is_error":true},{"type":"text","text":"hello?"}]}""",
            ["0 find {} = Failed no route", "1 caller: hello?"]),
        ("""{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"find","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"not found","is_error":true}]}""",
            ["0 find {} = Answered not found"]),

        // Words after a call stay behind it.
        ("""{"role":"assistant","content":[{"type":"text","text":"A."},{"type":"tool_use","id":"a","name":"find","input":{}},{"type":"text","text":"B."}]},{"role":"tool","tool_call_id":"a","content":"x"}""",
            ["0 agent: A.", "0 find {} = Answered x", "0 agent: B."]),

        // Items of Responses.
        ("""{"role":"user","content":"hi"},{"type":"reasoning","summary":[]},{"type":"function_call","call_id":"a","name":"find","arguments":"{}"},{"type":"function_call_output","call_id":"a","output":"x"}""",
            ["1 caller: hi", "1 find {} = Answered x"]),

        // The older form: one call, answered by its tool's name.
        ("""{"role":"assistant","content":null,"function_call":{"name":"find","arguments":"{\"n\":1}"}},{"role":"function","name":"find","content":"x"}""",
            ["""0 find {"n":1} = Answered x"""]),

        // Arguments as an object, and none; a call without `function` around it; answers that are no text.
        ("""{"role":"assistant","tool_calls":[{"id":"a","function":{"name":"find","arguments":{"n":[1]}}}]},{"role":"tool","tool_call_id":"a","content":{"found":0}}""",
            ["""0 find {"n":[1]} = Answered {"found":0}"""]),
        ("""{"role":"assistant","tool_calls":[{"id":"a","type":"tool_call","name":"find","args":{}}]},{"role":"tool","tool_call_id":"a","status":"success","content":[{"id":7}]}""",
            ["""0 find {} = Answered [{"id":7}]"""]),
        ("""{"role":"assistant","tool_calls":[{"id":"a","function":{"name":"find","arguments":null}}]},{"role":"tool","tool_call_id":"a","status":"error","content":"no route"}""",
            ["0 find  = Failed no route"]),

        // An id that comes again: by order, over messages and within one. A tool that answers twice.
        (Called("a", "find") + Told("a", "one") + Called("a", "find") + Told("a", "two"),
            ["0 find {} = Answered one", "0 find {} = Answered two"]),
        ("""{"role":"assistant","tool_calls":[{"id":"a","function":{"name":"find","arguments":"{}"}},{"id":"a","function":{"name":"list","arguments":"{}"}}]},""" + Told("a", "one") + Told("a", "two"),
            ["0 find {} = Answered one", "0 list {} = Answered two"]),
        (Called("a", "find") + Called("a", "find") + Told("a", "one"),
            ["0 find {} = NotRecorded ", "0 find {} = Answered one"]),
        (Called("a", "find") + Told("a", "half") + Told("a", "whole"), ["0 find {} = Answered whole"]),

        // Answers without an id: by the tool's name, else by order.
        (Called("", "find") + Called("", "list") + """{"role":"tool","name":"find","content":"one"},{"role":"tool","content":"two"},""",
            ["0 find {} = Answered one", "0 list {} = Answered two"]),

        // Silence: the caller's turn is one, the agent's is none.
        ("""{"role":"user","content":""},{"role":"assistant","content":null},{"role":"user","content":null}""",
            ["1 caller: ", "2 caller: "]),

        // What the agents were told is the suite's, and remarks are no words.
        ("""{"role":"developer","content":"You are"},{"role":"system","content":[{"type":"text","text":"x"}]},{"role":"user","content":"hi","name":"Ann","timestamp":"2026-03-02","metadata":{"a":1},"tokens":7}""",
            ["1 caller: hi"]),
        ("""{"role":"assistant","content":"Hello.","reasoning_content":"hm"}""", ["0 agent: Hello."]),

        // Half a character.
        ("""{"role":"user","content":"a\ud800b"}""", ["1 caller: a\uFFFDb"]),
        ("""{"role":"assistant","tool_calls":[{"id":"\udc00","function":{"name":"\ud800","arguments":"{\"\\ud800\":1}"}}]},{"role":"tool","tool_call_id":"\udc00","content":"\ud800"}""",
            ["0 \uFFFD {\"\\ud800\":1} = Answered \uFFFD"]),
    ];

    // Messages that cannot be read, and what is said of them.
    private static readonly (string Messages, string Message)[] Refused =
    [
        ("""{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}""",
            "messages[0].content[0]: found a part image_url, which cannot be scored"),
        ("""{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"UklG"}}]}""",
            "messages[0].content[0]: found a part input_audio without `transcript`"),
        ("""{"role":"user","content":[{"text":"hi"},{"type":"text"}]}""", "messages[0].content[1]: found a part without `text`"),
        ("""{"role":"user","content":[3]}""", "messages[0].content[0]: found 3"),
        ("""{"role":"user","content":[{}]}""", "found a part without `type`"),
        ("""{"role":"user"}""", "messages[0]: found no `content`"),
        ("""{"role":"assistant","message":"Hello."}""", "messages[0]: found the key `message`, which is not read"),
        ("""{"role":"assistant"}""", "messages[0]: found neither `content` nor `tool_calls`"),
        ("""{"role":"model","parts":[{"text":"x"}]}""", "messages[0]: found the role \"model\""),
        ("""{"content":"x"}""", "messages[0]: found no `role`"),
        ("""{"type":"web_search_call"}""", "messages[0]: found an item web_search_call"),
        ("""{"role":"user","content":[{"type":"tool_use","id":"a","name":"find","input":{}}]}""",
            "messages[0].content[0]: found a call of find by the user"),
        ("""{"role":"assistant","content":[{"type":"tool_result","tool_use_id":"a","content":"x"}]}""",
            "messages[0]: found a part tool_result"),
        ("""{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"x"}]}""",
            "messages[0]: found an answer to the call \"a\""),
        ("""{"role":"tool","content":"x"}""", "messages[0]: found an answer without a call before it"),
        ("""{"role":"function","name":"find","content":"x"}""", "messages[0]: found an answer of find without a call"),
        ("""{"role":"assistant","tool_calls":[{"id":"a","type":"custom","custom":{"name":"f","input":"x"}}]}""",
            "messages[0].tool_calls[0]: found a call without `name`"),
        ("""{"role":"user","content":"x","kind":"3"}""", "messages[0]: found \"3\" for `kind`"),
        ("""{"role":"user","content":"x","steps":"a"}""", "messages[0]: found \"a\" for `steps`"),
        (Called("a", "find") + """{"role":"tool","tool_call_id":"a","content":"x","changes":[{"table":"t","key":"k","after":"{"}]}""",
            "messages[1].changes[0]: found no record in `after`"),
        (Called("a", "find") + """{"role":"tool","tool_call_id":"a","content":[{"type":"image","source":{}}]}""",
            "messages[1]: found a part image in content[0]"),
    ];

    public static TheoryData<int> ReadNumbers => [.. Enumerable.Range(0, Read.Length)];

    public static TheoryData<int> RefusedNumbers => [.. Enumerable.Range(0, Refused.Length)];

    [Theory]
    [MemberData(nameof(ReadNumbers))]
    public void Read_AShape_IsWhatWasSaidAndDone(int number)
    {
        var (messages, entries) = Read[number];
        var read = TranscriptReader.Read(Line(messages), "calls.jsonl");
        read.Errors.ShouldBeEmpty();
        read.Transcripts.ShouldHaveSingleItem().Entries.Select(Shown).ShouldBe(entries);
    }

    [Theory]
    [MemberData(nameof(RefusedNumbers))]
    public void Read_AShapeThatCannotBeScored_IsRefusedByNameAndPlace(int number)
    {
        var (messages, message) = Refused[number];
        var read = TranscriptReader.Read("\n" + Line(messages), "calls.jsonl");
        read.Transcripts.ShouldBeEmpty();
        read.Errors[0].ToString().ShouldStartWith("calls.jsonl:2: ");
        read.Errors.ShouldContain(error => error.Message.StartsWith(message, StringComparison.Ordinal)
            || error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ADocumentOfSeveralLines_IsATranscriptOrAListOfThem()
    {
        var one = $"{{\n  \"session\": \"a\",\n  \"messages\": [{Asked}]\n}}";
        TranscriptReader.Read(one, "f").Transcripts.ShouldHaveSingleItem();
        TranscriptReader.Read($"[\n{one},\n{one}]\n", "f").Transcripts.Count.ShouldBe(2);
        TranscriptReader.Read($"[{one},{{\"session\":\"a\",\"messages\":[1]}}]", "f").Errors.ShouldHaveSingleItem()
            .Message.ShouldStartWith("[1].messages[0]: found 1");
    }

    // Without the tools' answers the calls are judged, and no reply is held against what is not there.
    [Fact]
    public void Score_WithoutTheToolsAnswers_JudgesTheCallsAlone()
    {
        var suite = SampleSuite.Suite;
        var session = suite.Sessions[0];
        var line = """{"session":"missing","messages":[{"role":"user","content":"hi this is winifred tallow what about my booking a p t seven seven eight one on march fifth"},{"role":"assistant","tool_calls":[{"id":"c1","function":{"name":"find_booking","arguments":"{\"booking_id\":\"APT-7781\"}"}}]},{"role":"assistant","content":"It is on June 9th, Mr. Brown."}]}""";
        var read = TranscriptReader.Read(line, "f");
        read.Notes.ShouldHaveSingleItem().Message
            .ShouldStartWith("1 of 1 calls have no answer in the transcript, messages[1].tool_calls[0] first");
        var score = SessionScorer.Score(suite, session, ImportedTranscript.Fit(suite, session, read.Transcripts[0]));
        score.Calls.ShouldHaveSingleItem().Verdict.ShouldBe(CallVerdict.Allowed);
        score.Counts[FabricationsScore.Name].ShouldBe(default);
        score.Counts[RefusalsOnMissingScore.Name].ShouldBe(default);
        score.Items.Where(item => item.Right is null).Select(item => item.Score)
            .ShouldBe([FabricationsScore.Name, RefusalsOnMissingScore.Name], ignoreOrder: true);
    }

    [Fact]
    public void Score_WithTheToolsAnswers_ChargesTheSameReply()
    {
        var suite = SampleSuite.Suite;
        var session = suite.Sessions[0];
        var line = """{"session":"missing","messages":[{"role":"user","content":"hi this is winifred tallow what about my booking a p t seven seven eight one on march fifth"},{"role":"assistant","tool_calls":[{"id":"c1","function":{"name":"find_booking","arguments":"{\"booking_id\":\"APT-7781\"}"}}]},{"role":"tool","tool_call_id":"c1","content":"{\"found\":0}"},{"role":"assistant","content":"It is on June 9th, Mr. Brown."}]}""";
        var read = TranscriptReader.Read(line, "f");
        read.Notes.ShouldBeEmpty();
        SessionScorer.Score(suite, session, ImportedTranscript.Fit(suite, session, read.Transcripts[0]))
            .Counts[FabricationsScore.Name].ShouldBe(new ScoreCount(1, 1));
    }

    private static string Line(string messages) => $$"""{"session":"a","messages":[{{messages.TrimEnd(',')}}]}""";

    private static string Called(string id, string tool) =>
        $$$"""{"role":"assistant","content":null,"tool_calls":[{"id":"{{{id}}}","type":"function","function":{"name":"{{{tool}}}","arguments":"{}"}}]},""";

    private static string Told(string id, string answer) =>
        $$"""{"role":"tool","tool_call_id":"{{id}}","content":"{{answer}}"},""";

    private static string Shown(TranscriptEntry entry) => entry switch
    {
        CallerSaid said => $"{said.Turn} caller: {said.Said}",
        AgentSaid said => $"{said.Turn} agent: {said.Text}",
        ToolRan ran => $"{ran.Turn} {ran.Tool} {ran.ArgumentsJson} = {ran.Status} {ran.ResultJson}",
        _ => entry.ToString(),
    };
}
