using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>E-mail addresses, written (<c>jo.e@x.com</c>) or spoken ("jo dot e at x dot com").</summary>
internal static class EmailRule
{
    public static void Find(FactFinder finder)
    {
        var tokens = finder.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            var at = word.IndexOf('@', StringComparison.Ordinal);
            if (at > 0 && word.IndexOf('.', at) > at + 1)
            {
                finder.Add(FactKind.Email, word, i, i + 1);
            }
            else if (word == "at" && i > 0)
            {
                Spoken(finder, i);
            }
        }
    }

    private static void Spoken(FactFinder finder, int at)
    {
        var tokens = finder.Tokens;
        var end = at + 1;
        var dots = 0;
        while (end + 2 < tokens.Count && tokens[end + 1].Word == "dot")
        {
            end += 2;
            dots++;
        }

        if (dots == 0 || !finder.IsFree(at - 1, end + 1))
        {
            return;
        }

        var start = at - 1;
        while (start >= 2 && tokens[start - 1].Word is ("dot" or "underscore" or "dash"))
        {
            start -= 2;
        }

        // "f, a, r, i, d, dot, r": the part before the first dot may be spelled.
        var spelled = start;
        while (spelled > 0 && IsLetter(tokens[spelled]) && IsLetter(tokens[spelled - 1])
            && finder.IsFree(spelled - 1, spelled))
        {
            spelled--;
        }

        start = spelled;

        var address = new StringBuilder();
        for (var i = start; i <= end; i++)
        {
            address.Append(tokens[i].Word switch
            {
                "at" => "@",
                "dot" => ".",
                "underscore" => "_",
                "dash" => "-",
                var word => word,
            });
        }

        finder.Add(FactKind.Email, address.ToString(), start, end + 1);
    }

    private static bool IsLetter(Token token) => token.Word.Length == 1 && char.IsAsciiLetter(token.Word[0]);
}
