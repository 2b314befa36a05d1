using System.Collections.Concurrent;
using Tollgate.Unicode;

namespace Tollgate.Suites.Schemas;

/// <summary>The JSON Schema of a tool's arguments. Immutable; safe for concurrent use.</summary>
/// <remarks>
/// The keywords that nearly all tools have are checked in place; a schema with others (<c>anyOf</c>, <c>$ref</c>, ...)
/// is checked by NJsonSchema as a whole: see docs/decisions.md for what that costs.
/// </remarks>
internal sealed class ArgumentSchema
{
    private static readonly ConcurrentDictionary<string, ArgumentSchema> Known = new(StringComparer.Ordinal);

    private readonly PlainSchema? plain;
    private readonly ForeignSchema? foreign;

    private ArgumentSchema(JsonElement schema, string text)
    {
        Json = schema;
        plain = PlainSchema.TryRead(schema);
        foreign = plain is null ? ForeignSchema.Read(text) : null;
    }

    /// <summary>The schema itself.</summary>
    public JsonElement Json { get; }

    /// <summary>The schema for a text; the same text gives the same object.</summary>
    /// <exception cref="FormatException">It is no JSON Schema of an object; the message says why.</exception>
    public static ArgumentSchema Of(string parametersJson) =>
        Known.GetOrAdd(parametersJson, Read);

    /// <summary>
    /// What the schema forbids in the arguments; empty where they are right. A null for an argument that is not
    /// required is the same as its absence, and no problem.
    /// </summary>
    public IReadOnlyList<SchemaProblem> Check(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return [PlainSchema.WrongType("", arguments, "an object")];
        }

        var problems = new List<SchemaProblem>();
        plain?.Check(arguments, "", problems);
        foreign?.Check(arguments, problems);
        return problems;
    }

    /// <summary>As <see cref="Of"/>, and nothing is kept.</summary>
    internal static ArgumentSchema Read(string text)
    {
        JsonElement schema;
        try
        {
            schema = JsonElement.Parse(WellFormed.Json(text).Span);
        }
        catch (JsonException thrown)
        {
            throw new FormatException($"the schema is no JSON ({thrown.Message})", thrown);
        }

        if (schema.ValueKind != JsonValueKind.Object
            || !schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || type.GetString() != "object")
        {
            throw new FormatException("the schema of the arguments has not `type: object`");
        }

        return new ArgumentSchema(schema, text);
    }
}
