using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Results;
using Tollgate.Statistics;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Workflows.Trying;

/// <summary>
/// Holds the instrument against the truth: the time to the first token as it is measured, less what the server knows
/// that it was.
/// </summary>
internal static class Calibration
{
    private const int Streams = 16;
    private const int Requests = 160;
    private const int Tokens = 12;

    /// <summary>Measures the server.</summary>
    /// <param name="target">A server that knows when it sent what.</param>
    /// <param name="trueFirstTokenNs">
    /// The truth of one request, by its id: from its arrival at the server to the write of the first token; null where
    /// the server does not know the request.
    /// </param>
    /// <param name="exchanger">What carries the requests; ready to measure.</param>
    /// <param name="axis">The exchanger's clock.</param>
    /// <param name="seed">Seed of all random draws.</param>
    /// <param name="stop">Sends no further request.</param>
    /// <param name="abort">Ends what is in flight as well.</param>
    public static async Task<CalibrationResult> MeasureAsync(
        Target target, Func<string, long?> trueFirstTokenNs, IExchanger exchanger, MonotonicAxis axis, ulong seed,
        CancellationToken stop, CancellationToken abort)
    {
        var errors = new Errors(trueFirstTokenNs);
        var settings = new LoadSettings
        {
            Targets = [target],
            Mode = new ClosedLoop(Streams) { Stagger = TimeSpan.FromMilliseconds(500) },
            Prompts = new PromptList(Prompt.FromUser("Hello", Tokens)),
            Seed = seed,
            Requests = Requests,
            // The first round is also the runtime's own: what it compiles, it compiles then.
            WarmUp = WarmUp.OfTasks(Streams),
        };
        await new LoadRunner(settings, exchanger, errors, axis).RunAsync(stop, abort);
        return errors.Summarise();
    }

    private sealed class Errors(Func<string, long?> trueFirstTokenNs) : IExchangeSink
    {
        private readonly List<double> ms = [];

        public void Issued(string target)
        {
        }

        public void Ended(Exchange exchange)
        {
            if (exchange is { Warmup: false, Outcome: Outcome.Completed, RequestId: { } id }
                && exchange.Timeline is { FirstTokenNs: { } first, SentNs: { } sent }
                && trueFirstTokenNs(id) is { } truth)
            {
                lock (ms)
                {
                    ms.Add(Math.Abs(first - sent - truth) / 1e6);
                }
            }
        }

        public CalibrationResult Summarise()
        {
            lock (ms)
            {
                var sorted = ms.Order().ToArray();
                return new CalibrationResult(
                    new CalibrationError(At(sorted, 0.5), At(sorted, 0.99)), sorted.Length);
            }
        }

        private static double? At(double[] sorted, double p) =>
            Quantiles.CanState(sorted.Length, p) ? Math.Round(Quantiles.OfSorted(sorted, p), 6) : null;
    }
}
