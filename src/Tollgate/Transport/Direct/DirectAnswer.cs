using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;

namespace Tollgate.Transport.Direct;

/// <summary>
/// The answer to one exchange as its bytes come: HTTP/1.1, then the stream, by way of a decoder where it has a
/// content coding. Owned by the loop's thread.
/// </summary>
internal sealed class DirectAnswer : IResponseSink, IDisposable
{
    // What every event touches stands here itself: with thousands of streams each step to another object is a cache
    // miss.
    private readonly StreamRecorder recorder;
    private readonly ResponseParser parser;
    private readonly DirectJob job;
    private readonly StreamObserver observer;
    private readonly DirectLoop loop;
    private readonly DirectConnection connection;
    private readonly AnswerSize size;
    private IAnswerDecoder? stream;
    private BodyDecoder? decoder;
    private StampedRead read;
    private int decodedRead;
    private int? lostBy;

    public DirectAnswer(DirectJob job, DirectLoop loop, DirectConnection connection)
    {
        this.job = job;
        this.loop = loop;
        this.connection = connection;
        observer = job.Observer;
        recorder = observer.Recorder;
        parser = new ResponseParser(this);
        size = observer.Size;
    }

    /// <summary>Any byte of it came.</summary>
    public bool HasBytes => parser.HasBytes;

    public bool HasToken => recorder.HasArrival;

    /// <summary>The end marker came, or a failure showed itself.</summary>
    public bool IsOver => recorder.IsOver;

    /// <summary>The stream's own end marker came.</summary>
    public bool IsComplete => recorder.EndNs is not null;

    /// <summary>The last byte of it came: the connection is free.</summary>
    public bool IsWhole => parser.IsDone;

    public bool KeepAlive => parser.KeepAlive;

    /// <summary>Some of what came is still to be decoded.</summary>
    public bool IsDecoding => decoder is { IsOver: false };

    /// <summary>It has so much to decode that nothing more should be read.</summary>
    public bool IsFull => decoder is { IsFull: true };

    /// <summary>What went wrong in it; null while nothing did.</summary>
    public Failure? Failure => observer.StreamFailure;

    private string Hint => !HasBytes && !job.Pool.IsTls && !job.Pool.Keeping.HasAnswered
        ? WrongScheme.Hint(job.Pool.Endpoint)
        : "";

    private Timeouts Timeouts => job.Request.Timeouts;

    /// <summary>A read brought bytes for it.</summary>
    /// <param name="stampNs">The kernel's stamp on the monotonic axis; null where there is none.</param>
    /// <param name="nowNs">The process's clock after the read.</param>
    public void BeginRead(long? stampNs, long nowNs)
    {
        var atNs = stampNs ?? nowNs;
        read = new StampedRead(read.Number + 1, atNs, (int)Math.Min(nowNs - atNs, int.MaxValue));
        if (decoder is null)
        {
            decodedRead = read.Number;
            recorder.BeginRead(atNs, read.LagNs);
        }

        if (stampNs is null)
        {
            observer.Stamp = StampSource.Process;
        }

        if (stream is null)
        {
            observer.FirstByteNs ??= atNs;
            if (!parser.HasHead)
            {
                observer.HeadersNs = atNs;
            }
        }
    }

    /// <summary>Notes what the next read will touch.</summary>
    public void NoteFootprint(ref Footprint footprint)
    {
        footprint.SetAnswer(this, parser);
        footprint.SetStream(recorder, recorder.NextArrivalAt, stream, (stream as ServerSentEvents)?.FrameAt ?? 0);
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        if (parser.Feed(bytes) is { } error)
        {
            recorder.Fail(new Failure(
                FailureKind.MalformedResponse, parser.HasHead ? FailurePhase.Stream : FailurePhase.Headers,
                parser.IsTls ? WrongScheme.OfAnswer(job.Pool.Endpoint) : $"the answer is not HTTP: {error}"));
        }
    }

    /// <summary>The connection closed in good order. True where the answer is whole with it.</summary>
    public bool Close() => parser.Close();

    /// <summary>
    /// The connection is gone while something is still to be decoded: that first, and then the loss, if it is one.
    /// </summary>
    /// <param name="error">The system's error number; 0 where the other side just closed.</param>
    public void CloseBehindDecoder(int error)
    {
        if (error != 0 || !parser.Close())
        {
            lostBy = error;
            decoder?.End();
        }
    }

    /// <summary>The decoder made more of the body.</summary>
    public void TakeDecoded(ReadOnlySpan<byte> bytes, StampedRead from, long codedBytes)
    {
        if (from.Number != decodedRead)
        {
            decodedRead = from.Number;
            recorder.BeginRead(from.AtNs, from.LagNs);
        }

        var hadToken = HasToken;
        observer.Body(bytes, codedBytes);
        connection.OnDecoded(isFirstToken: !hadToken && HasToken);
    }

    /// <summary>The failure that a lost connection is.</summary>
    /// <param name="error">The system's error number; 0 where the other side just closed.</param>
    public Failure LossFailure(int error)
    {
        var how = error == 0 ? "closed" : "reset";
        return observer.StatusFailure() ?? (observer.Head is null
            ? new Failure(FailureKind.ResetBeforeHeaders, FailurePhase.Headers,
                $"the connection was {how} before the headers were whole{Hint}")
            : new Failure(FailureKind.ResetMidStream, FailurePhase.Stream,
                $"the connection was {how} after {recorder.Arrivals.Length} arrivals"));
    }

    /// <summary>When it will have taken too long, in nanoseconds.</summary>
    public long DeadlineNs(long busySinceNs)
    {
        var startNs = observer.SentNs ?? busySinceNs;
        var next = recorder.LastArrivalNs is { } last
            ? last + Ns(Timeouts.TokenGap)
            : startNs + Ns(Timeouts.FirstToken);
        return Math.Min(next, startNs + Ns(Timeouts.Total));
    }

    /// <summary>The failure that its deadline is.</summary>
    public Failure TimeoutFailure(long nowNs, long busySinceNs)
    {
        var phase = observer.Head is null ? FailurePhase.Headers : FailurePhase.Stream;
        if (observer.StatusFailure() is { } failure)
        {
            return failure;
        }

        if ((observer.SentNs ?? busySinceNs) + Ns(Timeouts.Total) <= nowNs)
        {
            return new Failure(FailureKind.TotalTimeout, phase, $"not over after {Seconds(Timeouts.Total)}");
        }

        return HasToken
            ? new Failure(FailureKind.TokenGapTimeout, phase,
                $"no token for {Seconds(Timeouts.TokenGap)} after {recorder.Arrivals.Length} arrivals")
            : new Failure(FailureKind.FirstTokenTimeout, phase, $"no token after {Seconds(Timeouts.FirstToken)}");
    }

    /// <summary>The decoder is through with all that came.</summary>
    /// <param name="problem">Why it could not go on; null where it could.</param>
    public void EndDecoded(string? problem)
    {
        if (problem is not null)
        {
            recorder.Fail(new Failure(
                FailureKind.MalformedResponse, FailurePhase.Stream, $"the answer cannot be decoded: {problem}"));
        }
        else if (lostBy is { } error)
        {
            recorder.Fail(LossFailure(error));
        }
        else
        {
            observer.End();
        }

        connection.OnDecoded(isFirstToken: false);
    }

    public void Dispose()
    {
        parser.Release();
        decoder?.Stop();
        observer.Dispose();
    }

    void IResponseSink.Head(AnswerHead head)
    {
        observer.Begin(head);
        if (head.ContentEncoding.Length > 0)
        {
            decoder = new BodyDecoder(head.ContentEncoding, loop, this, connection);
        }
    }

    void IResponseSink.Body(ReadOnlySpan<byte> bytes)
    {
        if (stream is not null)
        {
            if (size.Add(bytes.Length) is { } tooLarge)
            {
                recorder.Fail(tooLarge);
            }
            else
            {
                stream.Feed(bytes);
            }
        }
        else if (decoder is not null)
        {
            decoder.Feed(bytes.ToArray(), read);
        }
        else
        {
            observer.Body(bytes);
            stream = observer.Decoder;
        }
    }

    void IResponseSink.End()
    {
        if (decoder is not null)
        {
            decoder.End();
        }
        else
        {
            observer.End();
        }
    }

    private static long Ns(TimeSpan time) => time.Ticks * 100;

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
