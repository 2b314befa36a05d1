using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Tollgate.Exchanges;
using Tollgate.Time;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Requests;

namespace Tollgate.Transport.Handler;

/// <summary>
/// One exchange over an HttpMessageInvoker. It leaves whatever thread asked for it, so that streams are read by as many
/// threads as it takes.
/// </summary>
internal sealed class HandlerExchange(
    ExchangeRequest request, IWire wire, MonotonicAxis axis, ConnectionKeeping keeping)
{
    private static readonly HttpRequestOptionsKey<HandlerExchange> Self = new("tollgate.exchange");

    // Reads in a row that need not wait, before others get their turn.
    private const int MaxReadyReads = 4;

    private static readonly AsyncLocal<HandlerExchange?> Running = new();

    private readonly WireRequest prepared = wire.Prepare(request.Target, request.Prompt);

    private readonly StreamObserver observer =
        new(wire, request, request.KeepContent, request.Watcher) { Stamp = StampSource.Process };

    private KeptConnection? connection;
    private Deadline? deadline;
    private bool isShakingHands;

    /// <summary>The exchange whose request is being written here; null outside of one.</summary>
    public static HandlerExchange? Current => Running.Value;

    /// <summary>It opens a connection for itself alone.</summary>
    public bool IsCold { get; } = request.Cold || keeping.KeepsNone;

    private StreamRecorder Recorder => observer.Recorder;

    private long NowNs => axis.NowNs;

    /// <summary>Opens a connection as the handler would, and says when it began.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken token)
    {
        if (context.InitialRequestMessage.Options.TryGetValue(Self, out var exchange))
        {
            exchange.observer.ConnectStartNs = exchange.NowNs;
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, token).ConfigureAwait(false);
            exchange?.isShakingHands = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The connection is ready, TLS included.</summary>
    public static ValueTask<Stream> OnConnectedAsync(
        SocketsHttpPlaintextStreamFilterContext context, CancellationToken token)
    {
        var stream = context.PlaintextStream;
        if (context.InitialRequestMessage.Options.TryGetValue(Self, out var exchange))
        {
            exchange.observer.ConnectedNs = exchange.NowNs;
            exchange.isShakingHands = false;
            stream = context.NegotiatedHttpVersion.Major < 2 ? exchange.Kept(stream) : stream;
        }

        return ValueTask.FromResult(stream);
    }

    /// <summary>
    /// Its request is being written to a connection, which need not be the one that was opened for it.
    /// </summary>
    public void OnConnection(KeptConnection taken)
    {
        connection = taken;
        deadline?.Sent();
        var isFresh = !taken.IsReused && (IsCold || taken.ConnectedNs > request.IntendedNs);
        observer.ConnectStartNs = isFresh ? taken.StartNs : null;
        observer.ConnectedNs = isFresh ? taken.ConnectedNs : null;
        observer.Remarks = taken.IsReused ? ExchangeRemarks.ConnectionReused : ExchangeRemarks.None;
        observer.FirstOn = taken.IsReused || request.Cold ? null : keeping;
    }

    public Exchange Cancelled() => Done(Outcome.Cancelled, null);

    /// <param name="invoker">What sends it.</param>
    /// <param name="newInvoker">
    /// Makes one without any connection, for a request that a server missed by closing the one it was written to.
    /// </param>
    /// <param name="cancellationToken">Takes it back.</param>
    public async Task<Exchange> RunAsync(
        HttpMessageInvoker invoker, Func<HttpMessageInvoker> newInvoker, CancellationToken cancellationToken)
    {
        Running.Value = this;
        using var timeout = new Deadline(axis, request.Timeouts, cancellationToken);
        deadline = timeout;
        var phase = FailurePhase.Connect;
        HttpMessageInvoker? second = null;
        try
        {
            HttpResponseMessage? first = null;
            try
            {
                first = await SendAsync(invoker, timeout).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (connection is { IsReused: true, IsSilent: true })
            {
                // The server closed an idle connection just as the request left (RFC 9112, 9.3.1): it has not seen it.
                connection.Lost();
                observer.SentNs = null;
                second = newInvoker();
            }

            using var response = first ?? await SendAsync(second!, timeout).ConfigureAwait(false);
            observer.HeadersNs = observer.FirstByteNs = NowNs;
            phase = FailurePhase.Stream;
            var head = Head(response);
            observer.Begin(head);
            if (head.Problem is not null)
            {
                return Done(Outcome.Failed, new Failure(
                    FailureKind.MalformedResponse, FailurePhase.Headers, $"the answer is not HTTP: {head.Problem}"));
            }

            await ReadAsync(response, head, timeout).ConfigureAwait(false);
            connection?.Answered();
            var failure = observer.StreamFailure;
            return Done(failure is null ? Outcome.Completed : Outcome.Failed, failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Done(Outcome.Cancelled, null);
        }
        catch (OperationCanceledException)
        {
            return Done(Outcome.Failed, observer.StatusFailure() ?? TimeoutFailure(timeout, phase));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return Done(Outcome.Failed, observer.StatusFailure() ?? (phase == FailurePhase.Stream
                ? HandlerFailures.InStream(e, Recorder.Arrivals.Length)
                : HandlerFailures.BeforeHeaders(
                    e, prepared.Uri, connection, keeping.HasAnswered)));
        }
        finally
        {
            observer.Dispose();
            second?.Dispose();
            if (connection is { IsCutShort: true })
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker invoker, Deadline timeout)
    {
        using var message = Message(timeout);
        return await invoker.SendAsync(message, timeout.Token).ConfigureAwait(false);
    }

    private Failure TimeoutFailure(Deadline timeout, FailurePhase phase)
    {
        var failure = timeout.Failure(isShakingHands ? FailurePhase.Tls : phase, Recorder.Arrivals.Length);
        return isShakingHands && failure.Kind == FailureKind.ConnectTimeout
            ? failure with { Message = failure.Message + WrongScheme.Hint(prepared.Uri) }
            : failure;
    }

    private KeptConnection Kept(Stream opened) =>
        new(opened, observer.ConnectStartNs ?? NowNs, IsCold ? null : keeping, axis);

    private HttpRequestMessage Message(Deadline timeout)
    {
        var message = new HttpRequestMessage(new HttpMethod(prepared.Method), prepared.Uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = new StampedContent(prepared.Body, () =>
            {
                if (connection is not { IsCutShort: true })
                {
                    observer.SentNs = NowNs;
                    timeout.Sent();
                }
            }),
        };
        message.Options.Set(Self, this);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        message.Headers.TryAddWithoutValidation("User-Agent", "tollgate");
        foreach (var (name, value) in prepared.AllHeaders(
            request.FurtherHeaders, axis.TimeProvider.GetUtcNow()))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static AnswerHead Head(HttpResponseMessage response)
    {
        var head = new AnswerHead { Status = (int)response.StatusCode };
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            foreach (var value in values)
            {
                head.Take(name.ToLowerInvariant(), value);
            }
        }

        return head;
    }

    private async Task ReadAsync(HttpResponseMessage response, AnswerHead head, Deadline timeout)
    {
        using var body = await response.Content.ReadAsStreamAsync(timeout.Token).ConfigureAwait(false);
        var coding = head.ContentEncoding;
        var coded = coding.Length > 0 ? new CountedStream(body) : null;
        using var stream = ContentCoding.Decode(coded ?? body, coding);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (var ready = 0; !Recorder.IsOver;)
            {
                var read = stream.ReadAsync(buffer, timeout.Token);
                ready = read.IsCompleted ? ready + 1 : 0;
                var count = await read.ConfigureAwait(false);
                var nowNs = NowNs;
                if (count == 0)
                {
                    observer.End();
                    return;
                }

                Recorder.BeginRead(nowNs, 0);
                var before = Recorder.Arrivals.Length;
                observer.Body(buffer.AsSpan(0, count), coded?.Count);
                if (Recorder.Arrivals.Length > before)
                {
                    timeout.TokenCame();
                }

                if (ready >= MaxReadyReads)
                {
                    // Whoever sends without a pause must not keep the others' reads waiting.
                    ready = 0;
                    await Task.Yield();
                    timeout.Token.ThrowIfCancellationRequested();
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Exchange Done(Outcome outcome, Failure? failure) => observer.Build(outcome, failure, NowNs);
}
