using Tollgate.Cli.Hosts;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Results;
using Tollgate.Simulator;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Truth;
using Tollgate.Statistics;
using Tollgate.Time;

namespace Tollgate.Cli.Try;

/// <summary>
/// Holds the instrument against the truth: the first token as it was measured over real sockets, less what the
/// simulator knows of itself, which is its write of the first token less the kernel's arrival of the request.
/// </summary>
internal static class Calibration
{
    private const int Streams = 16;
    private const int Requests = 160;
    private const int Tokens = 12;

    public static async Task<CalibrationResult> MeasureAsync(CommandContext context, ulong seed)
    {
        await using var server = SimulatedServer.Start(new SimulatedServerOptions
        {
            TimeProvider = context.Time,
            Seed = seed,
            Profiles = ProfileSet.Default,
        });
        var target = new Target { Name = "calibration", Wire = "openai-chat", Url = server.Url, Model = "steady" };
        var axis = new MonotonicAxis(context.Time);
        await using var exchanger = Transports.Open(Plans.TransportChoice.Auto, [target], axis, insecure: false, out _);
        await Transports.PrimeAsync(exchanger!, context.Stop); // Auto always opens.
        var errors = new Errors(server.Truth);
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
        await new LoadRunner(settings, exchanger!, errors, axis).RunAsync(context.Stop, context.Abort);
        return errors.Summarise();
    }

    private sealed class Errors(TruthLog truth) : IExchangeSink
    {
        private readonly List<double> ms = [];

        public void Issued(string target)
        {
        }

        public void Ended(Exchange exchange)
        {
            if (exchange is { Warmup: false, Outcome: Outcome.Completed, RequestId: { } id }
                && exchange.Timeline is { FirstTokenNs: { } first, SentNs: { } sent }
                && truth.Find(id) is { Writes.Length: > 0 } record)
            {
                var error = Math.Abs(first - sent - (record.Writes[0].AtNs - record.ArrivedNs)) / 1e6;
                lock (ms)
                {
                    ms.Add(error);
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
