using System.Security.Cryptography;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Ledgers;

/// <summary>Reads a line back, strictly: it must be, byte for byte, what writing its entry gives.</summary>
internal static class LedgerLineReader
{
    private const int HexOfHash = 64;
    private const int HexOfSignature = 128;

    // The public key of the curve P-256 has 91 bytes as SPKI.
    private const int Base64OfPublicKey = 124;

    private static ReadOnlySpan<byte> HashKey => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> PublicKeyKey => ",\"public_key\":\""u8;

    private static ReadOnlySpan<byte> SignatureKey => "\",\"signature\":\""u8;

    private static int HashLength => HashKey.Length + HexOfHash + 2;

    private static int SignatureLength =>
        PublicKeyKey.Length + Base64OfPublicKey + SignatureKey.Length + HexOfSignature + 1;

    /// <summary>The entry of a line without its LF, or what is wrong with the line by itself.</summary>
    public static (LedgerEntry? Entry, string? Error) Read(ReadOnlySpan<byte> line)
    {
        if (line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return (null, "found a byte that no entry has; expected printable ASCII");
        }

        if (line.Length <= HashLength || !line[^HashLength..].StartsWith(HashKey) || !line.EndsWith("\"}"u8))
        {
            return (null, "found no whole entry; expected one that ends with its hash");
        }

        var hashed = line[..^HashLength];
        var hash = Convert.ToHexStringLower(SHA256.HashData(hashed));
        if (!line[^(HexOfHash + 2)..^2].SequenceEqual(Encoding.ASCII.GetBytes(hash)))
        {
            return (null, "the entry's hash is not that of what it holds; it was changed after it was written");
        }

        var (publicKey, signature, body) = Split(hashed);
        if (Parse(body) is not { } entry || !LedgerLine.Body(entry).AsSpan().SequenceEqual(body))
        {
            return (null, "found what no ledger holds; expected an entry as `tollgate` writes it");
        }

        return WrongContent(entry) is { } wrong ? (null, wrong)
            : publicKey is not null && !SigningKey.IsSignedBy(publicKey, body, signature)
                ? (null, "the entry's signature is not that of its key; it was changed after it was signed")
            : (entry with { PublicKey = publicKey, Hash = hash }, null);
    }

    private static string? WrongContent(LedgerEntry entry)
    {
        if (entry.Rubric is not { } rubric)
        {
            return null;
        }

        return RubricForm.DigestOf(rubric.Canonical) != rubric.Digest ? "the rubric's digest is not that of its canonical form"
            : NameIn(rubric.Canonical) != rubric.Name ? "the rubric's name is not that in its canonical form"
            : null;
    }

    private static string? NameIn(string canonical)
    {
        using var form = JsonDocument.Parse(canonical);
        return form.RootElement.ValueKind == JsonValueKind.Object
            && form.RootElement.TryGetProperty("rubric", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
    }

    // Both have a fixed length, and no text of an entry can look like them: a quote within a text is escaped.
    private static (string? PublicKey, byte[] Signature, byte[] Body) Split(ReadOnlySpan<byte> hashed)
    {
        if (hashed.Length <= SignatureLength || !hashed[^SignatureLength..].StartsWith(PublicKeyKey)
            || !hashed.EndsWith("\""u8))
        {
            return (null, [], hashed.ToArray());
        }

        var signed = hashed[^SignatureLength..];
        var key = signed.Slice(PublicKeyKey.Length, Base64OfPublicKey);
        var hex = signed[^(HexOfSignature + 1)..^1];
        return signed[(PublicKeyKey.Length + Base64OfPublicKey)..].StartsWith(SignatureKey)
            && !hex.ContainsAnyExcept("0123456789abcdef"u8)
            ? (Encoding.ASCII.GetString(key), Convert.FromHexString(Encoding.ASCII.GetString(hex)),
                hashed[..^SignatureLength].ToArray())
            : (null, [], hashed.ToArray());
    }

    private static LedgerEntry? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse((byte[])[.. body, (byte)'}']);
            var root = document.RootElement;
            var kind = Text(root, "kind");
            return new LedgerEntry
            {
                Seq = root.GetProperty("seq").GetInt64(),
                At = DateTimeOffset.ParseExact(
                    Text(root, "at"), LedgerLine.TimeFormat, CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal),
                Rubric = kind == LedgerLine.Rubric ? ParseRubric(root) : null,
                Verdict = kind == LedgerLine.Verdict ? ParseVerdict(root) : null,
                Run = kind == LedgerLine.Run ? ParseRun(root) : null,
                Previous = Text(root, "previous"),
                Hash = "",
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException
            or KeyNotFoundException)
        {
            // The reader's own ways of saying that the bytes are no such JSON.
            return null;
        }
    }

    private static LedgerRubric ParseRubric(JsonElement root) => new(
        Text(root, "name"), Text(root, "digest"), Text(root, "text_digest"),
        root.GetProperty("canonical").GetRawText());

    private static LedgerVerdict ParseVerdict(JsonElement root) => new()
    {
        RubricDigest = Text(root, "rubric_digest"),
        Baseline = Text(root, "baseline"),
        Candidate = Text(root, "candidate"),
        BaselineRuns = Runs(root, "baseline_runs"),
        CandidateRuns = Runs(root, "candidate_runs"),
        Sessions = root.GetProperty("sessions").GetInt32(),
        Look = root.GetProperty("look").GetInt32(),
        Outcome = SnakeCase.TryParse<VerdictOutcome>(Text(root, "outcome"), out var outcome)
            ? outcome
            : throw new FormatException(),
        Registered = root.TryGetProperty("registered", out var registered)
            ? [.. registered.EnumerateArray().Select(run => (Text(run, "seal"), run.GetProperty("entry").GetInt64()))]
            : [],
        Numbers = root.TryGetProperty("numbers", out var numbers)
            ? [.. numbers.EnumerateArray().Select(number => new LedgerNumber(
                Text(number, "number"), Text(number, "target"), Text(number, "seal"), Text(number, "digest")))]
            : [],
    };

    private static LedgerRun ParseRun(JsonElement root) => new()
    {
        RubricDigest = Text(root, "rubric_digest"),
        Publication = root.GetProperty("publication").GetInt64(),
        Command = Text(root, "command"),
        Suite = root.TryGetProperty("suite", out var suite) ? suite.GetString() : null,
        SuiteDigest = root.TryGetProperty("suite_digest", out var digest) ? digest.GetString() : null,
        Targets = [.. root.GetProperty("targets").EnumerateArray().Select(
            target => target.GetString() ?? throw new FormatException())],
        Seed = root.GetProperty("seed").GetUInt64(),
        Part = root.GetProperty("part").GetInt32(),
        Sessions = root.TryGetProperty("sessions", out var sessions) ? sessions.GetInt64() : null,
    };

    private static List<(string, string)> Runs(JsonElement root, string key) =>
        [.. root.GetProperty(key).EnumerateArray().Select(run => (Text(run, "name"), Text(run, "seal")))];

    private static string Text(JsonElement root, string key) =>
        root.GetProperty(key).GetString() ?? throw new FormatException();
}
