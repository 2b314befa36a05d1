using System.Text.RegularExpressions;

namespace Tollgate.Values;

/// <summary>
/// A regular expression that a user wrote. What it costs to match is bounded, whatever it is and whatever a model
/// wrote: where going back takes too long, an engine that never goes back takes over, which matches the same in time
/// that is linear in the text. Immutable but for that; safe for concurrent use.
/// </summary>
/// <remarks>
/// The engine without backtracking takes some 3 to 30 ms to build one, which for a suite of thousands is too long, and
/// the other hardly ever takes long.
/// </remarks>
internal sealed class Pattern
{
    private const int MaxLength = 2_000;
    private static readonly TimeSpan MaxGoingBack = TimeSpan.FromMilliseconds(20);

    private readonly string text;
    private readonly RegexOptions options;
    private readonly Regex? backtracking;
    private Regex? linear;

    private Pattern(string text, bool ignoreCase)
    {
        this.text = text;
        options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        if (IsPlain(text))
        {
            backtracking = new Regex(text, options, MaxGoingBack);
        }
        else
        {
            linear = Linear();
        }
    }

    /// <summary>The engine that never goes back is at work: it was needed, or the text asks for it.</summary>
    internal bool IsLinear => Volatile.Read(ref linear) is not null;

    /// <summary>Null where it does not compile.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="ignoreCase">Small letters and capitals are the same.</param>
    /// <param name="error">Why it does not.</param>
    public static Pattern? TryCompile(string text, bool ignoreCase, out string error)
    {
        error = $"it is longer than {MaxLength} characters";
        if (text.Length > MaxLength)
        {
            return null;
        }

        try
        {
            return new Pattern(text, ignoreCase);
        }
        catch (NotSupportedException thrown)
        {
            error = Unsupported(thrown.Message);
        }
        catch (ArgumentException thrown)
        {
            // The runtime's sentence, without what would take us over a line.
            error = thrown.Message.Split('\n')[0].TrimEnd('.');
        }

        return null;
    }

    /// <inheritdoc cref="TryCompile(string, bool, out string)"/>
    public static Pattern? TryCompile(string text, bool ignoreCase) => TryCompile(text, ignoreCase, out _);

    /// <summary>Whether it matches somewhere.</summary>
    public bool IsMatch(string given)
    {
        if (Volatile.Read(ref linear) is { } known)
        {
            return known.IsMatch(given);
        }

        try
        {
            return backtracking!.IsMatch(given); // There is one of the two.
        }
        catch (RegexMatchTimeoutException)
        {
            var built = Linear();
            Volatile.Write(ref linear, built);
            return built.IsMatch(given);
        }
    }

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => text;

    private Regex Linear() => new(text, options | RegexOptions.NonBacktracking);

    // "... not supported in conjunction with expressions containing: 'positive lookahead (?= ) ...'."
    private static string Unsupported(string message)
    {
        var at = message.IndexOf("containing: '", StringComparison.Ordinal);
        return at >= 0 && message.LastIndexOf('\'') is var end && end > at + 13
            ? $"a {message[(at + 13)..end]} could take forever to match"
            : "it is too large: a repetition such as {500} counts 500 times";
    }

    // Surely nothing that the engine without backtracking refuses, so that it need not be built to be asked.
    private static bool IsPlain(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            switch (pattern[i])
            {
                case '\\' when next is '\0' or 'k' or 'G' || char.IsAsciiDigit(next):
                case '[' when !SkipClass(pattern, ref i):
                case '(' when next == '?' && string.CompareOrdinal(pattern, i, "(?:", 0, 3) != 0
                    && (i > 0 || !pattern.StartsWith("(?i)", StringComparison.Ordinal)):
                case '{':
                    return false;
                case '\\':
                    i++;
                    break;
                case '(' when next == '?':
                    i += 2;
                    break;
            }
        }

        return true;
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
