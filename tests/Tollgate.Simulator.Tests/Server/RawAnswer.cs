using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Tollgate.Simulator.Engine;

namespace Tollgate.Simulator.Tests.Server;

/// <summary>One answer as it came off the wire.</summary>
internal sealed record RawAnswer
{
    public int Status { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, out of its chunks.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>It came to its end as HTTP has it.</summary>
    public bool Whole { get; init; }

    public bool WasReset { get; init; }

    public int Taken { get; init; }

    public IReadOnlyList<int> Reads { get; init; } = [];

    public string Text => Encoding.UTF8.GetString(
        Headers.GetValueOrDefault("content-encoding") == "gzip" ? Unzip(Body) : Body);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string RequestId => Headers.TryGetValue("x-request-id", out var id) ? id : Headers["request-id"];

    /// <summary>The events, each with its name and its data.</summary>
    public IReadOnlyList<(string Name, string Data)> Events => [.. Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(block => block.Split('\n'))
        .Select(lines => (
            lines.FirstOrDefault(l => l.StartsWith("event: ", StringComparison.Ordinal))?[7..] ?? "",
            lines.First(l => l.StartsWith("data: ", StringComparison.Ordinal))[6..]))];

    /// <summary>The text pieces of a stream, in either wire.</summary>
    public IReadOnlyList<string> Pieces => [.. Events.Select(e => Piece(e.Data)).Where(p => !string.IsNullOrEmpty(p))!];

    public static RawAnswer? Parse(List<byte> bytes)
    {
        var all = bytes.ToArray();
        var end = all.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var answer = Head(all.AsSpan(0, end));
        if (answer.Status < 200)
        {
            return answer with { Whole = true, Taken = end + 4 };
        }

        var rest = all.AsSpan(end + 4);
        if (answer.Headers.TryGetValue("content-length", out var length))
        {
            var size = int.Parse(length, CultureInfo.InvariantCulture);
            return rest.Length < size ? null : answer with { Whole = true, Body = rest[..size].ToArray(), Taken = end + 4 + size };
        }

        var body = Chunks(rest, out var taken);
        return taken < 0 ? null : answer with { Whole = true, Body = body, Taken = end + 4 + taken };
    }

    public static RawAnswer Broken(byte[] all)
    {
        var end = all.AsSpan().IndexOf("\r\n\r\n"u8);
        return end < 0 ? new RawAnswer { Body = all } : Head(all.AsSpan(0, end)) with { Body = Chunks(all.AsSpan(end + 4), out _) };
    }

    private static RawAnswer Head(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.ASCII.GetString(head).Split("\r\n");
        return new RawAnswer
        {
            Status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            Headers = lines.Skip(1).ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..]),
        };
    }

    private static byte[] Chunks(ReadOnlySpan<byte> rest, out int taken)
    {
        var body = new List<byte>();
        taken = 0;
        while (true)
        {
            var line = rest[taken..].IndexOf("\r\n"u8);
            if (line < 0)
            {
                taken = -1;
                return [.. body];
            }

            var size = int.Parse(Encoding.ASCII.GetString(rest.Slice(taken, line)), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (rest.Length < taken + line + 2 + size + 2)
            {
                taken = -1;
                return [.. body];
            }

            body.AddRange(rest.Slice(taken + line + 2, size));
            rest.Slice(taken + line + 2 + size, 2).SequenceEqual("\r\n"u8).ShouldBeTrue();
            taken += line + 2 + size + 2;
            if (size == 0)
            {
                return [.. body];
            }
        }
    }

    private static string? Piece(string data)
    {
        JsonElement json;
        try
        {
            json = JsonSerializer.Deserialize<JsonElement>(data);
        }
        catch (JsonException)
        {
            return null;
        }

        if (json.TryGetProperty("choices", out var choices) && choices.GetArrayLength() == 1)
        {
            var delta = choices[0].GetProperty("delta");
            return delta.TryGetProperty("content", out var content) ? content.GetString()
                : delta.TryGetProperty("reasoning_content", out var thought) ? thought.GetString() : null;
        }

        return json.TryGetProperty("delta", out var d) && d.TryGetProperty("text", out var text) ? text.GetString()
            : json.TryGetProperty("delta", out var t) && t.TryGetProperty("thinking", out var thinking) ? thinking.GetString() : null;
    }

    private static byte[] Unzip(byte[] bytes)
    {
        using var from = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
