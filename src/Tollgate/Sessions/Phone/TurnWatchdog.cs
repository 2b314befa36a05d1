namespace Tollgate.Sessions.Phone;

/// <summary>
/// Stands over a stream while it comes: ends it where the caller speaks into it, or has heard nothing for too long.
/// </summary>
/// <param name="playback">What the caller hears.</param>
/// <param name="interruption">When the caller speaks into it; null for never.</param>
/// <param name="silentFromNs">When the caller's last words were over.</param>
/// <param name="patienceNs">How long the caller bears silence.</param>
internal sealed class TurnWatchdog(
    CallClock clock, Playback playback, Interruption? interruption, long silentFromNs, long patienceNs)
{
    /// <summary>When the caller spoke into it; null where that did not come to pass.</summary>
    public long? InterruptedNs { get; private set; }

    /// <summary>The caller heard nothing for too long.</summary>
    public bool HungUp { get; private set; }

    /// <summary>
    /// Waits until the work is done, and takes it back where it must end before.
    /// </summary>
    /// <param name="work">What is under way; it ends soon once <paramref name="cut"/> is cancelled.</param>
    /// <param name="cut">Takes the work back; null where it goes on whatever the caller does.</param>
    /// <param name="ending">The run is over.</param>
    public async Task WatchAsync(Task work, CancellationTokenSource? cut, CancellationToken ending)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ending);

        // Not with asynchronous continuations: what waits for several tasks would then come back on the pool's threads.
        // As
        // it is, whoever reads the wire does no more than post to the context that waits here.
        var changed = new TaskCompletionSource();
        if (interruption is { DueNs: null })
        {
            playback.Scheduled = () => Volatile.Read(ref changed).TrySetResult();
        }

        while (!work.IsCompleted && !ending.IsCancellationRequested)
        {
            var dueNs = InterruptedNs is null ? interruption?.DueNs : null;
            var patientUntilNs = Math.Max(silentFromNs, playback.EndNs ?? silentFromNs) + patienceNs;
            var wakeNs = Math.Min(dueNs ?? long.MaxValue, patientUntilNs);
            if (clock.NowNs < wakeNs)
            {
                var wake = clock.UntilAsync(wakeNs, over.Token);
                if (interruption is not null && dueNs is null && InterruptedNs is null)
                {
                    await Task.WhenAny(work, wake, changed.Task);
                    Volatile.Write(ref changed, new TaskCompletionSource());
                }
                else
                {
                    await Task.WhenAny(work, wake);
                }

                continue;
            }

            if (dueNs <= patientUntilNs)
            {
                InterruptedNs = dueNs;
            }
            else
            {
                HungUp = true;
            }

            if (cut is null && !HungUp)
            {
                // Tools run on: what they do is done.
                continue;
            }

            Cancel(cut);
            break;
        }

        playback.Scheduled = null;
        Cancel(over);
    }

    // Not CancelAsync: that would leave the context, which may be a virtual clock's.
    private static void Cancel(CancellationTokenSource? source) => source?.Cancel();
}
