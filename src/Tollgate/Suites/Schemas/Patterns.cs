using System.Text.RegularExpressions;

namespace Tollgate.Suites.Schemas;

/// <summary>Regular expressions that users write: matched in time linear in the text, whatever they are.</summary>
internal static class Patterns
{
    private const int Longest = 2_000;

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
                pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
                    | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
        }
        catch (Exception thrown) when (thrown is ArgumentException or NotSupportedException)
        {
            // The runtime's sentence, without what would take us over a line.
            error = thrown.Message.Split('\n')[0].TrimEnd('.');
            return null;
        }
    }
}
