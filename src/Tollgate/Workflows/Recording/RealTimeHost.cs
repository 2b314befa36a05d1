using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Workflows.Recording;

/// <summary>Runs in real time, on a thread of its own. It owns the exchanger.</summary>
/// <param name="exchanger">Carries out the exchanges.</param>
/// <param name="axis">The axis on which it stamps.</param>
/// <param name="transport">The transport's name in run files.</param>
/// <param name="prepare">What is to be done before the first exchange; null for nothing.</param>
internal sealed class RealTimeHost(
    IExchanger exchanger, MonotonicAxis axis, string transport, Func<CancellationToken, Task>? prepare = null)
    : IRunHost
{
    public IExchanger Exchanger => exchanger;

    public MonotonicAxis Axis => axis;

    public string Transport => transport;

    public bool WaitsForDisk => false;

    public Task PrepareAsync(CancellationToken stop) => prepare?.Invoke(stop) ?? Task.CompletedTask;

    public Task<T> RunAsync<T>(
        Func<CancellationToken, CancellationToken, Task<T>> work, CancellationToken stop, CancellationToken abort) =>
        PumpThread.RunAsync(() => work(stop, abort));

    public ValueTask DisposeAsync() => exchanger.DisposeAsync();
}
