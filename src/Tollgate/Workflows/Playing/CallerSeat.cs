using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Time;
using Tollgate.Transcripts;
using Tollgate.Transport;

namespace Tollgate.Workflows.Playing;

/// <summary>One call of a person with a model: the person takes the caller's seat of a suite's session.</summary>
/// <param name="ask">
/// What the person says, given the agent's name and words (empty at first, where no agent greets); null hangs up.
/// </param>
/// <param name="called">Is told of every tool call of the model.</param>
internal sealed class CallerSeat(Func<string, string, string?> ask, Action<ToolCall> called)
    : IExchangeSink, ISessionSink
{
    // People at a keyboard need no waiting for spoken words.
    private const double TimeScale = 1_000;

    private Transcript? transcript;

    /// <summary>Holds the call.</summary>
    /// <param name="target">The model.</param>
    /// <param name="exchanger">What carries the requests.</param>
    /// <param name="axis">The exchanger's clock.</param>
    /// <param name="seed">Seed of all random draws.</param>
    /// <param name="stop">Ends the call.</param>
    /// <returns>The transcript; null where the call was stopped before it began.</returns>
    public async Task<Transcript?> PlayAsync(
        Suite suite, SuiteSession session, Target target, IExchanger exchanger, MonotonicAxis axis, ulong seed,
        CancellationToken stop)
    {
        var runner = new RehearsalRunner(
            new RehearsalSettings
            {
                Suite = suite,
                Sessions = [session],
                Targets = [target],
                Seed = seed,
                TimeScale = TimeScale,
                PostCall = false,
                Person = ask,
            },
            exchanger, this, this, axis);
        await PumpThread.RunAsync(() => runner.RunAsync(stop));
        return transcript;
    }

    void IExchangeSink.Issued(string target)
    {
        // One call of a person measures nothing.
    }

    void IExchangeSink.Ended(Exchange exchange)
    {
        foreach (var call in exchange.Reply.ToolCalls)
        {
            called(call);
        }
    }

    void ISessionSink.Ended(Transcript transcript) => this.transcript = transcript;
}
