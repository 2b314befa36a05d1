using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tollgate.Runs;

/// <summary>
/// Whether a run file is as it was closed. Behind the last page of a complete run's file, where SQLite does not look,
/// stand eight bytes of a mark and the SHA-256 of every byte before them. <c>default</c> is a file without a seal.
/// </summary>
/// <param name="State">What the seal says.</param>
/// <param name="Hex">The digest in 64 lower-case hexadecimal digits; null unless it holds.</param>
/// <remarks>
/// It shows that a file was changed, not who made it: whoever wants to can seal a forged file anew, which gives it
/// another digest.
/// </remarks>
public readonly record struct RunSeal(SealState State, string? Hex)
{
    /// <summary>The bytes that a seal takes.</summary>
    public const int Bytes = 8 + SHA256.HashSizeInBytes;

    // The header of an SQLite database: https://www.sqlite.org/fileformat2.html#the_database_header
    private const int HeaderBytes = 100;
    private const int PageSizeAt = 16;
    private const int WriteVersionAt = 18;
    private const int PageCountAt = 28;
    private const byte WalVersion = 2;
    private const int ChunkBytes = 1 << 18;

    // Like PNG's signature it holds what a transfer as text would change.
    private static ReadOnlySpan<byte> Mark => "TollSl\r\n"u8;

    /// <summary>
    /// Reads the whole file, a chunk at a time. A file with neither a seal nor a length that SQLite would leave, log or
    /// not, had one that was damaged.
    /// </summary>
    /// <exception cref="RunFileException">The file cannot be read.</exception>
    public static RunSeal Check(string path)
    {
        try
        {
            using var stream = Open(path, FileAccess.Read);
            return Check(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException($"{path}: the file cannot be read ({error.Message}).", error);
        }
    }

    /// <summary>Seals a file that nobody writes to any more.</summary>
    /// <returns>Why it could not be, in a few words; null where it is sealed. Then the file is as it was.</returns>
    internal static string? TryAppend(string path)
    {
        try
        {
            using var stream = Open(path, FileAccess.ReadWrite);
            Append(stream);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    private static FileStream Open(string path, FileAccess access) =>
        new(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static void Append(FileStream stream)
    {
        var length = stream.Length;
        Span<byte> seal = stackalloc byte[Bytes];
        Mark.CopyTo(seal);
        Digest(stream, length, seal[Mark.Length..]);
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

    private static RunSeal Check(FileStream stream)
    {
        var length = stream.Length;
        Span<byte> seal = stackalloc byte[Bytes];
        if (length > HeaderBytes + Bytes)
        {
            stream.Position = length - Bytes;
            stream.ReadExactly(seal);
            if (seal.StartsWith(Mark))
            {
                Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
                Digest(stream, length - Bytes, digest);
                return digest.SequenceEqual(seal[Mark.Length..])
                    ? new RunSeal(SealState.Sealed, Convert.ToHexStringLower(digest))
                    : new RunSeal(SealState.Broken, null);
            }
        }

        return new RunSeal(IsAsSqliteLeftIt(stream, length) ? SealState.None : SealState.Broken, null);
    }

    // While a file is in WAL mode its end may lie in the log, and its header is not up to date.
    private static bool IsAsSqliteLeftIt(FileStream stream, long length)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        stream.Position = 0;
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return false;
        }

        // A page of 65,536 bytes is written as 1.
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[PageSizeAt..]);
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[PageCountAt..]);
        return header[WriteVersionAt] == WalVersion || length == (pageSize == 1 ? 65_536L : pageSize) * pages;
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
