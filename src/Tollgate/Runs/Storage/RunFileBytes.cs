using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;
using Tollgate.Input;
using Tollgate.Runs.Records;

namespace Tollgate.Runs.Storage;

/// <summary>
/// The bytes of one run file through one descriptor. The seal is computed from it and SQLite reads from it
/// (<see cref="RunFileVfs"/>), so a file that takes the name's place in between changes neither. Not thread-safe.
/// </summary>
/// <remarks>
/// A sealed file is hashed once. That pass also takes a digest of each block. Every block that SQLite reads, before the
/// pass or after it, is held against its digest: what was read is what was hashed, also where the file is written to
/// in place and put back. A block's digest is a GMAC under a key of this object's own, which nobody who writes to the
/// file can know: as safe here as SHA-256, at a tenth of its time.
/// </remarks>
internal sealed class RunFileBytes : IDisposable
{
    // SQLite's page size in a run file, so a page is a block. Another page size costs time and nothing else.
    private const int BlockBytes = 4096;
    private const int ChunkBlocks = 64;

    // The header of an SQLite database: https://www.sqlite.org/fileformat2.html#the_database_header
    private const int HeaderBytes = 100;
    private const int PageSizeAt = 16;
    private const int UserVersionAt = 60;
    private const int WriteVersionAt = 18;
    private const int ReadVersionAt = 19;
    private const int PageCountAt = 28;
    private const byte WalVersion = 2;

    private readonly SafeFileHandle handle;
    private readonly byte[] header = new byte[HeaderBytes];
    private readonly byte[] block = new byte[BlockBytes];
    private readonly BlockDigest blockDigest = new();
    private readonly Dictionary<long, byte[]> readBefore = [];
    private readonly long lengthAtOpen;
    private byte[]? digests;
    private RunSeal? seal;

    private RunFileBytes(string path, SafeFileHandle handle)
    {
        Path = path;
        this.handle = handle;
        lengthAtOpen = Length;
        HeaderLength = ReadRaw(header, 0);
        Span<byte> end = stackalloc byte[RunSeal.Bytes];
        IsSealed = TryReadSeal(lengthAtOpen, end);
    }

    public string Path { get; }

    /// <summary>The file's first bytes when it was opened, fewer where the file is shorter.</summary>
    public ReadOnlySpan<byte> Header => header.AsSpan(0, HeaderLength);

    /// <summary>The version of its tables (<see cref="RunSchema.Version"/>).</summary>
    public int Version => BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(UserVersionAt));

    /// <summary>A seal's mark stands at the end. Whether the seal holds is for <see cref="CheckSeal"/> to
    /// say.</summary>
    public bool IsSealed { get; }

    /// <summary>The file says that its last part may lie in a log.</summary>
    public bool IsWal => header[WriteVersionAt] == WalVersion || header[ReadVersionAt] == WalVersion;

    /// <summary>SQLite's pages, without the seal.</summary>
    public long DatabaseBytes => IsSealed ? lengthAtOpen - RunSeal.Bytes : Length;

    /// <summary>The bytes of a page; the header has 1 for 65,536.</summary>
    public int PageSize => BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(PageSizeAt)) is var size and not 1
        ? size
        : 65_536;

    /// <summary>A block that SQLite read is not the block that was hashed.</summary>
    public bool IsChanged { get; private set; }

    private int HeaderLength { get; }

    private long Length => RandomAccess.GetLength(handle);

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static RunFileBytes Open(string path)
    {
        if (NamedPipe.Is(path))
        {
            throw new IOException("it is a named pipe");
        }

        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            return new RunFileBytes(path, handle);
        }
        catch (Exception error)
        {
            handle.Dispose();
            if (error is NotSupportedException)
            {
                throw new IOException("it is not a regular file", error);
            }

            throw;
        }
    }

    /// <summary>
    /// Says whether the file is as it was closed. The first call reads all of it, later ones repeat the answer.
    /// </summary>
    /// <exception cref="RunFileException">The file cannot be read.</exception>
    public RunSeal CheckSeal()
    {
        try
        {
            return seal ??= Check();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException($"{Path}: the file cannot be read ({error.Message}).", error);
        }
    }

    /// <summary>Reads database bytes for SQLite.</summary>
    /// <returns>How many there are, fewer than asked for at the end of the file.</returns>
    /// <exception cref="IOException">They cannot be read, or they are not the bytes that were hashed.</exception>
    public int Read(long at, Span<byte> to)
    {
        to = to[..(int)Math.Clamp(IsSealed ? DatabaseBytes - at : to.Length, 0, to.Length)];
        if (!IsSealed || seal is { State: not SealState.Sealed })
        {
            return ReadRaw(to, at);
        }

        for (var done = 0; done < to.Length;)
        {
            var index = (at + done) / BlockBytes;
            var start = (int)((at + done) % BlockBytes);
            var whole = block.AsSpan(0, (int)Math.Min(BlockBytes, DatabaseBytes - (index * BlockBytes)));
            if (ReadRaw(whole, index * BlockBytes) < whole.Length || !Matches(index, whole))
            {
                IsChanged = true;
                throw new IOException("it was changed while it was read");
            }

            var part = whole[start..];
            part = part[..Math.Min(part.Length, to.Length - done)];
            part.CopyTo(to[done..]);
            done += part.Length;
        }

        return to.Length;
    }

    /// <summary>
    /// The database's size by its header, where that is more than there is: while a log is copied into the file, the
    /// pages at the end come last, and SQLite would take the file for a damaged one.
    /// </summary>
    public long SizeForSqlite() => Math.Max(DatabaseBytes, CountedBytes());

    /// <summary>What to say of a read that failed.</summary>
    public RunFileException Damaged(Exception error) => new(
        IsChanged
            ? $"{Path}: this run file was changed while it was read; expected it as its run left it."
            : $"{Path}: the run file is truncated or damaged ({error.Message}).",
        error);

    /// <summary>What to say of something in it that cannot be.</summary>
    /// <param name="what">What is wrong, behind "the run file is damaged".</param>
    public RunFileException Damaged(string what) => new($"{Path}: the run file is damaged: {what}.");

    /// <summary>Reads from the database.</summary>
    /// <exception cref="RunFileException">The file is damaged.</exception>
    public T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is SqliteException or JsonException)
        {
            throw Damaged(error);
        }
    }

    public void Dispose()
    {
        blockDigest.Dispose();
        handle.Dispose();
    }

    private RunSeal Check()
    {
        var length = Length;
        Span<byte> end = stackalloc byte[RunSeal.Bytes];
        if (!IsSealed || !TryReadSeal(length, end))
        {
            return new RunSeal(IsAsSqliteLeftIt(length) ? SealState.None : SealState.Broken, null);
        }

        // A writer leaves WAL mode before it seals.
        if (length != lengthAtOpen || IsWal)
        {
            return new RunSeal(SealState.Broken, null);
        }

        var digest = Digest();
        return digest is not null && digest.AsSpan().SequenceEqual(end[RunSeal.MarkBytes..])
            ? new RunSeal(SealState.Sealed, Convert.ToHexStringLower(digest))
            : new RunSeal(SealState.Broken, null);
    }

    // Null where SQLite was given other bytes before.
    private byte[]? Digest()
    {
        var blocks = (DatabaseBytes + BlockBytes - 1) / BlockBytes;
        var each = new byte[checked(blocks * BlockDigest.Bytes)];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[ChunkBlocks * BlockBytes];
        var isSame = true;
        for (var index = 0L; index < blocks;)
        {
            var at = index * BlockBytes;
            var read = chunk.AsSpan(0, (int)Math.Min(chunk.Length, DatabaseBytes - at));
            if (ReadRaw(read, at) < read.Length)
            {
                throw new EndOfStreamException("it was cut while it was read");
            }

            hash.AppendData(read);
            for (; !read.IsEmpty; read = read[Math.Min(BlockBytes, read.Length)..], index++)
            {
                var digest = each.AsSpan((int)(index * BlockDigest.Bytes), BlockDigest.Bytes);
                blockDigest.Take(index, read[..Math.Min(BlockBytes, read.Length)], digest);
                isSame &= !readBefore.TryGetValue(index, out var before) || digest.SequenceEqual(before);
            }
        }

        readBefore.Clear();
        digests = each;
        return isSame ? hash.GetHashAndReset() : null;
    }

    private bool Matches(long index, ReadOnlySpan<byte> whole)
    {
        Span<byte> digest = stackalloc byte[BlockDigest.Bytes];
        blockDigest.Take(index, whole, digest);
        if (digests is not null)
        {
            return digests.AsSpan((int)(index * BlockDigest.Bytes), BlockDigest.Bytes).SequenceEqual(digest);
        }

        if (readBefore.TryGetValue(index, out var before))
        {
            return digest.SequenceEqual(before);
        }

        readBefore[index] = digest.ToArray();
        return true;
    }

    // A mark that does not stand behind a whole page is text of a run that ends like one, or was moved.
    private bool TryReadSeal(long length, Span<byte> end) => length > HeaderBytes + RunSeal.Bytes
        && (PageSize == 0 || (length - RunSeal.Bytes) % PageSize == 0)
        && ReadRaw(end, length - RunSeal.Bytes) == end.Length && RunSeal.HasMark(end);

    // While a file is in WAL mode its end may lie in the log, and its header is not up to date.
    private bool IsAsSqliteLeftIt(long length)
    {
        Span<byte> now = stackalloc byte[HeaderBytes];
        return ReadRaw(now, 0) == HeaderBytes && (now[WriteVersionAt] == WalVersion || length == CountedBytes());
    }

    private long CountedBytes()
    {
        Span<byte> pages = stackalloc byte[sizeof(uint)];
        ReadRaw(pages, PageCountAt);
        return (long)PageSize * BinaryPrimitives.ReadUInt32BigEndian(pages);
    }

    private int ReadRaw(Span<byte> to, long at)
    {
        var done = 0;
        while (done < to.Length)
        {
            var read = RandomAccess.Read(handle, to[done..], at + done);
            if (read == 0)
            {
                break;
            }

            done += read;
        }

        return done;
    }
}
