using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using JsonException = Newtonsoft.Json.JsonException;

namespace Tollgate.Suites.Schemas;

/// <summary>A JSON Schema that NJsonSchema checks.</summary>
internal sealed class ForeignSchema
{
    private readonly JsonSchema schema;

    private ForeignSchema(JsonSchema schema) => this.schema = schema;

    /// <exception cref="FormatException">It is none.</exception>
    public static ForeignSchema Read(string text)
    {
        if (References(JToken.Parse(text)).Any(to => !to.StartsWith('#')))
        {
            throw new FormatException("the schema refers to another document; expected references such as #/$defs/name");
        }

        try
        {
            // It has nothing to wait for: without references to other documents all of it is in the text.
            return new ForeignSchema(JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult());
        }
        catch (Exception thrown) when (thrown is JsonException or InvalidOperationException or ArgumentException
            or FormatException or NotSupportedException or NullReferenceException)
        {
            throw new FormatException($"the schema is no JSON Schema ({thrown.Message})", thrown);
        }
    }

    public void Check(JsonElement arguments, List<SchemaProblem> problems)
    {
        // A date stays the text that it is.
        using var reader = new JsonTextReader(new StringReader(arguments.GetRawText()))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = 64,
        };
        var token = (JObject)JToken.ReadFrom(reader);
        foreach (var absent in token.Properties()
            .Where(field => field.Value.Type == JTokenType.Null && !schema.RequiredProperties.Contains(field.Name))
            .ToList())
        {
            absent.Remove();
        }

        foreach (var error in schema.Validate(token))
        {
            problems.Add(Problem(error));
        }
    }

    private SchemaProblem Problem(ValidationError error)
    {
        var path = (error.Path ?? "").TrimStart('#').TrimStart('/').Replace("/", "", StringComparison.Ordinal);
        var missing = error.Kind == ValidationErrorKind.PropertyRequired;
        var unknown = error.Kind == ValidationErrorKind.NoAdditionalPropertiesAllowed;
        var wrongType = error.Kind is ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected
            or ValidationErrorKind.IntegerExpected or ValidationErrorKind.BooleanExpected
            or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected
            or ValidationErrorKind.NullExpected or ValidationErrorKind.NoTypeValidates;
        return unknown
            ? PlainSchema.Unknown(path, error.Property ?? path, schema.Properties.Keys)
            : new SchemaProblem(path, missing, false, wrongType, missing
                ? $"`{path}` is missing; it is required"
                : $"`{path}` breaks the schema: {error.Kind}");
    }

    private static IEnumerable<string> References(JToken token) =>
        token is JContainer all
            ? all.DescendantsAndSelf().OfType<JProperty>().Where(one => one.Name == "$ref").Select(one => $"{one.Value}")
            : [];
}
