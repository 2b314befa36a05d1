using Tollgate.Values;

namespace Tollgate.Suites.Schemas;

/// <summary>A JSON Schema of the keywords that nearly all tools have, checked in place.</summary>
internal sealed class PlainSchema
{
    private readonly string[] types;
    private readonly JsonElement[]? values;
    private readonly Dictionary<string, PlainSchema> properties = new(StringComparer.Ordinal);
    private readonly string[] required;
    private readonly bool open = true;
    private readonly PlainSchema? others;
    private readonly PlainSchema? items;
    private readonly string? format;
    private readonly Pattern? pattern;
    private readonly Bounds bounds;

    private PlainSchema(JsonElement json)
    {
        types = Texts(json, "type");
        required = Texts(json, "required");
        values = json.TryGetProperty("enum", out var list) ? [.. list.EnumerateArray()]
            : json.TryGetProperty("const", out var only) ? [only] : null;
        if (json.TryGetProperty("properties", out var fields))
        {
            foreach (var field in fields.EnumerateObject())
            {
                properties[field.Name] = new PlainSchema(field.Value);
            }
        }

        if (json.TryGetProperty("additionalProperties", out var more))
        {
            open = more.ValueKind != JsonValueKind.False;
            others = more.ValueKind == JsonValueKind.Object ? new PlainSchema(more) : null;
        }

        items = json.TryGetProperty("items", out var one) ? new PlainSchema(one) : null;
        format = json.TryGetProperty("format", out var name) ? name.GetString() : null;
        pattern = json.TryGetProperty("pattern", out var text) ? Pattern.TryCompile(text.GetString()!, false) : null;
        bounds = new Bounds(json);
    }

    /// <summary>Null where the schema has keywords that are not among the plain ones.</summary>
    public static PlainSchema? TryRead(JsonElement schema) =>
        PlainKeywords.Suffice(schema) ? new PlainSchema(schema) : null;

    public static SchemaProblem WrongType(string path, JsonElement found, string expected) =>
        new(path, false, false, true, $"{Named(path)}found {Shown(found)}; expected {expected}");

    public static string Shown(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => text.Length <= 60 ? text : text[..57] + "...",
        };
    }

    public void Check(JsonElement value, string path, List<SchemaProblem> problems)
    {
        if (types.Length > 0 && !types.Any(type => Is(value, type)))
        {
            problems.Add(WrongType(path, value, string.Join(" or ", types.Select(Name))));
            return;
        }

        if (values is not null && !values.Any(one => JsonElement.DeepEquals(one, value)))
        {
            Add($"expected one of {string.Join(", ", values.Take(12).Select(Shown))}");
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            CheckText(value.GetString()!);
        }

        if (bounds.Broken(value) is { } bound)
        {
            Add("expected " + bound);
        }

        CheckFields(value, path, problems);
        CheckItems(value, path, problems);
        return;

        void Add(string expected) => problems.Add(new SchemaProblem(
            path, false, false, false, $"{Named(path)}found {Shown(value)}; {expected}"));

        void CheckText(string text)
        {
            if (format is not null && Formats.Expected(format, text) is { } expected)
            {
                Add("expected " + expected);
            }

            if (pattern?.IsMatch(text) == false)
            {
                Add($"expected what {pattern} matches");
            }
        }
    }

    private void CheckFields(JsonElement value, string path, List<SchemaProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var name in required)
        {
            if (!value.TryGetProperty(name, out _))
            {
                var inner = Join(path, name);
                problems.Add(new SchemaProblem(inner, true, false, false, $"`{inner}` is missing; it is required"));
            }
        }

        foreach (var field in value.EnumerateObject())
        {
            var inner = Join(path, field.Name);
            if (properties.TryGetValue(field.Name, out var schema))
            {
                if (field.Value.ValueKind != JsonValueKind.Null || required.Contains(field.Name))
                {
                    schema.Check(field.Value, inner, problems);
                }
            }
            else if (!open)
            {
                problems.Add(Unknown(inner, field.Name, properties.Keys));
            }
            else
            {
                others?.Check(field.Value, inner, problems);
            }
        }
    }

    private void CheckItems(JsonElement value, string path, List<SchemaProblem> problems)
    {
        if (items is null || value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            items.Check(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"), problems);
        }
    }

    public static SchemaProblem Unknown(string path, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var hint = Tollgate.Input.Suggestions.Nearest(name, names) is { } nearest ? $"did you mean `{nearest}`?"
            : names.Count == 0 ? "expected none" : $"expected one of {string.Join(", ", names)}";
        return new SchemaProblem(path, false, true, false, $"there is no argument `{path}`; {hint}");
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number
            && (value.TryGetInt64(out _) || (value.TryGetDouble(out var number) && Math.Floor(number) == number)),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.Null,
    };

    private static string Name(string type) => type switch
    {
        "string" => "a text",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        _ => "null",
    };

    private static string[] Texts(JsonElement json, string key) =>
        !json.TryGetProperty(key, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => one.GetString()!)]
        : [value.GetString()!]; // PlainKeywords has seen that they are texts.

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static string Named(string path) => path.Length == 0 ? "" : $"`{path}`: ";
}
