using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Workflows.Recording;

/// <summary>Runs in virtual time. It owns the exchanger.</summary>
/// <param name="time">The clock.</param>
/// <param name="exchanger">Answers in process, by that clock's timers alone.</param>
internal sealed class VirtualHost(VirtualTime time, IExchanger exchanger) : IRunHost
{
    public IExchanger Exchanger => exchanger;

    public MonotonicAxis Axis { get; } = new(time);

    public string Transport => "virtual";

    public bool WaitsForDisk => true;

    /// <summary>There is nothing to get ready.</summary>
    public Task PrepareAsync(CancellationToken stop) => Task.CompletedTask;

    public Task<T> RunAsync<T>(
        Func<CancellationToken, CancellationToken, Task<T>> work, CancellationToken stop, CancellationToken abort) =>
        Task.Factory.StartNew(
            () => time.Run(() => work(time.Follow(stop), time.Follow(abort))),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public ValueTask DisposeAsync() => exchanger.DisposeAsync();
}
