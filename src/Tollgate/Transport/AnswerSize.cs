using Tollgate.Exchanges;

namespace Tollgate.Transport;

/// <summary>
/// The bounds of one answer's body, far above any sane one: 100,000 tokens with 300 bytes of JSON around each are
/// 30 MB, and such a stream is compressed to a twentieth at best. Not thread-safe.
/// </summary>
internal sealed class AnswerSize
{
    /// <summary>The most bytes of a body, without codings.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>The most bytes that one byte of a coded body may stand for, beyond the first mebibyte.</summary>
    public const int MaxRatio = 200;

    private const long FreeBytes = 1024 * 1024;

    private long bytes;

    /// <summary>So many bytes came, without codings.</summary>
    /// <param name="count">How many.</param>
    /// <param name="codedBytes">How many coded ones they and those before them were; null for no coding.</param>
    /// <returns>The failure that it is; null while it is sane.</returns>
    public Failure? Add(int count, long? codedBytes = null)
    {
        bytes += count;
        if (bytes > MaxBytes)
        {
            return TooLarge($"the answer is larger than {MaxBytes / 1024 / 1024} MiB");
        }

        return codedBytes is { } coded && bytes > FreeBytes && bytes > coded * MaxRatio
            ? TooLarge($"the answer is compressed more than {MaxRatio} to 1: {coded} bytes are more than {bytes}")
            : null;
    }

    private static Failure TooLarge(FormattableString message) => new(
        FailureKind.AnswerTooLarge, FailurePhase.Stream, message.ToString(CultureInfo.InvariantCulture));
}
