using System.Globalization;
using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport.Direct;

/// <summary>
/// The answer to one exchange as its bytes come: HTTP/1.1, the content coding, the stream. Owned by the loop's thread.
/// </summary>
internal sealed class DirectAnswer : IResponseSink, IDisposable
{
    // What every event touches stands here itself: with thousands of streams each step to another object is a cache
    // miss.
    private readonly StreamRecorder recorder;
    private readonly ResponseParser parser;
    private readonly DirectJob job;
    private readonly AnswerReader reader;
    private ServerSentEvents? events;
    private FedStream? coded;

    public DirectAnswer(DirectJob job)
    {
        this.job = job;
        recorder = job.Recorder;
        parser = new ResponseParser(this);
        reader = new AnswerReader(job.Wire, job.Draft);
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

    /// <summary>What went wrong in it; null while nothing did.</summary>
    public Failure? Failure => job.Draft.StreamFailure;

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
        recorder.BeginRead(atNs, (int)Math.Min(nowNs - atNs, int.MaxValue));
        if (stampNs is null)
        {
            job.Draft.Stamp = StampSource.Process;
        }

        if (events is null)
        {
            job.Draft.FirstByteNs ??= atNs;
            if (!parser.HasHead)
            {
                job.Draft.HeadersNs = atNs;
            }
        }
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

    /// <summary>The failure that a lost connection is.</summary>
    /// <param name="error">The system's error number; 0 where the other side just closed.</param>
    public Failure LossFailure(int error)
    {
        var how = error == 0 ? "closed" : "reset";
        return reader.StatusFailure() ?? (reader.Head is null
            ? new Failure(FailureKind.ResetBeforeHeaders, FailurePhase.Headers,
                $"the connection was {how} before the headers were whole{Hint}")
            : new Failure(FailureKind.ResetMidStream, FailurePhase.Stream,
                $"the connection was {how} after {recorder.Arrivals.Length} arrivals"));
    }

    /// <summary>When it will have taken too long, in nanoseconds.</summary>
    public long DeadlineNs(long busySinceNs)
    {
        var startNs = job.Draft.SentNs ?? busySinceNs;
        var next = recorder.LastArrivalNs is { } last
            ? last + Ns(Timeouts.TokenGap)
            : startNs + Ns(Timeouts.FirstToken);
        return Math.Min(next, startNs + Ns(Timeouts.Total));
    }

    /// <summary>The failure that its deadline is.</summary>
    public Failure TimeoutFailure(long nowNs, long busySinceNs)
    {
        var phase = reader.Head is null ? FailurePhase.Headers : FailurePhase.Stream;
        if (reader.StatusFailure() is { } failure)
        {
            return failure;
        }

        if ((job.Draft.SentNs ?? busySinceNs) + Ns(Timeouts.Total) <= nowNs)
        {
            return new Failure(FailureKind.TotalTimeout, phase, $"not over after {Seconds(Timeouts.Total)}");
        }

        return HasToken
            ? new Failure(FailureKind.TokenGapTimeout, phase,
                $"no token for {Seconds(Timeouts.TokenGap)} after {recorder.Arrivals.Length} arrivals")
            : new Failure(FailureKind.FirstTokenTimeout, phase, $"no token after {Seconds(Timeouts.FirstToken)}");
    }

    public void Dispose()
    {
        parser.Release();
        coded?.FeedEnd();
        reader.Dispose();
    }

    void IResponseSink.Head(AnswerHead head)
    {
        reader.Begin(head);
        job.Draft.RequestId = head.RequestId;
        if (head.ContentEncoding.Length > 0)
        {
            coded = new FedStream(null);
            _ = DecodeAsync(head.ContentEncoding, coded);
        }
    }

    void IResponseSink.Body(ReadOnlySpan<byte> bytes)
    {
        if (events is not null)
        {
            events.Feed(bytes);
        }
        else if (coded is not null)
        {
            coded.Feed(bytes.ToArray());
        }
        else
        {
            reader.Body(bytes);
            events = reader.Events;
        }
    }

    void IResponseSink.End()
    {
        coded?.FeedEnd();
        reader.End();
    }

    private static long Ns(TimeSpan time) => time.Ticks * 100;

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    // It was not asked for, so it need not be fast; its reads end inline, like those of TLS.
    private async Task DecodeAsync(string encoding, FedStream from)
    {
        try
        {
            await using var decoder = ContentCoding.Decode(from, encoding);
            var buffer = new byte[16 * 1024];
            for (int count; (count = await decoder.ReadAsync(buffer)) > 0;)
            {
                reader.Body(buffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            recorder.Fail(new Failure(
                FailureKind.MalformedResponse, FailurePhase.Stream, $"the answer cannot be decoded: {e.Message}"));
        }
    }
}
