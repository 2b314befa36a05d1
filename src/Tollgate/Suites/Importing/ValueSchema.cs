namespace Tollgate.Suites.Importing;

/// <summary>The JSON Schema that values have in common, where a data set has none.</summary>
internal static class ValueSchema
{
    /// <param name="values">The values; not empty.</param>
    public static OrderedDictionary<string, object> Of(IReadOnlyList<JsonElement> values)
    {
        var kinds = values.Select(TypeOf).Where(type => type != "null").Distinct().ToList();
        var type = kinds is ["integer", "number"] or ["number", "integer"] ? "number" : kinds.FirstOrDefault() ?? "string";
        var schema = new OrderedDictionary<string, object> { ["type"] = new YamlText.Plain(type) };
        if (type == "array")
        {
            var items = values.Where(value => value.ValueKind == JsonValueKind.Array)
                .SelectMany(value => value.EnumerateArray()).ToList();
            if (items.Count > 0)
            {
                schema["items"] = Of(items);
            }
        }
        else if (type == "object")
        {
            var objects = values.Where(value => value.ValueKind == JsonValueKind.Object).ToList();
            schema["properties"] = new OrderedDictionary<string, object>(objects.SelectMany(one => one.EnumerateObject())
                .GroupBy(one => one.Name)
                .Select(one => KeyValuePair.Create(one.Key, (object)Of([.. one.Select(field => field.Value)]))));
        }

        return schema;
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
        _ => "string",
    };
}
