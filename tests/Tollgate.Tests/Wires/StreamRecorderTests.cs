using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.OpenAiChat;
using static Tollgate.Tests.Wires.WireStream;

namespace Tollgate.Tests.Wires;

/// <summary>The bounds of an answer: a server that never stops must not fill the machine.</summary>
public class StreamRecorderTests
{
    [Fact]
    public void Arrive_BeyondTheBound_Fails()
    {
        var recorder = new StreamRecorder(keepContent: false);
        for (var i = 0; i < StreamRecorder.MaxArrivals; i++)
        {
            recorder.BeginEvent();
            recorder.Arrive(ArrivalKind.Text, 1);
        }

        recorder.Failure.ShouldBeNull();
        recorder.BeginEvent();
        recorder.Arrive(ArrivalKind.Text, 1);
        Failed(recorder).ShouldBe("the answer has more than 1000000 arrivals");
        recorder.Arrivals.Length.ShouldBe(StreamRecorder.MaxArrivals);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("reasoning")]
    public void Read_MoreOutputThanTheBound_Fails(string name)
    {
        var mebibyte = OpenAi($$$"""{"choices":[{"delta":{"{{{name}}}":"{{{new string('x', 1024 * 1024)}}}"}}]}""");
        var watcher = new Counter();
        var recorder = new StreamRecorder(keepContent: true, watcher);
        using var events = new OpenAiChatWire().CreateDecoder(recorder);
        for (var i = 0; i < 20; i++)
        {
            events.Feed(Encoding.UTF8.GetBytes(mebibyte));
        }

        Failed(recorder).ShouldBe("the answer is larger than 16 MiB");
        (recorder.Reply.Text.Length + recorder.Reply.Reasoning.Length).ShouldBe(StreamRecorder.MaxOutputBytes);
        watcher.Bytes.ShouldBe(StreamRecorder.MaxOutputBytes);
    }

    [Fact]
    public void Read_MoreCallsThanTheBound_Fails()
    {
        var recorder = Read(new OpenAiChatWire(), [.. Enumerable.Range(0, StreamRecorder.MaxToolCalls + 1).Select(i =>
            OpenAi($$$"""{"choices":[{"delta":{"tool_calls":[{"index":{{{i}}},"id":"c{{{i}}}","function":{"name":"find"}}]}}]}"""))]);
        Failed(recorder).ShouldBe("the answer has more than 1024 tool calls");
    }

    [Fact]
    public void Read_LongLabels_AreCut()
    {
        var label = JsonSerializer.Serialize(new string('x', 20_000));
        var recorder = Read(new OpenAiChatWire(), OpenAi($$"""{"model":{{label}},"choices":[{"delta":{},"finish_reason":{{label}}}]}"""));
        (recorder.AnsweredBy?.Length, recorder.FinishReason?.Length).ShouldBe((16_384, 16_384));
    }

    [Fact]
    public void Read_OutputBehindTheEnd_PassesBy()
    {
        var recorder = Read(new OpenAiChatWire(), OpenAi("""{"choices":[{"delta":{"content":"a"}}]}""", "[DONE]", """{"choices":[{"delta":{"content":"b"}}]}"""));
        recorder.Arrivals.Length.ShouldBe(1);
        recorder.Reply.Text.ShouldBe("a");
    }

    private static string Failed(StreamRecorder recorder)
    {
        var failure = recorder.Failure.ShouldNotBeNull();
        (failure.Kind, failure.Party).ShouldBe((FailureKind.AnswerTooLarge, FailureParty.Provider));
        return failure.Message;
    }

    private sealed class Counter : IArrivalWatcher
    {
        public int Bytes { get; private set; }

        public void Arrived(long atNs, ArrivalKind kind, ReadOnlySpan<byte> utf8) => Bytes += utf8.Length;

        public void Restarted()
        {
        }
    }
}
