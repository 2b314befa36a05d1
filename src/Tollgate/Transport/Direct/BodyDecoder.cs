using System.Threading.Channels;

namespace Tollgate.Transport.Direct;

/// <summary>
/// Decodes one body's content coding away from the loop's thread: a small read may decode to a great deal, and no other
/// stream may wait for that. What it makes goes back to the loop in slices. Owned by the loop's thread but for the
/// decoding.
/// </summary>
internal sealed class BodyDecoder
{
    private const int SliceBytes = 16 * 1024;
    private const int MaxSlicesWaiting = 4;

    private const int ManyBytes = 512 * 1024;

    private readonly Channel<Piece> input = Channel.CreateUnbounded<Piece>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    private readonly SemaphoreSlim room = new(MaxSlicesWaiting);
    private readonly CancellationTokenSource stop = new();
    private readonly DirectLoop loop;
    private readonly DirectAnswer answer;
    private readonly DirectConnection connection;
    private int waitingBytes;

    /// <param name="coding">The coding's name in lower case.</param>
    /// <param name="loop">Where slices are handed over.</param>
    /// <param name="answer">Whose body it is.</param>
    /// <param name="connection">Where a bug in what reads it is dealt with.</param>
    public BodyDecoder(string coding, DirectLoop loop, DirectAnswer answer, DirectConnection connection)
    {
        this.loop = loop;
        this.connection = connection;
        this.answer = answer;
        _ = Task.Run(() => DecodeAsync(coding));
    }

    /// <summary>All that came was decoded and handed over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>It has so much to do that nothing more should be read.</summary>
    public bool IsFull => Volatile.Read(ref waitingBytes) > ManyBytes;

    /// <summary>Takes the body's next bytes.</summary>
    public void Feed(byte[] bytes, StampedRead read)
    {
        Interlocked.Add(ref waitingBytes, bytes.Length);
        input.Writer.TryWrite(new Piece(bytes, read)); // It has no bound of its own.
    }

    /// <summary>No more will come.</summary>
    public void End() => input.Writer.TryComplete();

    /// <summary>Nothing of it is wanted any more.</summary>
    public void Stop()
    {
        IsOver = true;
        input.Writer.TryComplete();
        stop.Cancel();
    }

    private async Task DecodeAsync(string coding)
    {
        string? problem = null;
        var coded = new PieceStream(this);
        try
        {
            await using var decoder = ContentCoding.Decode(coded, coding);
            while (true)
            {
                var slice = new byte[SliceBytes];
                var count = await decoder.ReadAsync(slice, stop.Token);
                if (count == 0)
                {
                    break;
                }

                await room.WaitAsync(stop.Token);
                var (read, codedBytes) = (coded.LastRead, coded.Count);
                loop.Post(() => HandOver(slice.AsMemory(0, count), read, codedBytes));
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            problem = e.Message;
        }

        loop.Post(() => Finish(problem));
    }

    private void HandOver(ReadOnlyMemory<byte> slice, StampedRead read, long codedBytes)
    {
        if (!IsOver)
        {
            Guard(() => answer.TakeDecoded(slice.Span, read, codedBytes));
        }

        room.Release();
    }

    private void Finish(string? problem)
    {
        if (!IsOver)
        {
            IsOver = true;
            Guard(() => answer.EndDecoded(problem));
        }
    }

    private void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e)
        {
            connection.OnBug(e);
        }
    }

    private readonly record struct Piece(byte[] Bytes, StampedRead Read);

    /// <summary>The body as the decoder pulls it, which knows the read that its last bytes came in.</summary>
    private sealed class PieceStream(BodyDecoder owner) : PullStream
    {
        private ReadOnlyMemory<byte> left;

        public StampedRead LastRead { get; private set; }

        public long Count { get; private set; }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (left.IsEmpty)
            {
                if (!await owner.input.Reader.WaitToReadAsync(cancellationToken))
                {
                    return 0;
                }

                if (owner.input.Reader.TryRead(out var piece))
                {
                    (left, LastRead) = (piece.Bytes, piece.Read);
                    Interlocked.Add(ref owner.waitingBytes, -piece.Bytes.Length);
                }
            }

            var count = Math.Min(buffer.Length, left.Length);
            left[..count].CopyTo(buffer);
            left = left[count..];
            Count += count;
            return count;
        }
    }
}
