using System.IO.Compression;

namespace Tollgate.Transport;

/// <summary>Content codings (RFC 9110, 8.4.1). None is asked for; one that is sent all the same is read.</summary>
internal static class ContentCoding
{
    /// <summary>The stream without its coding.</summary>
    /// <param name="coded">The body as it comes.</param>
    /// <param name="coding">The coding's name in lower case; empty for none.</param>
    /// <exception cref="InvalidDataException">
    /// The coding is not known; reading throws it where the bytes are not in it.
    /// </exception>
    public static Stream Decode(Stream coded, string coding) => coding switch
    {
        "" => coded,
        "gzip" or "x-gzip" => new GZipStream(coded, CompressionMode.Decompress),
        "deflate" => new ZLibStream(coded, CompressionMode.Decompress),
        "br" => new BrotliStream(coded, CompressionMode.Decompress),
        _ => throw new InvalidDataException(
            $"it is encoded with \"{coding}\", which was not asked for and cannot be read"),
    };
}
