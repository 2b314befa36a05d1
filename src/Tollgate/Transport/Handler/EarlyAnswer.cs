namespace Tollgate.Transport.Handler;

/// <summary>
/// What a server says while a request is still being written to it: a limit on the body's size is a refusal after its
/// first bytes. One reader beside one writer.
/// </summary>
/// <param name="inner">The connection.</param>
internal sealed class EarlyAnswer(Stream inner)
{
    // "HTTP/1.1 413": up to the status's first digit is enough.
    private const int StatusAt = 9;

    private readonly byte[] bytes = new byte[4096];
    private readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<int>? reading;
    private int start;

    /// <summary>Ends when the server has refused the request; never else.</summary>
    public Task Refused => refused.Task;

    /// <summary>Something was read here, or is being read, that the connection's reader has not had.</summary>
    public bool HasMore => reading is not null;

    /// <summary>Begins to read.</summary>
    public void Listen() => reading = ListenAsync();

    /// <summary>Looks at what the connection's own reader read.</summary>
    public void Saw(ReadOnlySpan<byte> answer)
    {
        if (IsRefusal(answer))
        {
            refused.TrySetResult();
        }
    }

    /// <summary>Hands on what was read here; 0 at the connection's end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var all = await reading!.WaitAsync(cancellationToken).ConfigureAwait(false); // There is more.
        var count = Math.Min(buffer.Length, all - start);
        bytes.AsMemory(start, count).CopyTo(buffer);
        start += count;
        reading = start < all || buffer.IsEmpty ? reading : null;
        return count;
    }

    /// <summary>Whether an answer begins as one that does not want the request; with 1xx and 2xx it reads on.</summary>
    public static bool IsRefusal(ReadOnlySpan<byte> answer) =>
        answer.Length > StatusAt && answer.StartsWith("HTTP/"u8) && answer[StatusAt] is >= (byte)'3' and <= (byte)'5';

    private async Task<int> ListenAsync()
    {
        var all = 0;
        while (all <= StatusAt)
        {
            var read = await inner.ReadAsync(bytes.AsMemory(all)).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            all += read;
        }

        Saw(bytes.AsSpan(0, all));
        return all;
    }
}
