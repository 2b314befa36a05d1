using System.Net;

namespace Tollgate.Transport.Handler;

/// <summary>A request's body that says when its last byte was handed over.</summary>
internal sealed class StampedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> body;
    private readonly Action sent;

    public StampedContent(ReadOnlyMemory<byte> body, Action sent)
    {
        this.body = body;
        this.sent = sent;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body).ConfigureAwait(false);
        sent();
        await stream.FlushAsync().ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
