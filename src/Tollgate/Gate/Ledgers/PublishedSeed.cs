using System.Buffers.Binary;
using System.Security.Cryptography;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>
/// The seed that follows from a publication. Nobody knows the publication's hash before it is appended, so nobody can
/// have tried seeds until one favours a side.
/// </summary>
internal static class PublishedSeed
{
    /// <summary>The largest seed: beyond it, JSON readers that hold numbers as doubles would round.</summary>
    public const ulong Max = Rubric.MaxSeed;

    /// <summary>The highest part; a sequential design has far fewer looks.</summary>
    public const int MaxPart = 1_000;

    /// <summary>
    /// The first eight bytes of SHA-256 over the ASCII text <c>tollgate seed BASE PART</c>, as a big-endian number
    /// without its eleven highest bits. BASE is the hash of the publication's entry, or the rubric's own seed, of
    /// which part 1 is that seed itself.
    /// </summary>
    /// <param name="rubric">The rubric.</param>
    /// <param name="publication">The entry that published it.</param>
    /// <param name="part">From 1.</param>
    public static ulong Of(Rubric rubric, LedgerEntry publication, int part)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentOutOfRangeException.ThrowIfLessThan(part, 1);
        return rubric.Seed is not { } own ? Derive(publication.Hash, part)
            : part == 1 ? own
            : Derive(own.ToString(CultureInfo.InvariantCulture), part);
    }

    private static ulong Derive(string from, int part)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"tollgate seed {from} {part}");
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(text))) & Max;
    }
}
