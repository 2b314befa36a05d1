using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Requests;

namespace Tollgate.Conformance.Tests.OtherWires;

/// <summary>A wire whose answers are JSON lines, and whose last line says that it is the last.</summary>
internal sealed class LinesWire : IWire, IFraming
{
    public string Name => "lines";

    public string KeyVariable => "LINES_KEY";

    public IReadOnlyList<KnownProvider> Providers => [];

    public IReadOnlyList<string> OwnFields => ["prompt"];

    public IFraming Framing => this;

    string IFraming.Name => "stream of lines";

    public string MediaType => "application/x-ndjson";

    public Uri Endpoint(Target target) => new(target.Url, "/api/generate");

    public WireRequest Prepare(Target target, Prompt prompt) => new()
    {
        Uri = Endpoint(target),
        Headers = [new("Content-Type", "application/json"), new("Accept", MediaType)],
        Body = JsonSerializer.SerializeToUtf8Bytes(new { model = target.Model, prompt = prompt.Messages[^1].Text }),
    };

    public IAnswerDecoder CreateDecoder(StreamRecorder recorder) => new Decoder(recorder);

    public IEnumerable<ReadOnlyMemory<byte>> Sample(int tokens) =>
    [
        .. Enumerable.Repeat<ReadOnlyMemory<byte>>("{\"response\":\"a\"}\n"u8.ToArray(), tokens),
        "{\"done\":true}\n"u8.ToArray(),
    ];

    public bool? IsStream(ReadOnlySpan<byte> body, bool isAnnounced, out int start)
    {
        start = 0;
        return body.IsEmpty ? null : isAnnounced && body[0] == '{';
    }

    private sealed class Decoder(StreamRecorder recorder) : IAnswerDecoder
    {
        private readonly StringBuilder left = new();

        public void Feed(ReadOnlySpan<byte> bytes)
        {
            left.Append(Encoding.ASCII.GetString(bytes));
            var lines = left.ToString().Split('\n');
            left.Clear().Append(lines[^1]);
            foreach (var line in lines[..^1])
            {
                Take(line);
            }
        }

        public void End()
        {
            if (left.Length > 0)
            {
                Take(left.ToString());
            }
        }

        public void Dispose()
        {
        }

        private void Take(string line)
        {
            recorder.BeginEvent();
            var json = new Utf8JsonReader(Encoding.ASCII.GetBytes(line));
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("response"))
                {
                    json.Read();
                    recorder.ArriveString(ArrivalKind.Text, ref json);
                }
                else if (json.TokenType == JsonTokenType.True)
                {
                    recorder.End();
                }
            }
        }
    }
}
