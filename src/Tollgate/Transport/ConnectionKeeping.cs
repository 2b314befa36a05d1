namespace Tollgate.Transport;

/// <summary>
/// Whether the server at one endpoint keeps connections after its answers. llama.cpp's announces that it does, and
/// closes each. Thread-safe.
/// </summary>
internal sealed class ConnectionKeeping
{
    // Two may be chance: a server that restarts, or one that allows a connection so many requests.
    private const int MinLost = 3;

    // A server closes an idle connection after seconds; one that keeps none closes it with its answer.
    private const long PromptNs = 1_000_000_000;

    private readonly Lock gate = new();
    private long answers, promptlyLost, unreplaced;
    private bool keepsNone;

    /// <summary>
    /// The server closed most connections right after its answers: from now on each exchange opens its own at its
    /// instant, as in a cold run, since a connection that seems idle is about to close.
    /// </summary>
    public bool KeepsNone => Volatile.Read(ref keepsNone);

    /// <summary>It has answered: it speaks what it is spoken to in.</summary>
    public bool HasAnswered => Volatile.Read(ref answers) > 0;

    /// <summary>An answer was over, and its connection could be kept.</summary>
    public void Answered()
    {
        lock (gate)
        {
            answers++;
        }
    }

    /// <summary>The server closed a connection that could be kept.</summary>
    /// <param name="idleNs">How long after the answer that was seen, in nanoseconds.</param>
    public void Lost(long idleNs)
    {
        lock (gate)
        {
            unreplaced++;
            promptlyLost += idleNs < PromptNs ? 1 : 0;
            keepsNone |= promptlyLost >= MinLost && promptlyLost * 2 > answers;
        }
    }

    /// <summary>An exchange was the first on its connection. True where that was in the place of a lost one.</summary>
    public bool Replace()
    {
        lock (gate)
        {
            var replaces = unreplaced > 0;
            unreplaced -= replaces ? 1 : 0;
            return replaces || keepsNone;
        }
    }
}
