using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Providers;

/// <summary>A great many bytes that mean nothing.</summary>
internal static class Filler
{
    public static void Add(ByteBuffer into, int bytes)
    {
        Span<byte> block = stackalloc byte[4096];
        block.Fill((byte)'x');
        for (; bytes > 0; bytes -= block.Length)
        {
            into.Add(block[..Math.Min(bytes, block.Length)]);
        }
    }
}
