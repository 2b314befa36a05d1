using System.Buffers;
using System.Security.Cryptography;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;

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
    public const string Run = "run";

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
            else if (entry.Run is { } run)
            {
                json.WriteString("kind", Run);
                Write(json, run);
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

        // What came later stands there only where there is some: lines from before read, and verify, as they did.
        if (verdict.Registered.Count > 0)
        {
            json.WriteStartArray("registered");
            foreach (var (seal, entry) in verdict.Registered)
            {
                json.WriteStartObject();
                json.WriteString("seal", seal);
                json.WriteNumber("entry", entry);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (verdict.Numbers.Count > 0)
        {
            json.WriteStartArray("numbers");
            foreach (var number in verdict.Numbers)
            {
                json.WriteStartObject();
                json.WriteString("number", number.Number);
                json.WriteString("target", number.Target);
                json.WriteString("seal", number.Seal);
                json.WriteString("digest", number.Digest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, LedgerRun run)
    {
        json.WriteString("rubric_digest", run.RubricDigest);
        json.WriteNumber("publication", run.Publication);
        json.WriteString("command", run.Command);
        if (run.Suite is not null)
        {
            json.WriteString("suite", run.Suite);
            json.WriteString("suite_digest", run.SuiteDigest);
        }

        json.WriteStartArray("targets");
        foreach (var target in run.Targets)
        {
            json.WriteStringValue(target);
        }

        json.WriteEndArray();
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("part", run.Part);
        if (run.Sessions is { } sessions)
        {
            json.WriteNumber("sessions", sessions);
        }
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
