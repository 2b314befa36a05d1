using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>Telephone numbers, in digits or digit by digit in words. The form is the digits.</summary>
internal static class PhoneRule
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    public static void Find(FactFinder finder)
    {
        var tokens = finder.Tokens;
        var digits = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            digits.Clear();
            var end = i;
            while (end < tokens.Count && finder.IsFree(end, end + 1) && IsDigits(tokens[end].Word))
            {
                var before = digits.Length;
                var read = NumberWords.ReadSpelled(tokens, end, digits);
                if (read == 0 && digits.Length == before)
                {
                    break;
                }

                var last = end + Math.Max(1, read) - 1;
                end = Math.Min(last + 1, tokens.Count);
                if (tokens[end - 1].Stop is '.' or '?' or '!' or ';')
                {
                    break;
                }
            }

            if (digits.Length is >= MinDigits and <= MaxDigits && finder.IsFree(i, end))
            {
                finder.Add(FactKind.Phone, digits.ToString(), i, end);
            }

            i = Math.Max(i, end - 1);
        }
    }

    private static bool IsDigits(string word) =>
        word is "double" or "triple" or "oh" || (NumberWords.IsNumberWord(word) && word is not ("hundred" or "thousand"))
        || word.AsSpan().IndexOfAnyExcept("0123456789-.()+/") < 0;
}
