namespace Tollgate.Simulator.Engine;

/// <summary>
/// The words that simulated models say: one passage, cut into tokens of four to five characters, told from the
/// beginning again when it ends. It needs no JSON escapes, has clause ends for whoever speaks it, and some characters
/// of more than one byte.
/// </summary>
internal static class TokenText
{
    private const string Passage =
        " Certainly, I can help you with that. Let me look at your account for a moment, and then we go through the" +
        " options one by one. Your last booking was for two people at the café on the corner, at half past seven; it" +
        " is still open, so nothing is lost. If you would rather come on another day, that is no trouble at all: the" +
        " earliest free table is on Thursday, and there is one more on Sunday evening. The price stays the same," +
        " twelve pounds for each person, and you may cancel until noon of the day before. Would you like me to" +
        " change it now, or should I send you a message first? Either way, I keep the old one until you have said" +
        " yes. There is one thing that you ought to know — the kitchen closes early on Sundays, so please tell us" +
        " when you are going to be late. Thank you for waiting; here is what I found.";

    private static readonly byte[][] Tokens = [.. Cut(Passage).Select(Encoding.UTF8.GetBytes)];
    private static readonly int[] Lengths = [.. Cut(Passage).Select(token => token.EnumerateRunes().Count())];

    /// <summary>The UTF-8 of the token at <paramref name="index"/>, which may be any number from 0 up.</summary>
    public static ReadOnlySpan<byte> Utf8(int index) => Tokens[index % Tokens.Length];

    /// <summary>Its code points.</summary>
    public static int CodePoints(int index) => Lengths[index % Lengths.Length];

    /// <summary>The text of <paramref name="count"/> tokens.</summary>
    public static string Join(int count)
    {
        var text = new StringBuilder(count * 5);
        for (var i = 0; i < count; i++)
        {
            text.Append(Encoding.UTF8.GetString(Utf8(i)));
        }

        return text.ToString();
    }

    // Words with the space before them, as providers' tokenizers cut; long ones in two.
    private static List<string> Cut(string passage)
    {
        var tokens = new List<string>();
        foreach (var word in passage.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var token = " " + word;
            if (token.Length > 7)
            {
                tokens.Add(token[..(token.Length / 2)]);
                token = token[(token.Length / 2)..];
            }

            tokens.Add(token);
        }

        return tokens;
    }
}
