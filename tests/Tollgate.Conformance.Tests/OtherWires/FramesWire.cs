using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Unicode;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Errors;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Requests;

namespace Tollgate.Conformance.Tests.OtherWires;

/// <summary>
/// A wire as unlike the shipped ones as HTTP allows: the model stands in the URI, the body is no JSON, a signature takes
/// the key's place, and the answer comes in binary frames with checksums, as AWS's event streams do.
/// </summary>
internal sealed class FramesWire : IWire, IFraming, IRequestSigner
{
    private const int HeadBytes = 8;

    public string Name => "frames";

    public string KeyVariable => "FRAMES_KEY";

    public IReadOnlyList<KnownProvider> Providers => [];

    public IReadOnlyList<string> OwnFields => [];

    public IFraming Framing => this;

    string IFraming.Name => "stream of frames";

    public string MediaType => "application/x-frames";

    public Uri Endpoint(Target target) => new(target.Url, $"/model/{target.Model}/converse");

    public WireRequest Prepare(Target target, Prompt prompt) => new()
    {
        Method = "PUT",
        Uri = Endpoint(target),
        Headers = [new("Content-Type", "text/plain"), new("Accept", MediaType)],
        Body = Encoding.UTF8.GetBytes(prompt.Messages[^1].Text),
        Signer = this,
    };

    public IEnumerable<KeyValuePair<string, string>> Sign(
        WireRequest request, IReadOnlyList<KeyValuePair<string, string>> headers, DateTimeOffset now)
    {
        var signed = string.Join('\n', headers.Select(header => $"{header.Key}:{header.Value}"));
        var digest = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{request.Method} {request.Uri.PathAndQuery}\n{signed}\n"),
            .. request.Body.Span]);
        return
        [
            new("x-date", now.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            new("x-signature", Convert.ToHexString(digest)),
        ];
    }

    public IAnswerDecoder CreateDecoder(StreamRecorder recorder) => new Decoder(recorder);

    public string? RequestId(AnswerHeaders headers) => headers.First("x-frames-id");

    public TimeSpan? RetryAfter(AnswerHeaders headers) =>
        headers.First("x-wait") is { } wait ? TimeSpan.FromSeconds(int.Parse(wait, CultureInfo.InvariantCulture)) : null;

    // Its errors are lines such as "throttled: slow down", all with the status 400.
    public WireError ReadError(int status, ReadOnlySpan<byte> body)
    {
        var line = Encoding.UTF8.GetString(body);
        return new WireError(
            line.StartsWith("throttled", StringComparison.Ordinal) ? FailureKind.RateLimited : FailureKind.BadRequest,
            SafeText.Line(line));
    }

    public IEnumerable<ReadOnlyMemory<byte>> Sample(int tokens) =>
        [.. Enumerable.Repeat<ReadOnlyMemory<byte>>(Frame("t", "a"), tokens), Frame("e", "")];

    public bool? IsStream(ReadOnlySpan<byte> body, bool isAnnounced, out int start)
    {
        start = 0;
        return isAnnounced;
    }

    /// <summary>A frame: its length, its checksum, its kind and its text.</summary>
    public static byte[] Frame(string kind, string text)
    {
        byte[] payload = [(byte)kind[0], .. Encoding.UTF8.GetBytes(text)];
        var frame = new byte[HeadBytes + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Crc32(payload));
        payload.CopyTo(frame, HeadBytes);
        return frame;
    }

    // The CRC of ISO 3309, bit by bit.
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }

    private sealed class Decoder(StreamRecorder recorder) : IAnswerDecoder
    {
        private readonly List<byte> left = [];

        public void Feed(ReadOnlySpan<byte> bytes)
        {
            left.AddRange(bytes);
            while (!recorder.IsOver && left.Count >= HeadBytes)
            {
                var all = left.ToArray().AsSpan();
                var length = BinaryPrimitives.ReadInt32BigEndian(all);
                if (all.Length < HeadBytes + length)
                {
                    return;
                }

                Take(BinaryPrimitives.ReadUInt32BigEndian(all[4..]), all.Slice(HeadBytes, length));
                left.RemoveRange(0, HeadBytes + length);
            }
        }

        public void End()
        {
        }

        public void Dispose()
        {
        }

        private void Take(uint checksum, ReadOnlySpan<byte> payload)
        {
            recorder.BeginEvent();
            if (checksum != Crc32(payload))
            {
                recorder.Fail(FailureKind.MalformedEvent, "a frame's checksum is wrong");
            }
            else if (payload[0] == 'e')
            {
                recorder.End();
            }
            else
            {
                recorder.ArriveText(payload[0] == 'r' ? ArrivalKind.Reasoning : ArrivalKind.Text, payload[1..]);
            }
        }
    }
}
