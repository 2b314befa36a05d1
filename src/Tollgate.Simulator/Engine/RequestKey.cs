namespace Tollgate.Simulator.Engine;

/// <summary>Names a request for the random stream: FNV-1a over what makes it different from the others.</summary>
internal static class RequestKey
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<byte> bytes, ulong from = Offset)
    {
        var hash = from;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        return hash;
    }

    public static ulong Of(string text, ulong number) =>
        (Of(Encoding.UTF8.GetBytes(text)) ^ number * 0x9E3779B97F4A7C15UL) * Prime;
}
