using System.IO.Compression;

namespace Tollgate.Simulator.Server;

/// <summary>A body in gzip, flushed after every event so that each one arrives in its time.</summary>
internal sealed class GzipBody
{
    private readonly MemoryStream compressed = new();
    private readonly GZipStream gzip;

    public GzipBody() => gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Compress(ReadOnlySpan<byte> plain)
    {
        if (plain.IsEmpty)
        {
            return [];
        }

        gzip.Write(plain);
        gzip.Flush();
        return Take();
    }

    public byte[] Finish()
    {
        gzip.Dispose();
        return Take();
    }

    public byte[] Whole(byte[] plain)
    {
        gzip.Write(plain);
        return Finish();
    }

    private byte[] Take()
    {
        var bytes = compressed.ToArray();
        compressed.SetLength(0);
        return bytes;
    }
}
