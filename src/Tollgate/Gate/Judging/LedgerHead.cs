namespace Tollgate.Gate.Judging;

/// <summary>
/// The number and hash of an entry. That of a ledger's last entry stands for the whole ledger: a ledger that holds it
/// holds everything that came before it, unchanged. <c>default</c> is the head of a ledger without entries.
/// </summary>
/// <param name="Seq">The entry's number, from 1; 0 where there are no entries.</param>
/// <param name="Hash">The entry's hash: 64 lower-case hexadecimal digits.</param>
public readonly record struct LedgerHead(long Seq, string Hash)
{
    private const int HashDigits = 64;

    /// <summary>What <see cref="Parse"/> expects, for messages.</summary>
    public const string Expected = "the number and the hash of an entry, such as 3:9f2b... with all 64 digits";

    /// <summary>Reads <c>N:HASH</c>; null where the text is anything else.</summary>
    public static LedgerHead? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') is [var number, { Length: HashDigits } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq > 0
            && !hash.AsSpan().ContainsAnyExcept("0123456789abcdef")
            ? new LedgerHead(seq, hash)
            : null;
    }

    /// <summary><c>N:HASH</c>, as commands take it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seq}:{Hash}");
}
