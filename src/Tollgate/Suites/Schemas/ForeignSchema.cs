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

        // 3.0 is a whole number to the standard, and a fraction to the library.
        foreach (var number in token.DescendantsAndSelf().OfType<JValue>()
            .Where(value => value.Value is double real && Math.Floor(real) == real && Math.Abs(real) < 1e15).ToList())
        {
            number.Value = (long)(double)number.Value!; // It was just seen to be one.
        }

        problems.AddRange(schema.Validate(token).SelectMany(Inner).Select(Problem));
    }

    // What is wrong with an item, not that something is; of alternatives there is no telling which was meant.
    private static IEnumerable<ValidationError> Inner(ValidationError error) =>
        error is ChildSchemaValidationError child && error.Kind is ValidationErrorKind.ArrayItemNotValid
            or ValidationErrorKind.AdditionalPropertiesNotValid
            ? child.Errors.Values.SelectMany(inner => inner).SelectMany(Inner)
            : [error];

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
