using System.Buffers;
using System.Text.Encodings.Web;
using Tollgate.Gate.Ledgers;

namespace Tollgate.Cli.Ledgers;

/// <summary>How the commands on rubrics and ledgers say things.</summary>
internal static class LedgerText
{
    // Nobody puts this into a page: a key's base64 stays as it is.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As ledgers write it, for documents.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>What an entry holds, as documents spell it.</summary>
    public static string KindName(LedgerEntry entry) =>
        entry.Rubric is not null ? "rubric" : entry.Run is not null ? "run" : "verdict";

    /// <summary>Prints one JSON document.</summary>
    public static void WriteJson(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            write(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Where and when a rubric was published, as one object.</summary>
    public static void WriteEntry(Utf8JsonWriter json, string key, LedgerEntry? entry)
    {
        if (entry is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        json.WriteNumber("entry", entry.Seq);
        json.WriteString("at", Instant(entry.At));
        json.WriteString("hash", entry.Hash);
        json.WriteString("head", entry.Head.ToString());
        json.WriteString("key", entry.PublicKey is { } name ? SigningKey.NameOf(name) : null);
        json.WriteString("public_key", entry.PublicKey);
        json.WriteEndObject();
    }
}
