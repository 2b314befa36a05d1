namespace Tollgate.Values;

/// <summary>Codes such as a confirmation number: case, spaces and dashes are folded; every digit and letter
/// counts.</summary>
internal static class CodeValue
{
    public static bool Same(string a, string b) => string.Equals(Fold(a), Fold(b), StringComparison.Ordinal);

    // A code of nothing but dashes stays what it is: it must not equal the empty text.
    private static string Fold(string text)
    {
        var plain = TextValue.Fold(text);
        if (!plain.AsSpan().ContainsAny(' ', '-'))
        {
            return plain;
        }

        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (c is not (' ' or '-'))
            {
                folded.Append(c);
            }
        }

        return folded.Length > 0 ? folded.ToString() : plain;
    }
}
