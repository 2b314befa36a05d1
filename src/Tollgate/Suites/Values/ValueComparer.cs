using System.Text.Json;

namespace Tollgate.Suites.Values;

/// <summary>Whether two values mean the same.</summary>
public static class ValueComparer
{
    /// <summary>
    /// Whether <paramref name="given"/> means what <paramref name="expected"/> means. JSON types must agree first: the
    /// text "1" is not the number 1, and true is not 1. An undefined or null value equals a null alone.
    /// </summary>
    /// <param name="expected">What is right; for <see cref="ValueKind.Pattern"/> a regular expression.</param>
    /// <param name="given">What was given; <c>default</c> where it is absent.</param>
    /// <param name="rule">What the values mean.</param>
    /// <param name="now">The day and the time of the call, for values that leave the year or the day out.</param>
    public static bool Same(JsonElement expected, JsonElement given, ValueRule rule, DateTime now) =>
        throw new NotImplementedException();

    /// <summary>Whether a value is one of those that are expected.</summary>
    public static bool Meets(ExpectedValue expected, JsonElement given, DateTime now) =>
        throw new NotImplementedException();
}
