using System.Buffers.Binary;

namespace Tollgate.Runs.Storage;

/// <summary>Reads the beginning of SQLite's log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log</summary>
internal static class WalFile
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const uint Magic = 0x377F0682; // The last bit says that its checksums are of big-endian words.

    /// <summary>How a log begins.</summary>
    public enum Beginning
    {
        /// <summary>It is not there, or its first commit is damaged or cut: SQLite reads nothing from it.</summary>
        Nothing,

        /// <summary>
        /// It was in the database as a whole and begins anew, with a commit that was not finished: there is nothing in
        /// it, and nothing is missing.
        /// </summary>
        Anew,

        /// <summary>With a commit that writes the page.</summary>
        Commit,

        /// <summary>It is no log, or that of another database.</summary>
        Foreign,
    }

    /// <summary>Reads a log's first commit.</summary>
    /// <param name="path">The log.</param>
    /// <param name="page">The page that a log of this database writes in every commit, from 1.</param>
    /// <param name="pageSize">The database's page size.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Beginning Begins(string path, uint page, int pageSize)
    {
        if (!File.Exists(path))
        {
            return Beginning.Nothing;
        }

        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[HeaderBytes];
        if (log.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return Beginning.Nothing;
        }

        var magic = Word(header, 0);
        if ((magic & ~1u) != Magic || Word(header, 8) != pageSize)
        {
            return Beginning.Foreign;
        }

        var checksum = new Checksum((magic & 1) != 0);
        checksum.Add(header.AsSpan(0, 24));
        if (!checksum.Is(header.AsSpan(24)))
        {
            return Beginning.Nothing;
        }

        var frame = new byte[FrameHeaderBytes + pageSize];
        var unfinished = log.Length >= HeaderBytes + frame.Length && Word(header, 12) > 0
            ? Beginning.Anew // The log is written over from its beginning; it is as long as it was.
            : Beginning.Nothing;
        var (isWhole, writes) = (true, false);
        while (log.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            checksum.Add(frame.AsSpan(0, 8));
            checksum.Add(frame.AsSpan(FrameHeaderBytes));
            if (!frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)))
            {
                return unfinished; // A frame of the time before.
            }

            isWhole &= checksum.Is(frame.AsSpan(16));
            writes |= Word(frame, 0) == page;
            if (Word(frame, 4) != 0)
            {
                // The last frame of a commit says how many pages the database has now.
                return !isWhole ? Beginning.Nothing : writes ? Beginning.Commit : Beginning.Foreign;
            }
        }

        return unfinished;
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private struct Checksum(bool bigEndian)
    {
        private uint first;
        private uint second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (var at = 0; at < bytes.Length; at += 8)
            {
                first += Read(bytes[at..]) + second;
                second += Read(bytes[(at + 4)..]) + first;
            }
        }

        public readonly bool Is(ReadOnlySpan<byte> stored) => Word(stored, 0) == first && Word(stored, 4) == second;

        private readonly uint Read(ReadOnlySpan<byte> bytes) => bigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
