namespace Tollgate.Values;

/// <summary>Objects field by field; an absent field equals an explicit null.</summary>
internal static class ObjectValue
{
    public static bool Same(JsonElement expected, JsonElement given, ValueRule rule, DateTime now)
    {
        foreach (var field in expected.EnumerateObject())
        {
            given.TryGetProperty(field.Name, out var other);
            if (!ValueComparer.Same(field.Value, other, RuleOf(field.Name, rule), now))
            {
                return false;
            }
        }

        foreach (var field in given.EnumerateObject())
        {
            if (!ValueComparer.IsNull(field.Value) && !expected.TryGetProperty(field.Name, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static ValueRule RuleOf(string field, ValueRule rule) =>
        rule.Fields.TryGetValue(field, out var own) ? own : ValueRule.Text;
}
