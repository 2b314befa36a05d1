using System.Text;
using Tollgate.Statistics;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Catalog;

namespace Tollgate.Tests.Wires;

public class HotPathTests
{
    private const int Mutants = 500_000;

    public static TheoryData<string, string> Streams => new()
    {
        {
            "openai-chat",
            WireStream.OpenAi("""{"id":"c-1","object":"chat.completion.chunk","created":1,"model":"m","system_fingerprint":"f","choices":[{"index":0,"delta":{"content":" tok\n"},"logprobs":null,"finish_reason":null}],"obfuscation":"abc"}""")
        },
        {
            "openai-responses",
            WireStream.Anthropic("""{"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_1","output_index":0,"content_index":0,"delta":" tok\n","logprobs":[],"obfuscation":"abc"}""")
        },
        {
            "anthropic",
            WireStream.Anthropic("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" tok\n"}}""")
        },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Read_TokenEvents_AllocateNothing(string wire, string stream)
    {
        var recorder = new StreamRecorder(keepContent: false);
        using var events = WireCatalog.Find(wire)!.CreateDecoder(recorder);
        var bytes = Encoding.UTF8.GetBytes(stream);
        var (head, tail) = (bytes[..20], bytes[20..]);

        // The arrivals' own array grows by doubling; past 1,024 it has room for all that follow.
        for (var i = 0; i < 1_030; i++)
        {
            events.Feed(bytes);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 500; i++)
        {
            events.Feed(bytes);
            events.Feed(head);
            events.Feed(tail);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        recorder.Arrivals.Length.ShouldBe(2_030);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void Read_MutatedStreams_NeverThrows(string wire, string stream)
    {
        var random = new RandomStream(1);
        var whole = Encoding.UTF8.GetBytes(stream + stream + WireStream.OpenAi("[DONE]"));
        ReadOnlySpan<byte> spice = "{}[]\":,\\\r\n\0u0dataev \xff"u8;
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = whole.AsSpan().ToArray();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                mutant[random.Next(mutant.Length)] = random.Next(2) == 0
                    ? spice[random.Next(spice.Length)]
                    : (byte)random.Next(256);
            }

            var recorder = new StreamRecorder(keepContent: (i & 1) == 0);
            using var events = WireCatalog.Find(wire)!.CreateDecoder(recorder);
            var cut = random.Next(mutant.Length);
            recorder.BeginRead(1, 0);
            events.Feed(mutant.AsSpan(0, cut));
            events.Feed(mutant.AsSpan(cut));
            _ = recorder.Reply;
        }
    }
}
