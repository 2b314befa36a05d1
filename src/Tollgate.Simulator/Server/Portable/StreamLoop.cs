using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using Tollgate.Exchanges;
using Tollgate.Simulator.Http;
using Tollgate.Time;

namespace Tollgate.Simulator.Server.Portable;

/// <summary>
/// The loop for TLS, and for systems without epoll: .NET's own sockets and streams read, and one thread keeps the time
/// and writes. Arrivals are stamped by the process, after the read.
/// </summary>
internal sealed class StreamLoop : IServerLoop
{
    private const int ReadBytes = 16 * 1024;
    private const int StepsBetweenLooks = 64;

    // How long nobody is let in once the process may open no more files.
    private static readonly TimeSpan Full = TimeSpan.FromMilliseconds(100);

    private readonly ServerCore core;
    private readonly MonotonicAxis axis;
    private readonly Socket listener;
    private readonly SslServerAuthenticationOptions? tls;
    private readonly IAlarm alarm;
    private readonly ConcurrentQueue<Note> inbox = new();
    private readonly ConcurrentDictionary<StreamPeer, byte> peers = new();
    private readonly DueHeap due = new();
    private readonly SpareFiles spare = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ByteBuffer output = new(16 * 1024);

    /// <summary>Begins to serve. Owns the alarm.</summary>
    public StreamLoop(ServerCore core, Socket listener, SslServerAuthenticationOptions? tls, IAlarm alarm)
    {
        this.alarm = alarm;
        this.core = core;
        this.listener = listener;
        this.tls = tls;
        axis = core.Axis;
        new Thread(Run) { IsBackground = true, Name = "tollgate-simulator" }.Start();
        accepting = Task.Run(AcceptAsync);
    }

    private enum What : byte
    {
        Read, Written, Gone,
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        listener.Dispose();
        alarm.Ring();
        await accepting.ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
        alarm.Dispose();
        spare.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptAsync(stop.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                _ = Task.Run(() => ReadAsync(socket));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionAborted
                or SocketError.ConnectionReset)
            {
                // The client was gone before it was let in.
            }
            catch (SocketException e)
            {
                spare.GiveUp();
                core.Say($"no further connection can be accepted for now ({e.SocketErrorCode}); raise the limit on open files (ulimit -n) for more at once");
                do
                {
                    await core.RestAsync(Full, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                while (!stop.IsCancellationRequested && !spare.TryHold());
            }
        }
    }

    private async Task ReadAsync(Socket socket)
    {
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        if (tls is not null)
        {
            var secure = new SslStream(stream);
            stream = secure;
            try
            {
                await secure.AuthenticateAsServerAsync(tls, stop.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (IsBroken(e) || e is System.Security.Authentication.AuthenticationException)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
                return;
            }
        }

        var connection = new Connection(core, c => due.Set((StreamPeer)c.Peer!, 0)); // Set in the next line.
        var peer = new StreamPeer(socket, stream, connection);
        connection.Peer = peer;
        peers[peer] = 0;
        var buffer = new byte[ReadBytes];
        try
        {
            while (await stream.ReadAsync(buffer, stop.Token).ConfigureAwait(false) is var read and > 0)
            {
                Tell(new Note(peer, What.Read, buffer[..read], axis.NowNs));

                // What is not wanted yet stays with the kernel.
                await peer.Wanted.WaitAsync(stop.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsBroken(e))
        {
            // Reported like an end in good order: the client is gone.
        }

        Tell(new Note(peer, What.Gone, [], axis.NowNs));
    }

    private static bool IsBroken(Exception e) =>
        e is IOException or SocketException or ObjectDisposedException or OperationCanceledException
            or InvalidOperationException;

    private void Tell(Note note)
    {
        inbox.Enqueue(note);
        alarm.Ring();
    }

    private void Run()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                while (inbox.TryDequeue(out var note))
                {
                    try
                    {
                        Take(note);
                    }
                    catch (Exception bug)
                    {
                        Fail(note.Peer, bug);
                    }
                }

                var now = axis.NowNs;
                for (var steps = 0; due.MinDueNs <= now && steps < StepsBetweenLooks; steps++)
                {
                    var peer = (StreamPeer)due.Min;
                    try
                    {
                        Step(peer, now);
                    }
                    catch (Exception bug)
                    {
                        Fail(peer, bug);
                    }

                    now = axis.NowNs;
                }

                if (inbox.IsEmpty && due.MinDueNs > now)
                {
                    alarm.Wait(due.MinDueNs == long.MaxValue ? -1 : due.MinDueNs - now);
                }
            }

            foreach (var peer in peers.Keys)
            {
                Drop(peer, axis.NowNs);
            }

            stopped.SetResult();
        }
        catch (Exception e)
        {
            // Reported where the server is stopped; there is nobody else to tell.
            stopped.SetException(e);
        }
    }

    private void Take(Note note)
    {
        var peer = note.Peer;
        if (peer.Closed)
        {
            peer.Reading &= note.What != What.Read;
            ReadOn(peer);
            return;
        }

        switch (note.What)
        {
            case What.Gone:
                Drop(peer, note.AtNs);
                return;
            case What.Read:
                peer.Reading = false;
                if (!peer.Draining)
                {
                    peer.Connection.Receive(note.Bytes, note.AtNs, StampSource.Process);
                }

                ReadOn(peer);
                break;
            case What.Written:
                peer.Writing = false;
                peer.Connection.Delayed(note.AtNs);
                After(peer, peer.AfterWriting);
                return;
        }

        if (!peer.Writing)
        {
            due.Set(peer, peer.Connection.DueNs);
        }
    }

    // What goes wrong with one connection ends that one.
    private void Fail(StreamPeer peer, Exception bug)
    {
        core.Say(bug);
        Drop(peer, axis.NowNs);
    }

    // A client that sends on while it is being answered is not listened to.
    private static void ReadOn(StreamPeer peer)
    {
        if (!peer.Reading && (peer.Closed || peer.Draining || !peer.Connection.IsFull))
        {
            peer.Reading = true;
            peer.Wanted.Release();
        }
    }

    private void Step(StreamPeer peer, long now)
    {
        output.Clear();
        var next = peer.Connection.Render(output, now);
        peer.Connection.Written(axis.NowNs);
        if (output.Length == 0)
        {
            After(peer, next);
            return;
        }

        var write = WriteAsync(peer, output.Memory);
        if (write.IsCompleted)
        {
            After(peer, next);
            return;
        }

        // The write has the buffer until it is over; the loop goes on with another.
        output = new ByteBuffer(16 * 1024);
        peer.Writing = true;
        peer.AfterWriting = next;
        due.Set(peer, long.MaxValue);
        _ = TellWrittenAsync(peer, write);
    }

    private async Task TellWrittenAsync(StreamPeer peer, Task write)
    {
        await write.ConfigureAwait(false);
        Tell(new Note(peer, What.Written, [], axis.NowNs));
    }

    // A broken connection shows itself to the reader; here it only ends the write.
    private static async Task WriteAsync(StreamPeer peer, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var piece = peer.Connection.Trickle ? 1 : bytes.Length;
            for (; bytes.Length > 0; bytes = bytes[piece..])
            {
                await peer.Stream.WriteAsync(bytes[..piece]).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsBroken(e))
        {
        }
    }

    private void After(StreamPeer peer, Next next)
    {
        switch (next)
        {
            case Next.Reset:
                peer.Socket.LingerState = new LingerOption(true, 0);
                peer.Socket.Close();
                Drop(peer, axis.NowNs);
                return;
            case Next.DoneAndClose:
                peer.Connection.Sent();
                peer.Draining = true;
                due.Set(peer, long.MaxValue);
                ReadOn(peer);
                _ = EndAsync(peer);
                return;
            case Next.Done:
                peer.Connection.Sent();
                break;
        }

        ReadOn(peer);
        due.Set(peer, peer.Connection.DueNs);
    }

    private static async Task EndAsync(StreamPeer peer)
    {
        try
        {
            if (peer.Stream is SslStream secure)
            {
                await secure.ShutdownAsync().ConfigureAwait(false);
            }

            peer.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (IsBroken(e))
        {
        }
    }

    private void Drop(StreamPeer peer, long now)
    {
        if (peer.Closed)
        {
            return;
        }

        peer.Closed = true;
        ReadOn(peer);
        peers.TryRemove(peer, out _);
        peer.Socket.Close();
        peer.Connection.Gone(now);
        due.Set(peer, long.MaxValue);
    }

    private readonly record struct Note(StreamPeer Peer, What What, byte[] Bytes, long AtNs);
}
