using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tollgate.Runs.Storage;

/// <summary>
/// Tells whether a block of a file is the one that was there before: a GMAC (NIST SP 800-38D) under a random key that is
/// this object's alone. Digests of two objects never match, and none may leave the process. Not thread-safe.
/// </summary>
internal sealed class BlockDigest : IDisposable
{
    /// <summary>The length of a digest.</summary>
    public const int Bytes = 16;

    private readonly AesGcm mac = new(RandomNumberGenerator.GetBytes(16), Bytes);
    private readonly byte[] place = new byte[12];

    /// <summary>Writes the digest of the block at that place.</summary>
    public void Take(long index, ReadOnlySpan<byte> block, Span<byte> digest)
    {
        BinaryPrimitives.WriteInt64LittleEndian(place, index);
        mac.Encrypt(place, [], [], digest, block);
    }

    public void Dispose() => mac.Dispose();
}
