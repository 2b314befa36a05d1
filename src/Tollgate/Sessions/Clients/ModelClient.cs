using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Transport;

namespace Tollgate.Sessions.Clients;

/// <summary>The way from one session to its model. Every request is a task of its own, attempts and all.</summary>
/// <param name="tasks">Carries them out.</param>
/// <param name="lane">The target's counts.</param>
/// <param name="timeouts">How long they may take.</param>
/// <param name="session">The session's number.</param>
/// <param name="nextTask">Numbers the run's tasks.</param>
internal sealed class ModelClient(
    TaskRun tasks, TargetLane lane, Timeouts timeouts, long session, Func<long> nextTask)
{
    public string Target => lane.Target.Name;

    /// <summary>Sends a prompt and waits for the end of its stream.</summary>
    /// <param name="prompt">What is sent.</param>
    /// <param name="turn">Whose it is.</param>
    /// <param name="intendedNs">When it is to leave, on the run's axis.</param>
    /// <param name="watcher">Who looks at the stream.</param>
    /// <param name="headers">Further headers of the request.</param>
    /// <param name="cut">Takes it back.</param>
    public Task<Exchange> AskAsync(
        Prompt prompt, int turn, long intendedNs, IArrivalWatcher? watcher,
        IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cut) =>
        tasks.RunAsync(
            lane,
            new ExchangeRequest
            {
                TaskId = nextTask(),
                Turn = new SessionTurn(session, turn),
                Target = lane.Target,
                Prompt = prompt,
                IntendedNs = intendedNs,
                Timeouts = timeouts,
                KeepContent = true,
                Watcher = watcher,
                Headers = headers,
            },
            cut);
}
