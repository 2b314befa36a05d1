using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tollgate.Yaml;

namespace Tollgate.Gate.Ledgers;

/// <summary>
/// An entry as a line: compact JSON in ASCII with its keys in a fixed order, and LF. The hash is that of all bytes
/// before <c>,"hash"</c>, the signature that of all bytes before <c>,"public_key"</c>.
/// </summary>
internal static class LedgerLine
{
    /// <summary>How instants are written: UTC, to the millisecond.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public const string Rubric = "rubric";
    public const string Verdict = "verdict";

    /// <summary>The line of an entry with its LF; the entry's hash and public key are worked out.</summary>
    public static (byte[] Line, LedgerEntry Entry) Write(LedgerEntry entry, SigningKey? key)
    {
        var line = new ArrayBufferWriter<byte>();
        line.Write(Body(entry));
        if (key is not null)
        {
            var signature = Convert.ToHexStringLower(key.Sign(line.WrittenSpan));
            line.Write(Encoding.ASCII.GetBytes($",\"public_key\":\"{key.PublicKey}\",\"signature\":\"{signature}\""));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(line.WrittenSpan));
        line.Write(Encoding.ASCII.GetBytes($",\"hash\":\"{hash}\"}}\n"));
        return (line.WrittenSpan.ToArray(), entry with { PublicKey = key?.PublicKey, Hash = hash });
    }

    /// <summary>All of an entry before its signature and hash: what every reader must find byte for byte.</summary>
    public static byte[] Body(LedgerEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", entry.Seq);
            json.WriteString("at", entry.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            if (entry.Rubric is { } rubric)
            {
                json.WriteString("kind", Rubric);
                json.WriteString("name", rubric.Name);
                json.WriteString("digest", rubric.Digest);
                json.WriteString("text_digest", rubric.TextDigest);
                json.WritePropertyName("canonical");
                json.WriteRawValue(rubric.Canonical);
            }
            else if (entry.Verdict is { } verdict)
            {
                json.WriteString("kind", Verdict);
                Write(json, verdict);
            }

            json.WriteString("previous", entry.Previous);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan[..^1].ToArray();
    }

    private static void Write(Utf8JsonWriter json, LedgerVerdict verdict)
    {
        json.WriteString("rubric_digest", verdict.RubricDigest);
        json.WriteString("baseline", verdict.Baseline);
        json.WriteString("candidate", verdict.Candidate);
        Write(json, "baseline_runs", verdict.BaselineRuns);
        Write(json, "candidate_runs", verdict.CandidateRuns);
        json.WriteNumber("sessions", verdict.Sessions);
        json.WriteNumber("look", verdict.Look);
        json.WriteString("outcome", SnakeCase.Of(verdict.Outcome));
    }

    private static void Write(Utf8JsonWriter json, string key, IReadOnlyList<(string Name, string Seal)> runs)
    {
        json.WriteStartArray(key);
        foreach (var (name, seal) in runs)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("seal", seal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
