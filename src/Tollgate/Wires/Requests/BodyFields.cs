using System.Buffers;
using System.Text.Json.Nodes;
using Tollgate.Unicode;

namespace Tollgate.Wires.Requests;

/// <summary>The further fields of a request's body that a user gives.</summary>
internal static class BodyFields
{
    /// <summary>Reads what a user gives.</summary>
    /// <param name="json">What should be a JSON object.</param>
    /// <param name="own">The wire's own fields, which a user may not give.</param>
    /// <param name="problem">What is wrong with it, as one phrase; null where nothing is.</param>
    /// <returns>The object, well-formed; null where it is none.</returns>
    public static string? Read(string json, IReadOnlyList<string> own, out string? problem)
    {
        try
        {
            var utf8 = WellFormed.Json(json);
            using var document = JsonDocument.Parse(utf8);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = "found JSON that is no object; expected one such as {\"top_k\": 1}";
                return null;
            }

            var names = document.RootElement.EnumerateObject().Select(field => field.Name).ToList();
            problem = names.FirstOrDefault(own.Contains) is { } reserved
                    ? $"found the field `{reserved}`, which Tollgate writes; expected other fields"
                : names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice
                    ? $"the field `{twice.Key}` is there twice"
                : null;
            return problem is null ? Encoding.UTF8.GetString(utf8.Span) : null;
        }
        catch (JsonException)
        {
            problem = "found no JSON; expected an object such as {\"top_k\": 1}";
            return null;
        }
    }

    /// <summary>Writes a body, and the further fields over it.</summary>
    /// <param name="fields">
    /// What <see cref="Read"/> gave: its fields stand in place of the body's own, and those that are null take them
    /// out. Null for none.
    /// </param>
    /// <param name="own">Writes the wire's own body.</param>
    /// <returns>The whole body.</returns>
    internal static ReadOnlyMemory<byte> Write(string? fields, Action<Utf8JsonWriter> own)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            own(json);
        }

        if (fields is null)
        {
            return buffer.WrittenMemory;
        }

        var body = JsonNode.Parse(buffer.WrittenSpan)!.AsObject(); // Wires write objects.
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject())
        {
            body.Remove(name);
            if (value is not null)
            {
                body.Add(name, value.DeepClone());
            }
        }

        var whole = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(whole))
        {
            body.WriteTo(json);
        }

        return whole.WrittenMemory;
    }
}
