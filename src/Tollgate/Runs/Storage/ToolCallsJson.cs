using System.Buffers;
using Tollgate.Exchanges;
using Tollgate.Unicode;

namespace Tollgate.Runs.Storage;

/// <summary>
/// Tool calls as they lie in a run file: a JSON array of objects with id, name and arguments, all of them strings.
/// </summary>
internal static class ToolCallsJson
{
    public static string Write(IReadOnlyList<ToolCall> calls)
    {
        if (calls.Count == 0)
        {
            return "[]";
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var call in calls)
            {
                json.WriteStartObject();
                json.WriteString("id", call.Id);
                json.WriteString("name", call.Name);
                json.WriteString("arguments", call.ArgumentsJson);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="JsonException">It is not what <see cref="Write"/> wrote.</exception>
    public static IReadOnlyList<ToolCall> Read(string json)
    {
        if (json == "[]")
        {
            return [];
        }

        if (OutsideJson.Parse(json) is not { ValueKind: JsonValueKind.Array } calls)
        {
            throw new JsonException("The tool calls are not an array.");
        }

        return [.. calls.EnumerateArray().Select(static call =>
            new ToolCall(Field(call, "id"), Field(call, "name"), Field(call, "arguments")))];

        static string Field(JsonElement call, string name) =>
            call.ValueKind == JsonValueKind.Object && call.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw new JsonException($"A tool call has no {name}.");
    }
}
