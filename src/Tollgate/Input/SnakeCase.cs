namespace Tollgate.Input;

/// <summary>Enumerations as files and reports spell them: <c>RateLimited</c> is <c>rate_limited</c>.</summary>
internal static class SnakeCase
{
    /// <summary>A value's name.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A value's name as words: <c>rate limited</c>.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => Of(value).Replace('_', ' ');

    /// <summary>The value of a name; false where there is none.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Of(candidate) == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The choices, as a sentence's end.</summary>
    public static string Choices<T>()
        where T : struct, Enum => Choices([.. Enum.GetValues<T>().Select(Of)]);

    /// <inheritdoc cref="Choices{T}"/>
    public static string Choices(IReadOnlyList<string> names) =>
        string.Join(", ", names.SkipLast(1)) + " or " + names[^1];
}
