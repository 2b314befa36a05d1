using System.Text;
using Tollgate.Exchanges;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Anthropic;
using Tollgate.Wires.Framing;
using Tollgate.Wires.OpenAiChat;

namespace Tollgate.Tests.Wires;

public class ServerSentEventsTests
{
    // Written with LF; each case also runs with CR and with CRLF. The cases follow WHATWG HTML, 9.2.6, and its examples.
    public static TheoryData<string, string[]> Cases => new()
    {
        // One line of data.
        { "data: a\n\n", ["|a"] },
        // A named event; the order of the fields does not matter.
        { "event: x\ndata: a\n\n", ["x|a"] },
        { "data: a\nevent: x\n\n", ["x|a"] },
        // Several lines of data are joined with LF.
        { "data: YHOO\ndata: +2\ndata: 10\n\n", ["|YHOO\n+2\n10"] },
        // Only one space behind the colon is taken away; none need be there.
        { "data:a\n\ndata:  b\n\n", ["|a", "| b"] },
        // A field without a colon has an empty value; an event whose data is empty is none.
        { "data\n\ndata: a\n\n", ["|a"] },
        { "data:\n\n", [] },
        // Two empty lines of data are one LF.
        { "data\ndata\n\n", ["|\n"] },
        // Comments, ids, retries and unknown fields pass by; so does what only looks like data.
        { ": ping\n\nid: 1\nretry: 5\ndatax: no\n:data: no\ndata: a\n\n", ["|a"] },
        // An event's name does not outlive it, not even where it had no data.
        { "event: x\n\ndata: a\n\n", ["|a"] },
        { "event: x\ndata: a\n\ndata: b\n\n", ["x|a", "|b"] },
        // The last name counts.
        { "event: x\nevent: y\ndata: a\n\n", ["y|a"] },
        // What has no blank line behind it is discarded.
        { "data: a\n\ndata: b\n", ["|a"] },
        { "data: a\n\ndata: b", ["|a"] },
        // Blank lines alone are nothing.
        { "\n\n\ndata: a\n\n\n\n", ["|a"] },
        // One byte order mark at the start is taken away; a second belongs to the field's name.
        { "\uFEFFdata: a\n\n", ["|a"] },
        { "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", ["|b"] },
        // Text beyond ASCII.
        { "data: héllo 世界 🎈\n\n", ["|héllo 世界 🎈"] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Feed_EveryNewlineCutAtEveryByte_GivesTheSameEvents(string stream, string[] expected)
    {
        foreach (var newline in (string[])["\n", "\r", "\r\n"])
        {
            var bytes = Encoding.UTF8.GetBytes(stream.Replace("\n", newline, StringComparison.Ordinal));
            Events([bytes]).ShouldBe(expected);
            Events(bytes.Select(b => new[] { b })).ShouldBe(expected);
            for (var cut = 1; cut < bytes.Length; cut++)
            {
                Events([bytes[..cut], bytes[cut..]]).ShouldBe(expected);
            }
        }
    }

    // At the body's end an event may lack its blank line, and its last line its end.
    [Theory]
    [InlineData("data: a\n\ndata: b\n", "|a", "|b")]
    [InlineData("data: a\n\ndata: b", "|a", "|b")]
    [InlineData("event: x\ndata: b", "x|b")]
    [InlineData("event: x\r\ndata: b\r", "x|b")]
    [InlineData("data: a\n\n", "|a")]
    [InlineData("data: a\n\nevent: x\ndat", "|a")]
    [InlineData("data: a\n\nerror", "|a", "error|")]
    [InlineData("")]
    public void End_EventWithoutItsBlankLine_IsRead(string stream, params string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            Events([bytes[..cut], bytes[cut..]], end: true).ShouldBe(expected);
        }
    }

    // The field `error`, and an event named so without data.
    [Theory]
    [InlineData("error: a\n\n", "error|a")]
    [InlineData("event: error\n\ndata: b\n\n", "error|", "|b")]
    [InlineData("event: error\ndata:\n\n", "error|")]
    public void Feed_Error_IsAnEventOfThatName(string stream, params string[] expected) =>
        Events([Encoding.UTF8.GetBytes(stream)]).ShouldBe(expected);

    // Half a surrogate pair, as an escape or as bytes of its own, and bytes that begin no character.
    [Theory]
    [InlineData("data: \"\\ud83d\"\n\n", "|\"\\ufffd\"")]
    [InlineData("data: \"\\ud83d\\ude00\"\n\n", "|\"\\ud83d\\ude00\"")]
    public void Feed_HalfACharacter_IsReplaced(string stream, string expected) =>
        Events([Encoding.UTF8.GetBytes(stream)]).ShouldBe([expected]);

    [Fact]
    public void Feed_BytesThatAreNoUtf8_AreReplaced() =>
        Events([[.. "data: a"u8, 0xED, 0xA0, 0xBD, 0xFF, .. "b\n\n"u8]])[0].ShouldBe("|a\uFFFD\uFFFD\uFFFD\uFFFDb");

    // White space around the marker changes nothing; another word does.
    [Theory]
    [InlineData("data:[DONE]\n\n", true)]
    [InlineData("data:  [DONE] \n\n", true)]
    [InlineData("data: [DONE]\t\r\n\r\n", true)]
    [InlineData("data: [DONE]", true)]
    [InlineData("data: [done]\n\n", false)]
    [InlineData("data: \"[DONE]\"\n\n", false)]
    [InlineData("data: [DON", false)]
    public void Read_EndMarker_IsOneWithWhiteSpaceAroundIt(string stream, bool ends)
    {
        foreach (var wire in new IWire[] { new OpenAiChatWire(), new AnthropicWire() })
        {
            var recorder = new StreamRecorder(false);
            using var events = wire.CreateDecoder(recorder);
            events.Feed(Encoding.UTF8.GetBytes(stream));
            events.End();
            (recorder.EndNs is not null).ShouldBe(ends);
        }
    }

    // What the body's end cut is no malformed event: the stream lacks its end.
    [Theory]
    [InlineData("data: {\"choices\":[{\"del")]
    [InlineData("data: [DON")]
    public void End_EventThatIsCut_IsNoFailureOfItsOwn(string stream)
    {
        var recorder = new StreamRecorder(false);
        using var events = new OpenAiChatWire().CreateDecoder(recorder);
        events.Feed(Encoding.UTF8.GetBytes(stream));
        events.End();
        recorder.Failure.ShouldBeNull();
    }

    [Fact]
    public void Feed_MixedNewlines_GivesTheSameEvents() =>
        Events([Encoding.UTF8.GetBytes("data: a\r\n\ndata: b\r\r\ndata: c\n\r\n")]).ShouldBe(["|a", "|b", "|c"]);

    [Fact]
    public void Feed_BlankLineEndsWithCr_GivesTheEventBeforeTheLfComes()
    {
        var log = new Log();
        var recorder = new StreamRecorder(false);
        using var events = new ServerSentEvents(log, recorder);
        events.Feed("data: a\r\n\r"u8);
        log.Events.ShouldBe(["|a"]);
        events.Feed("\ndata: b\r\n\r\n"u8);
        log.Events.ShouldBe(["|a", "|b"]);
    }

    [Fact]
    public void Feed_EventLargerThanTheBound_FailsAndStops()
    {
        var log = new Log();
        var recorder = new StreamRecorder(false);
        using var events = new ServerSentEvents(log, recorder);
        var piece = Encoding.UTF8.GetBytes("data: " + new string('x', 1024 * 1024));
        for (var i = 0; i < 9; i++)
        {
            events.Feed(piece);
        }

        recorder.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.EventTooLarge);
        events.Feed("\n\ndata: late\n\n"u8);
        log.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Feed_EventJustWithinTheBound_IsRead()
    {
        var log = new Log();
        using var events = new ServerSentEvents(log, new StreamRecorder(false));
        events.Feed(Encoding.UTF8.GetBytes("data: " + new string('x', ServerSentEvents.MaxEventBytes - 100)));
        events.Feed("\n\n"u8);
        log.Events.Count.ShouldBe(1);
    }

    private static List<string> Events(IEnumerable<byte[]> reads, bool end = false)
    {
        var log = new Log();
        using var events = new ServerSentEvents(log, new StreamRecorder(false));
        foreach (var read in reads)
        {
            events.Feed(read);
        }

        if (end)
        {
            events.End();
        }

        return log.Events;
    }

    private sealed class Log : IEventReader
    {
        public List<string> Events { get; } = [];

        public void Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder) =>
            Events.Add($"{Encoding.UTF8.GetString(eventType)}|{Encoding.UTF8.GetString(data)}");
    }
}
