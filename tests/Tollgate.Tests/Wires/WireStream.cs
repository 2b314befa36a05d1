using System.Text;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Anthropic;
using Tollgate.Wires.OpenAiChat;
using Tollgate.Wires.OpenAiResponses;

namespace Tollgate.Tests.Wires;

/// <summary>Feeds streams to a wire's reader, one read a piece, a millisecond apart.</summary>
internal static class WireStream
{
    public static StreamRecorder Read(IWire wire, params string[] reads)
    {
        var recorder = new StreamRecorder(keepContent: true);
        using var events = wire.CreateDecoder(recorder);
        long atNs = 0;
        foreach (var read in reads)
        {
            recorder.BeginRead(atNs += 1_000_000, 0);
            events.Feed(Encoding.UTF8.GetBytes(read));
        }

        if (wire is OpenAiChatWire or OpenAiResponsesWire or AnthropicWire)
        {
            // Whatever a test reads: three times over, so that an event may be like the one before it.
            EventFrameTests.Agree(wire.Name, [.. reads.SelectMany(read => Enumerable.Repeat(Encoding.UTF8.GetBytes(read), 3))]);
        }

        return recorder;
    }

    public static string OpenAi(params string[] data) => string.Concat(data.Select(d => $"data: {d}\n\n"));

    /// <summary>Anthropic's events carry their type as the event's name too.</summary>
    public static string Anthropic(params string[] data) => string.Concat(data.Select(d =>
    {
        using var json = System.Text.Json.JsonDocument.Parse(d);
        return $"event: {json.RootElement.GetProperty("type").GetString()}\ndata: {d}\n\n";
    }));
}
