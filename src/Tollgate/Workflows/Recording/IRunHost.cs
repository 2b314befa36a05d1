using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Workflows.Recording;

/// <summary>
/// What a run is carried out by: an exchanger, the axis that its stamps lie on, and the time that passes.
/// </summary>
internal interface IRunHost : IAsyncDisposable
{
    IExchanger Exchanger { get; }

    MonotonicAxis Axis { get; }

    /// <summary>The transport's name in run files.</summary>
    string Transport { get; }

    /// <summary>The run file's writer may hold the run up: virtual time outruns any disk.</summary>
    bool WaitsForDisk { get; }

    /// <summary>Has whatever must be ready before the first exchange ready.</summary>
    Task PrepareAsync(CancellationToken stop);

    /// <summary>Runs work, and all that it starts, to its end.</summary>
    /// <param name="work">Gets the two tokens as it may await them.</param>
    /// <param name="stop">Asks for an end in order.</param>
    /// <param name="abort">Asks for an end at once.</param>
    Task<T> RunAsync<T>(
        Func<CancellationToken, CancellationToken, Task<T>> work, CancellationToken stop, CancellationToken abort);
}
