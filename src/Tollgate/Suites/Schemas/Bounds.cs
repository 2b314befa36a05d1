namespace Tollgate.Suites.Schemas;

/// <summary>The keywords of a JSON Schema that bound a number, a text's length or a list's.</summary>
internal readonly struct Bounds(JsonElement json)
{
    private readonly double? minimum = Number(json, "minimum");
    private readonly double? maximum = Number(json, "maximum");
    private readonly double? above = Number(json, "exclusiveMinimum");
    private readonly double? below = Number(json, "exclusiveMaximum");
    private readonly double? shortest = Number(json, "minLength");
    private readonly double? longest = Number(json, "maxLength");
    private readonly double? fewest = Number(json, "minItems");
    private readonly double? most = Number(json, "maxItems");

    /// <summary>What the value should have been; null where it is within all bounds.</summary>
    public string? Broken(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out var number)
            ? Outside(number, minimum, maximum, "") ?? Beyond(number)
            : "a number that is not beyond all bounds",
        JsonValueKind.String when shortest is not null || longest is not null =>
            Outside(new StringInfo(value.GetString()!).LengthInTextElements, shortest, longest, " characters"),
        JsonValueKind.Array => Outside(value.GetArrayLength(), fewest, most, " items"),
        _ => null,
    };

    private string? Beyond(double number) =>
        number <= above ? Said($"more than {above}")
        : number >= below ? Said($"less than {below}")
        : null;

    private static string? Outside(double number, double? from, double? to, string unit) =>
        number < from ? Said($"{from}{unit} or more")
        : number > to ? Said($"{to}{unit} or less")
        : null;

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double? Number(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) ? value.GetDouble() : null;
}
