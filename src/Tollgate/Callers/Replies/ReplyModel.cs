using System.IO.Compression;

namespace Tollgate.Callers.Replies;

/// <summary>
/// Weights of what speaks for a reply: a conditional logit over the replies that a caller could make. Sums of whole
/// numbers, so that every machine comes to the same. Immutable.
/// </summary>
internal sealed class ReplyModel(sbyte[] weights)
{
    /// <summary>How many weights there are, as a power of two.</summary>
    public const int Bits = 20;

    private static readonly Lazy<ReplyModel> Learned = new(static () =>
    {
        using var stream = typeof(ReplyModel).Assembly.GetManifestResourceStream("reply-weights.br")!; // Embedded.
        using var whole = new BrotliStream(stream, CompressionMode.Decompress);
        var bytes = new byte[1 << Bits];
        whole.ReadExactly(bytes);
        return new ReplyModel(Array.ConvertAll(bytes, static one => (sbyte)one));
    });

    /// <summary>
    /// What was learned from written and recorded turns by <c>bench/answers</c>.
    /// </summary>
    public static ReplyModel Shipped => Learned.Value;

    /// <summary>The weight at a place.</summary>
    public int this[int place] => weights[place];

    /// <summary>The sum of the weights at these places.</summary>
    public int Score(List<int> places) => places.Sum(place => weights[place]);

    /// <summary>Where the weight of a feature is for a kind of reply.</summary>
    public static int Place(ulong feature, ulong kind)
    {
        var mixed = (feature ^ (kind * 0x9E3779B97F4A7C15UL)) * 0xFF51AFD7ED558CCDUL;
        mixed ^= mixed >> 32;
        return (int)((mixed * 0xC4CEB9FE1A85EC53UL) >> (64 - Bits));
    }
}
