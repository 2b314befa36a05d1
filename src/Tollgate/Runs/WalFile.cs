using System.Buffers.Binary;

namespace Tollgate.Runs;

/// <summary>Reads the beginning of SQLite's log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log</summary>
internal static class WalFile
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const uint Magic = 0x377F0682; // The last bit says that its checksums are of big-endian words.

    /// <summary>Whether the first commit of a log writes a page.</summary>
    /// <param name="path">The log.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">The database's page size.</param>
    /// <returns>
    /// Null where the log is not there or has no whole commit, so SQLite reads nothing from it; false where it is
    /// no log, or that of a database with other pages.
    /// </returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool? FirstCommitWrites(string path, uint page, int pageSize)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[HeaderBytes];
        if (log.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return null;
        }

        var magic = Word(header, 0);
        if ((magic & ~1u) != Magic || Word(header, 8) != pageSize)
        {
            return false;
        }

        var checksum = new Checksum((magic & 1) != 0);
        checksum.Add(header.AsSpan(0, 24));
        if (!checksum.Is(header.AsSpan(24)))
        {
            return null;
        }

        var frame = new byte[FrameHeaderBytes + pageSize];
        var writes = false;
        while (log.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            checksum.Add(frame.AsSpan(0, 8));
            checksum.Add(frame.AsSpan(FrameHeaderBytes));
            if (!frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)) || !checksum.Is(frame.AsSpan(16)))
            {
                return null;
            }

            writes |= Word(frame, 0) == page;
            if (Word(frame, 4) != 0)
            {
                return writes; // The last frame of a commit says how many pages the database has now.
            }
        }

        return null;
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
