using System.Buffers;
using System.Security.Cryptography;
using Tollgate.Runs.Records;

namespace Tollgate.Runs.Storage;

/// <summary>
/// Whether a run file is as it was closed. Behind the last page of a complete run's file, where SQLite does not look,
/// stand eight bytes of a mark and the SHA-256 of every byte before them. <c>default</c> is a file without a seal.
/// </summary>
/// <param name="State">What the seal says.</param>
/// <param name="Hex">The digest in 64 lower-case hexadecimal digits; null unless it holds.</param>
/// <remarks>
/// It shows that a file was changed, not who made it: anyone can seal a forged file anew, which gives it another
/// digest. It covers the file alone, so what lies beside a sealed file is never read (<see cref="RunFileBytes"/>).
/// </remarks>
internal readonly record struct RunSeal(SealState State, string? Hex)
{
    /// <summary>The bytes that a seal takes.</summary>
    public const int Bytes = MarkBytes + SHA256.HashSizeInBytes;

    /// <summary>The bytes before the digest.</summary>
    internal const int MarkBytes = 8;

    private const int ChunkBytes = 1 << 18;

    // Like PNG's signature it holds what a transfer as text would change.
    private static ReadOnlySpan<byte> Mark => "TollSl\r\n"u8;

    /// <summary>
    /// Reads the whole file, a chunk at a time. A file with neither a seal nor a length that SQLite would leave, log or
    /// not, had one that was damaged; so had one with a seal that is in WAL mode.
    /// </summary>
    /// <exception cref="RunFileException">The file cannot be read.</exception>
    public static RunSeal Check(string path)
    {
        try
        {
            using var bytes = RunFileBytes.Open(path);
            return bytes.CheckSeal();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException and not RunFileException)
        {
            throw new RunFileException($"{path}: the file cannot be read ({error.Message}).", error);
        }
    }

    internal static bool HasMark(ReadOnlySpan<byte> seal) => seal.StartsWith(Mark);

    /// <summary>Seals a file that nobody writes to any more.</summary>
    /// <returns>Why it could not be, in a few words; null where it is sealed. Then the file is as it was.</returns>
    internal static string? TryAppend(string path)
    {
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

            // A seal says that the file alone is the run. SQLite took its log away; this is no place to assume it.
            if (Sidecars.Find(path) is { } sidecar)
            {
                return $"{sidecar} is next to it";
            }

            Append(stream);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    private static void Append(FileStream stream)
    {
        var length = stream.Length;
        Span<byte> seal = stackalloc byte[Bytes];
        Mark.CopyTo(seal);
        Digest(stream, length, seal[MarkBytes..]);
        try
        {
            stream.Position = length;
            stream.Write(seal);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Half a seal would look like a file that was changed.
            stream.SetLength(length);
            throw;
        }
    }

    private static void Digest(FileStream stream, long length, Span<byte> digest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            stream.Position = 0;
            for (var left = length; left > 0;)
            {
                var read = stream.Read(chunk, 0, (int)Math.Min(ChunkBytes, left));
                if (read == 0)
                {
                    throw new EndOfStreamException("it was cut while it was read");
                }

                hash.AppendData(chunk, 0, read);
                left -= read;
            }

            hash.GetHashAndReset(digest);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
