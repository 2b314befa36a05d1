using System.Text.Encodings.Web;
using Tollgate.Gate.Ledgers;

namespace Tollgate.Cli.Ledgers;

/// <summary>How the commands on rubrics and ledgers say things.</summary>
internal static class LedgerText
{
    // Nobody puts this into a page: a key's base64 stays as it is.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As ledgers write it, for documents.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>What an entry holds, as documents spell it.</summary>
    public static string KindName(LedgerEntry entry) =>
        entry.Rubric is not null ? "rubric" : entry.Run is not null ? "run" : "verdict";

    /// <summary>Prints one JSON document.</summary>
    public static void WriteJson(TextWriter output, object document) =>
        output.WriteLine(JsonSerializer.Serialize(document, Options));

    /// <summary>Where and when a rubric was published, as one object; null where it was not.</summary>
    public static object? Document(LedgerEntry? entry) => entry is null ? null : new
    {
        entry = entry.Seq,
        at = Instant(entry.At),
        hash = entry.Hash,
        head = entry.Head.ToString(),
        key = entry.PublicKey is { } name ? SigningKey.NameOf(name) : null,
        public_key = entry.PublicKey,
    };
}
