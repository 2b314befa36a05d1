using System.Text.RegularExpressions;

namespace Tollgate.Suites.Schemas;

/// <summary>Regular expressions that users write: what they cost to match is bounded, whatever they are.</summary>
/// <remarks>
/// The runtime's engine without backtracking takes some 3 ms to build one, which for a suite of thousands is seconds.
/// So one that could not backtrack much is built for the other engine, which matches the same.
/// </remarks>
internal static class Patterns
{
    private const int Longest = 2_000;

    // An alternative or an option may double the ways to go through a text; a repetition adds one for each character.
    private const int MostWays = 12;
    private const int WaysOfRepetition = 6;

    /// <summary>Null where it does not compile.</summary>
    public static Regex? TryCompile(string pattern, bool ignoreCase) => TryCompile(pattern, ignoreCase, out _);

    /// <inheritdoc cref="TryCompile(string, bool)"/>
    public static Regex? TryCompile(string pattern, bool ignoreCase, out string error)
    {
        error = $"it is longer than {Longest} characters";
        if (pattern.Length > Longest)
        {
            return null;
        }

        try
        {
            return new Regex(
                pattern, RegexOptions.CultureInvariant
                    | (BacktracksLittle(pattern) ? RegexOptions.None : RegexOptions.NonBacktracking)
                    | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
        }
        catch (Exception thrown) when (thrown is ArgumentException or NotSupportedException)
        {
            // The runtime's sentence, without what would take us over a line.
            error = thrown.Message.Split('\n')[0].TrimEnd('.');
            return null;
        }
    }

    /// <summary>
    /// Whether going back costs little: few alternatives and options, at most two repetitions and those of one
    /// character, and nothing that the engine without backtracking refuses.
    /// </summary>
    internal static bool BacktracksLittle(string pattern)
    {
        var ways = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            switch (pattern[i])
            {
                case '\\' when next is '\0' or 'k' or 'G' || char.IsAsciiDigit(next):
                case '[' when !SkipClass(pattern, ref i):
                case '(' when next == '?' && string.CompareOrdinal(pattern, i, "(?:", 0, 3) != 0
                    && (i > 0 || !pattern.StartsWith("(?i)", StringComparison.Ordinal)):
                case '*' or '+' when i == 0 || pattern[i - 1] == ')':
                case '{':
                    return false;
                case '\\':
                    i++;
                    break;
                case '(' when next == '?':
                    i += 2;
                    break;
                case '*' or '+':
                    ways += WaysOfRepetition;
                    break;
                case '?' or '|':
                    ways++;
                    break;
            }
        }

        return ways <= MostWays;
    }

    // To the bracket that closes a class; false where it is more than a list of characters.
    private static bool SkipClass(string pattern, ref int i)
    {
        var first = i + (i + 1 < pattern.Length && pattern[i + 1] == '^' ? 2 : 1);
        for (var at = first; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
            {
                at++;
            }
            else if (pattern[at] == '[')
            {
                return false;
            }
            else if (pattern[at] == ']' && at > first)
            {
                i = at;
                return true;
            }
        }

        return false;
    }
}
