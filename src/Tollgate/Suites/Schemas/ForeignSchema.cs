using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Tollgate.Values;
using JsonException = Newtonsoft.Json.JsonException;

namespace Tollgate.Suites.Schemas;

/// <summary>A JSON Schema that NJsonSchema checks.</summary>
internal sealed class ForeignSchema
{
    // Keywords whose values are no schemas.
    private static readonly string[] Values = ["enum", "const", "default", "examples"];

    private readonly JsonSchema schema;
    private readonly JsonSchemaValidatorSettings settings = new();

    private ForeignSchema(JsonSchema schema, List<IFormatValidator> patterns)
    {
        this.schema = schema;
        patterns.ForEach(settings.AddCustomFormatValidator);
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static ForeignSchema Read(string text)
    {
        try
        {
            var json = JToken.Parse(text);
            if (References(json).Any(to => !to.StartsWith('#')))
            {
                throw new FormatException("the schema refers to another document; expected references such as #/$defs/name");
            }

            var patterns = new List<IFormatValidator>();
            TakePatterns(json, patterns);

            // It has nothing to wait for: without references to other documents all of it is in the text.
            return new ForeignSchema(JsonSchema.FromJsonAsync(json.ToString()).GetAwaiter().GetResult(), patterns);
        }
        catch (Exception thrown) when (thrown is JsonException or InvalidOperationException or ArgumentException
            or NotSupportedException or NullReferenceException or ArithmeticException or InvalidCastException)
        {
            throw new FormatException($"the schema is no JSON Schema ({thrown.Message})", thrown);
        }
    }

    public void Check(JsonElement arguments, List<SchemaProblem> problems)
    {
        try
        {
            problems.AddRange(Problems(arguments));
        }
        catch (Exception thrown) when (thrown is InvalidCastException or ArithmeticException or FormatException
            or ArgumentException or InvalidOperationException or JsonException)
        {
            // Numbers that no .NET type holds, for one.
            problems.Add(new SchemaProblem(
                "", false, false, false, $"the arguments cannot be checked by the schema ({thrown.GetType().Name})"));
        }
    }

    private List<SchemaProblem> Problems(JsonElement arguments)
    {
        // A date stays the text that it is.
        using var reader = new JsonTextReader(new StringReader(arguments.GetRawText()))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = 64,
        };
        var token = (JObject)JToken.ReadFrom(reader);
        RemoveAbsent(token, schema);

        // 3.0 is a whole number to the standard, and a fraction to the library.
        foreach (var number in token.DescendantsAndSelf().OfType<JValue>()
            .Where(value => value.Value is double real && Math.Floor(real) == real && Math.Abs(real) < 1e15).ToList())
        {
            number.Value = (long)(double)number.Value!; // It was just seen to be one.
        }

        // A value of the wrong type breaks most of the other keywords as well; the type is what is wrong with it.
        return [.. schema.Validate(token, settings).SelectMany(Inner).Select(Problem)
            .GroupBy(problem => problem.Path).SelectMany(same => same.Any(one => one.WrongType) ? same.Take(1) : same)];
    }

    // A null for a property that is not required is the same as its absence, at every depth.
    private static void RemoveAbsent(JToken token, JsonSchema schema)
    {
        if (token is JArray items && schema.Item is { } item)
        {
            foreach (var one in items)
            {
                RemoveAbsent(one, item.ActualSchema);
            }
        }

        if (token is JObject fields)
        {
            foreach (var (name, property) in schema.ActualProperties)
            {
                if (fields[name] is { Type: JTokenType.Null } && !schema.RequiredProperties.Contains(name))
                {
                    fields.Remove(name);
                }
                else if (fields[name] is { } value)
                {
                    RemoveAbsent(value, property.ActualSchema);
                }
            }
        }
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

    // The library matches expressions for as long as they take. So each becomes a format of its own, which is checked
    // by what bounds it.
    private static void TakePatterns(JToken json, List<IFormatValidator> patterns)
    {
        if (json is JObject schema && schema.Property("pattern") is { Value.Type: JTokenType.String } pattern)
        {
            var text = pattern.Value.ToString();
            var checks = new PatternFormat($"pattern-{patterns.Count}", Pattern.TryCompile(text, false, out var error)
                ?? throw new FormatException($"the pattern \"{text}\" is no regular expression here ({error})"));
            patterns.Add(checks);
            pattern.Remove();
            if (schema.ContainsKey("format"))
            {
                var all = schema["allOf"] as JArray ?? [];
                all.Add(new JObject { ["format"] = checks.Format });
                schema["allOf"] = all;
            }
            else
            {
                schema["format"] = checks.Format;
            }
        }

        foreach (var inner in json.Children().ToList())
        {
            if (inner is JProperty { Name: "patternProperties" })
            {
                throw new FormatException("the schema has `patternProperties`, which are not checked; expected `properties`, or `additionalProperties` for those without a name");
            }

            if (inner is not JProperty { Name: var name } || !Values.Contains(name))
            {
                TakePatterns(inner, patterns);
            }
        }
    }

    private static IEnumerable<string> References(JToken token) =>
        token is JContainer all
            ? all.DescendantsAndSelf().OfType<JProperty>().Where(one => one.Name == "$ref").Select(one => $"{one.Value}")
            : [];

    private sealed class PatternFormat(string name, Pattern pattern) : IFormatValidator
    {
        public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.PatternMismatch;

        public string Format => name;

        public bool IsValid(string value, JTokenType tokenType) => pattern.IsMatch(value);
    }
}
