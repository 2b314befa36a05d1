using Tollgate.Exchanges;
using State = Tollgate.Transport.Direct.ConnectionState;

namespace Tollgate.Transport.Direct;

/// <summary>
/// One connection, from its opening to its close, with the exchange that it carries. Owned by the loop's thread.
/// </summary>
internal sealed class DirectConnection
{
    private const long DrainNs = 2_000_000_000;

    private readonly DirectLoop loop;
    private readonly ConnectionPool pool;
    private readonly ConnectionOpening opening;
    private readonly LoopSocket socket;
    private readonly ConnectionUses uses;
    private readonly DeadlineWatch watch;
    private State state;
    private long connectedNs;
    private long busySinceNs;
    private DirectJob? job;
    private DirectAnswer? answer;
    private TlsSession? tls;

    /// <inheritdoc cref="ConnectionOpening(DirectLoop, ConnectionPool, DirectJob, Warmth)"/>
    public DirectConnection(DirectLoop loop, ConnectionPool pool, DirectJob? openedFor, Warmth? warmth)
    {
        this.loop = loop;
        this.pool = pool;
        opening = new ConnectionOpening(loop, pool, openedFor, warmth);
        socket = new LoopSocket(loop, this);
        uses = new ConnectionUses(pool.Keeping, opening.IsCold);
        watch = new DeadlineWatch(loop, this);
    }

    public ConnectionPool Pool => pool;

    public int Fd => socket.Fd;

    public bool IsOpening => state == State.Connecting;

    public bool IsClosed => state == State.Closed;

    /// <summary>Begins to connect.</summary>
    public void Open()
    {
        opening.Begin();
        Connect();
    }

    /// <summary>The attempt to connect came to an end.</summary>
    public void OnConnect()
    {
        var error = socket.EndConnect();
        if (error != 0)
        {
            OnConnectError(error);
            return;
        }

        opening.Prefer();
        if (pool.IsTls)
        {
            state = State.Securing;
            tls = new TlsSession(this, loop, pool.Endpoint.IdnHost);
            _ = tls.RunAsync();
        }
        else
        {
            OnOpen();
        }
    }

    /// <summary>Holds an exchange: sends it now, or when its instant comes.</summary>
    public void Take(DirectJob next)
    {
        job = next;
        next.Connection = this;

        uses.Mark(next);

        // A connection that was there before the request was to leave is a warm one, no matter what it was opened for.
        if (!uses.Any && (opening.IsCold || connectedNs > next.Request.IntendedNs))
        {
            next.Observer.ConnectStartNs = opening.StartNs;
            next.Observer.ConnectedNs = connectedNs;
        }

        if (next.Request.IntendedNs <= DirectLoop.NowNs)
        {
            Depart();
        }
    }

    /// <summary>The instant has come.</summary>
    public void Depart()
    {
        if (state != State.Ready || job?.Bytes is not { } bytes)
        {
            return;
        }

        state = State.Busy;
        answer = new DirectAnswer(job, loop, this);
        busySinceNs = DirectLoop.NowNs;
        if (tls is null)
        {
            Send(bytes);
        }
        else
        {
            _ = tls.SendAsync(bytes);
        }

        if (!uses.Any || job is { Reconnected: true })
        {
            // Only an idle connection can have been closed behind our back, so only then may the bytes be needed again.
            job?.Bytes = null;
        }

        Watch();
    }

    /// <summary>The socket takes bytes again.</summary>
    public void OnWritable() => StampSent(socket.OnWritable());

    /// <summary>A read brought bytes.</summary>
    public void OnBytes(ReadOnlyMemory<byte> bytes, long? stampNs, long nowNs)
    {
        answer?.BeginRead(stampNs, nowNs);
        if (tls is null)
        {
            OnPlain(bytes.Span);
        }
        else
        {
            tls.Feed(bytes);
        }
    }

    /// <summary>Notes what the next read will touch.</summary>
    public void NoteFootprint(ref Footprint footprint)
    {
        footprint.SetConnection(this, socket);
        answer?.NoteFootprint(ref footprint);
    }

    /// <summary>A read may have left something in the socket.</summary>
    public void LookAgain() => socket.LookAgain();

    /// <summary>The other side closed (0), or the connection broke (an error number).</summary>
    public void OnClosed(int error)
    {
        if (state == State.Securing)
        {
            FailOpening(new Failure(FailureKind.TlsFailure, FailurePhase.Tls, WrongScheme.OfHandshake(
                pool.Endpoint, "the connection was closed in the TLS handshake")));
        }
        else if (tls is not null && error == 0)
        {
            tls.FeedEnd();
        }
        else
        {
            OnEnd(error);
        }
    }

    /// <summary>The caller takes the exchange back.</summary>
    public void OnCancelled()
    {
        var cancelled = job!;
        var sent = state == State.Busy;
        job = null;
        loop.Finish(cancelled, Outcome.Cancelled, null);
        if (sent)
        {
            Close();
        }
        else
        {
            loop.Offer(this);
        }
    }

    /// <summary>A time that was watched has come; it may have moved since.</summary>
    public void OnTimer(long atNs, long nowNs)
    {
        if (!watch.Take(atNs))
        {
            return;
        }

        if (DeadlineNs() > nowNs)
        {
            Watch();
            return;
        }

        switch (state)
        {
            case State.Connecting or State.Securing:
                FailOpening(opening.TimeoutFailure(
                    state == State.Securing ? FailurePhase.Tls : FailurePhase.Connect));
                break;
            case State.Busy:
                FailJob(answer!.TimeoutFailure(nowNs, busySinceNs));
                break;
            case State.Draining:
                // Its answer is complete, and the connection is not free for another.
                uses.Answered(kept: false);
                Close();
                break;
        }
    }

    /// <summary>A bug showed itself while the connection was handled.</summary>
    public void OnBug(Exception e)
    {
        if (job is not null)
        {
            FailJob(Failure.OfBug(e, FailurePhase.Stream));
        }

        Close();
    }

    /// <summary>Closes it; what it carried must have been dealt with.</summary>
    public void Close()
    {
        if (state == State.Closed)
        {
            return;
        }

        if (state is State.Connecting or State.Securing or State.New)
        {
            opening.Settle();
        }
        else
        {
            pool.Open--;
            pool.RemoveIdle(this);
        }

        state = State.Closed;
        socket.Close();
        answer?.Dispose();
        answer = null;
        tls?.Dispose();
    }

    /// <summary>It does not open.</summary>
    public void FailOpening(Failure failure)
    {
        Close();
        opening.Fail(failure);
    }

    /// <summary>It is open, TLS included.</summary>
    public void OnOpen()
    {
        connectedNs = DirectLoop.NowNs;
        pool.Open++;
        state = State.Ready;
        opening.Settle();
        if (!opening.IsCold)
        {
            loop.Offer(this);
        }
        else if (opening.OpenedFor!.IsOver)
        {
            Close();
        }
        else
        {
            Take(opening.OpenedFor);
        }
    }

    /// <summary>Hands bytes to the kernel, as soon as it takes them.</summary>
    public void Send(ReadOnlySpan<byte> bytes) => StampSent(socket.Send(bytes));

    /// <summary>Bytes came that nothing wraps any more.</summary>
    public void OnPlain(ReadOnlySpan<byte> bytes)
    {
        if (answer is null)
        {
            // Nobody asked for anything.
            Drop();
            return;
        }

        var hadToken = answer.HasToken;
        answer.Feed(bytes);
        if (answer.IsFull)
        {
            socket.Pause();
        }

        OnRead(!hadToken && answer.HasToken);
    }

    /// <summary>More of its answer was decoded, or all of it.</summary>
    public void OnDecoded(bool isFirstToken)
    {
        if (!answer!.IsFull)
        {
            socket.Resume();
        }

        OnRead(isFirstToken);
    }

    private void OnRead(bool isFirstToken)
    {
        if (answer!.IsOver)
        {
            AfterBytes();
        }
        else if (isFirstToken)
        {
            Watch();
        }
    }

    private void AfterBytes()
    {
        if (job is not null)
        {
            if (answer!.Failure is { } failure)
            {
                FailJob(failure);
                return;
            }

            if (answer.IsComplete)
            {
                var completed = job;
                job = null;
                state = State.Draining;
                busySinceNs = DirectLoop.NowNs;
                loop.Finish(completed, Outcome.Completed, null);
            }
        }

        if (state == State.Draining)
        {
            if (answer!.IsWhole || !socket.IsOpen)
            {
                Recycle();
            }
            else
            {
                Watch();
            }
        }
    }

    private void FailJob(Failure failure)
    {
        var failed = job!;
        job = null;
        loop.Finish(failed, Outcome.Failed, failure);
        if (answer is { IsWhole: true })
        {
            Recycle();
        }
        else
        {
            Close();
        }
    }

    private void Recycle()
    {
        var reusable = answer!.KeepAlive && !opening.IsCold && !socket.HasUnsent && socket.IsOpen;
        uses.Answered(kept: answer.KeepAlive);
        answer.Dispose();
        answer = null;
        if (reusable)
        {
            state = State.Ready;
            socket.Resume();
            loop.Offer(this);
        }
        else
        {
            Close();
        }
    }

    /// <summary>No more bytes will come: closed (0), or broken (an error number).</summary>
    public void OnEnd(int error)
    {
        if (state == State.Busy && answer is { IsDecoding: true })
        {
            socket.Close();
            answer.CloseBehindDecoder(error);
            return;
        }

        if (state == State.Busy && job is not null)
        {
            if (error == 0 && answer!.Close())
            {
                AfterBytes();
            }
            else if (!answer!.HasBytes && uses.Any && !job.Reconnected && job.Bytes is not null)
            {
                // The server closed an idle connection just as the request left (RFC 9112, 9.3.1): it has not seen it.
                job.Reconnected = job.IsCold = true;
                uses.Lost();
                Drop();
                return;
            }
            else
            {
                FailJob(answer.LossFailure(error));
            }
        }
        else if (state == State.Draining)
        {
            uses.Answered(kept: false);
        }
        else if (state == State.Ready)
        {
            uses.Lost();
        }

        Drop();
    }

    // Closes it; an exchange that it held and that has not been answered at all goes to another.
    private void Drop()
    {
        var held = job;
        job = null;
        Close();
        if (held is { IsOver: false })
        {
            held.Connection = null;
            held.Observer.SentNs = null;
            loop.Place(held);
        }
    }

    private void Connect()
    {
        state = State.Connecting;
        var error = socket.Connect(opening.Address);
        if (error == 0)
        {
            Watch();
        }
        else
        {
            OnConnectError(error);
        }
    }

    private void OnConnectError(int error)
    {
        socket.Close();
        if (opening.TryNextAddress())
        {
            Connect();
        }
        else
        {
            FailOpening(opening.FailureOf(error));
        }
    }

    private void StampSent(long? handedOverNs)
    {
        if (state == State.Busy && handedOverNs is not null)
        {
            job?.Observer.SentNs = handedOverNs;
        }
    }

    private long DeadlineNs() => state switch
    {
        State.Connecting or State.Securing => opening.StartNs + (opening.Timeouts.Connect.Ticks * 100),
        State.Busy when job is not null => answer!.DeadlineNs(busySinceNs),
        State.Draining => busySinceNs + DrainNs,
        _ => long.MaxValue,
    };

    private void Watch() => watch.Set(DeadlineNs());
}
