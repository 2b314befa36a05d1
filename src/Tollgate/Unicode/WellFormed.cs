using System.Text.Unicode;

namespace Tollgate.Unicode;

/// <summary>
/// Makes text from outside well-formed where it enters: JSON lets half a surrogate pair stand as an escape
/// (<c>\ud800</c>; RFC 8259, 8.2, calls what follows unpredictable), and servers send bytes that are no UTF-8. Both
/// become U+FFFD, the replacement character, so that nothing behind the entrance can throw.
/// </summary>
internal static class WellFormed
{
    private const int EscapeLength = 6;

    /// <summary>
    /// The JSON document with every unpaired surrogate escape, and every byte that is no UTF-8, replaced by U+FFFD. It
    /// is the same span where nothing is wrong, which costs one vectorised pass.
    /// </summary>
    /// <param name="utf8">A JSON document, or what was sent as one.</param>
    /// <param name="scratch">Where the mended document lies if one had to be made; grows as needed.</param>
    public static ReadOnlySpan<byte> Json(ReadOnlySpan<byte> utf8, ref byte[] scratch)
    {
        var isUtf8 = Utf8.IsValid(utf8);
        if (isUtf8 && NextSurrogate(utf8, 0) < 0)
        {
            return utf8;
        }

        if (!isUtf8)
        {
            scratch = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));
        }
        else
        {
            if (scratch.Length < utf8.Length)
            {
                scratch = new byte[utf8.Length * 2];
            }

            utf8.CopyTo(scratch);
        }

        var mended = scratch.AsSpan(0, isUtf8 ? utf8.Length : scratch.Length);
        MendSurrogates(mended);
        return mended;
    }

    /// <inheritdoc cref="Json(ReadOnlySpan{byte},ref byte[])"/>
    public static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> utf8)
    {
        byte[] scratch = [];
        var mended = Json(utf8.Span, ref scratch);
        return scratch.Length == 0 ? utf8 : scratch.AsMemory(0, mended.Length);
    }

    /// <inheritdoc cref="Json(ReadOnlySpan{byte},ref byte[])"/>
    public static ReadOnlyMemory<byte> Json(string text) =>
        Json((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text));

    /// <summary>The text with U+FFFD in the place of every surrogate that has no partner.</summary>
    public static string Text(string text)
    {
        var from = 0;
        StringBuilder? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            mended = (mended ?? new StringBuilder(text.Length)).Append(text, from, i - from).Append('\uFFFD');
            from = i + 1;
        }

        return mended is null ? text : mended.Append(text, from, text.Length - from).ToString();
    }

    private static void MendSurrogates(Span<byte> json)
    {
        for (var at = NextSurrogate(json, 0); at >= 0; at = NextSurrogate(json, at))
        {
            var isPair = IsHigh(json[at..]) && IsLow(json[(at + EscapeLength)..]);
            if (!isPair)
            {
                "\\ufffd"u8.CopyTo(json[at..]);
            }

            at += isPair ? 2 * EscapeLength : EscapeLength;
        }
    }

    // Where the next escape of a surrogate begins, from a place that is not inside an escape; -1 for none. A backslash
    // escapes whatever follows it, so that "\\ud800" is a backslash and five letters.
    private static int NextSurrogate(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length)
        {
            var offset = json[from..].IndexOf((byte)'\\');
            if (offset < 0)
            {
                return -1;
            }

            from += offset;
            if (IsHigh(json[from..]) || IsLow(json[from..]))
            {
                return from;
            }

            from += 2;
        }

        return -1;
    }

    private static bool IsHigh(ReadOnlySpan<byte> escape) => IsSurrogate(escape, "89ab"u8, "AB"u8);

    private static bool IsLow(ReadOnlySpan<byte> escape) => IsSurrogate(escape, "cdef"u8, "CDEF"u8);

    private static bool IsSurrogate(ReadOnlySpan<byte> escape, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper) =>
        escape.Length >= EscapeLength && escape[0] == '\\' && escape[1] == 'u' && (escape[2] | 0x20) == 'd'
        && (lower.Contains(escape[3]) || upper.Contains(escape[3]))
        && char.IsAsciiHexDigit((char)escape[4]) && char.IsAsciiHexDigit((char)escape[5]);
}
