namespace Tollgate.Values;

/// <summary>Yes and no, where a schema has them as texts. JSON's own true and false never come here.</summary>
internal static class BooleanValue
{
    public static bool Same(string a, string b)
    {
        var (left, right) = (TextValue.Fold(a), TextValue.Fold(b));
        return (Parse(left), Parse(right)) switch
        {
            ({ } x, { } y) => x == y,
            _ => string.Equals(left, right, StringComparison.Ordinal),
        };
    }

    private static bool? Parse(string folded) => folded switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        _ => null,
    };
}
