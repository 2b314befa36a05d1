using System.Text.Encodings.Web;
using Tollgate.Values;

namespace Tollgate.Suites.Tools;

/// <summary>Records and the answers of tools as JSON.</summary>
internal static class RecordJson
{
    // Models and people read it: O'Brien stays O'Brien. It never stands in HTML without being encoded there.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How a field compares: by the table, else by the JSON type of what is held against it.</summary>
    public static ValueRule RuleOf(RecordTable table, string field, JsonElement value) =>
        table.Rules.TryGetValue(field, out var rule) ? rule : ByType(value);

    /// <summary>The rule of a JSON type.</summary>
    public static ValueRule ByType(JsonElement value) => new(value.ValueKind switch
    {
        JsonValueKind.Number => ValueKind.Number,
        JsonValueKind.True or JsonValueKind.False => ValueKind.Boolean,
        JsonValueKind.Array => ValueKind.Set,
        JsonValueKind.Object => ValueKind.Object,
        _ => ValueKind.Text,
    });

    public static string Write(JsonElement value) => Built(json => value.WriteTo(json));

    public static string Quoted(string text) => Built(json => json.WriteStringValue(text));

    public static JsonElement Record(IReadOnlyDictionary<string, JsonElement> fields) =>
        JsonElement.Parse(Built(json => WriteObject(json, fields.Select(field => (field.Key, field.Value)))));

    public static string Found(IReadOnlyList<JsonElement> records, ToolBackend backend) => Built(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("found", records.Count);
        json.WriteStartArray("records");
        foreach (var record in records)
        {
            WriteObject(json, Answered(record, backend));
        }

        json.WriteEndArray();
        Add(json, backend.Answer);
        json.WriteEndObject();
    });

    public static string Done(JsonElement record, ToolBackend backend) => Built(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WritePropertyName("record");
        WriteObject(json, Answered(record, backend));
        Add(json, backend.Answer);
        json.WriteEndObject();
    });

    public static string Refused(string error, string what) => Built(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", false);
        json.WriteString("error", error);
        json.WriteString("what", what);
        json.WriteEndObject();
    });

    private static IEnumerable<(string, JsonElement)> Answered(JsonElement record, ToolBackend backend) =>
        record.EnumerateObject()
            .Where(field => backend.Return.Count == 0 || backend.Return.Contains(field.Name))
            .Select(field => (field.Name, field.Value));

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<(string Name, JsonElement Value)> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void Add(Utf8JsonWriter json, JsonElement? answer)
    {
        if (answer is { ValueKind: JsonValueKind.Object } more)
        {
            foreach (var field in more.EnumerateObject())
            {
                field.WriteTo(json);
            }
        }
    }

    private static string Built(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            write(json);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
