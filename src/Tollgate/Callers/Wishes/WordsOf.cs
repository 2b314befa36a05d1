namespace Tollgate.Callers.Wishes;

/// <summary>Finds words in words.</summary>
internal static class WordsOf
{
    /// <summary>As words of their own, whatever their case: "one" stands in no "someone".</summary>
    public static bool Contain(string words, string value)
    {
        // "One hundred and nine" is "one hundred nine".
        words = words.Contains("hundred and ", StringComparison.OrdinalIgnoreCase)
            ? words.Replace("hundred and ", "hundred ", StringComparison.OrdinalIgnoreCase) : words;
        for (var at = 0; value.Length > 0
            && (at = words.IndexOf(value, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1]))
                && (end == words.Length || !char.IsLetterOrDigit(words[end])))
            {
                return true;
            }
        }

        return false;
    }
}
