using System.Runtime.InteropServices;

namespace Tollgate.Values;

/// <summary>
/// Whether two values mean the same. Symmetric in its two values but for patterns. Deterministic; safe for concurrent
/// use; its time is bounded whatever the values are.
/// </summary>
internal static class ValueComparer
{
    /// <summary>Values whose JSON is longer than that many bytes are the same only where their bytes are.</summary>
    public const int MaxBytes = 64 * 1024;

    // No date, number or telephone number is longer; reading one may take time quadratic in its length.
    private const int MaxReadCharacters = 1_000;

    /// <summary>
    /// Whether <paramref name="given"/> means what <paramref name="expected"/> means. JSON types must agree first: the
    /// text "1" is not the number 1, and true is not 1. An undefined or null value equals a null alone.
    /// </summary>
    /// <param name="expected">What is right; for <see cref="ValueKind.Pattern"/> a regular expression.</param>
    /// <param name="given">What was given; <c>default</c> where it is absent.</param>
    /// <param name="rule">What the values mean.</param>
    /// <param name="now">The day and the time of the call, for values that leave the year or the day out.</param>
    public static bool Same(JsonElement expected, JsonElement given, ValueRule rule, DateTime now)
    {
        if (IsNull(expected) || IsNull(given))
        {
            return IsNull(expected) && IsNull(given);
        }

        if (rule.Kind == ValueKind.Any)
        {
            return true;
        }

        var left = JsonMarshal.GetRawUtf8Value(expected);
        var right = JsonMarshal.GetRawUtf8Value(given);
        if (left.Length > MaxBytes || right.Length > MaxBytes)
        {
            return left.SequenceEqual(right);
        }

        if (rule.Kind == ValueKind.Pattern)
        {
            return PatternValue.Matches(expected, given);
        }

        return TypeOf(expected) == TypeOf(given) && TypeOf(expected) switch
        {
            JsonValueKind.String => SameText(expected.GetString()!, given.GetString()!, rule, now),
            JsonValueKind.Number => rule.Kind == ValueKind.Phone
                ? left.SequenceEqual(right)
                : NumberValue.Same(expected, given, rule.Tolerance),
            JsonValueKind.True => expected.ValueKind == given.ValueKind,
            JsonValueKind.Array => rule.Kind == ValueKind.Set
                ? ListValue.SameSet(expected, given, rule.Items ?? ValueRule.Text, now)
                : ListValue.SameList(expected, given, rule.Items ?? ValueRule.Text, now),
            _ => ObjectValue.Same(expected, given, rule, now),
        };
    }

    /// <summary>Whether a value is one of those that are expected.</summary>
    public static bool Meets(ExpectedValue expected, JsonElement given, DateTime now)
    {
        if (expected.AnyOf.Count == 0)
        {
            return expected.Rule.Kind == ValueKind.Any && !IsNull(given);
        }

        foreach (var right in expected.AnyOf)
        {
            if (Same(right, given, expected.Rule, now))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsNull(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    // What cannot be read as its kind compares as text: two values that a person would take for the same still are.
    private static bool SameText(string expected, string given, ValueRule rule, DateTime now) => rule.Kind switch
    {
        ValueKind.Enum => string.Equals(expected, given, StringComparison.Ordinal),
        ValueKind.Email => string.Equals(
            expected.Trim().ToLowerInvariant(), given.Trim().ToLowerInvariant(), StringComparison.Ordinal),
        ValueKind.Code => CodeValue.Same(expected, given),
        _ when Math.Max(expected.Length, given.Length) > MaxReadCharacters => TextValue.Same(expected, given),
        ValueKind.Number => NumberValue.Same(expected, given, rule.Tolerance),
        ValueKind.Boolean => BooleanValue.Same(expected, given),
        ValueKind.Date => DateValue.Same(expected, given, now),
        ValueKind.Time => TimeValue.Same(expected, given),
        ValueKind.DateTime => DateTimeValue.Same(expected, given, now),
        ValueKind.Phone => PhoneValue.Same(expected, given),
        ValueKind.Money => MoneyValue.Same(expected, given, rule.Tolerance),
        _ => TextValue.Same(expected, given),
    };

    private static JsonValueKind TypeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
}
