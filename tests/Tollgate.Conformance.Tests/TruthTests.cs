using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Transport;
using Tollgate.Wires.Catalog;

namespace Tollgate.Conformance.Tests;

/// <summary>What was measured against what the server knows it sent, in real time; the bounds hold on a busy machine.</summary>
public class TruthTests
{
    // The kernel's stamps do not wait for the process; the process's own do.
    private static readonly Dictionary<string, double> MedianErrorMs = new() { ["direct"] = 2, ["handler"] = 50 };

    [Theory]
    [InlineData("direct", "openai-chat", false)]
    [InlineData("direct", "openai-responses", false)]
    [InlineData("direct", "anthropic", false)]
    [InlineData("direct", "openai-chat", true)]
    [InlineData("handler", "openai-chat", false)]
    [InlineData("handler", "anthropic", true)]
    public async Task Measured_AgainstTheTruth_AreTheSameTokensAtTheSameTimes(string transport, string wire, bool tls)
    {
        if (transport == "direct" && !Tollgate.Transport.Direct.DirectExchanger.IsSupported)
        {
            return;
        }

        await using var bench = Bench.Start(transport, tls);
        await Priming.PrimeAsync(bench.Exchanger, WireCatalog.All, bench.Axis, CancellationToken.None);
        var sink = new Sink();
        var summary = await new LoadRunner(
            new LoadSettings
            {
                Targets = [bench.Target(wire, model: "steady")],
                Mode = new ClosedLoop(16),
                Prompts = new PromptList(Prompt.FromUser("Hello", 20)),
                Seed = 1,
                Requests = 48,
            },
            bench.Exchanger, sink, bench.Axis).RunAsync(CancellationToken.None);

        summary.Valid.ShouldBeTrue();
        sink.Ended.Count.ShouldBe(48);
        var errors = new List<double>();
        foreach (var exchange in sink.Ended)
        {
            exchange.Outcome.ShouldBe(Outcome.Completed, exchange.Failure?.ToString());
            var truth = bench.Server.Truth.Find(exchange.RequestId!).ShouldNotBeNull();
            var arrivals = exchange.Timeline.Arrivals.ToArray();
            arrivals.Length.ShouldBe(truth.Writes.Length);
            exchange.Usage!.Value.ShouldBe(truth.Usage);
            exchange.Timeline.SentNs!.Value.ShouldBeLessThanOrEqualTo(truth.ArrivedNs + 100_000);
            for (var i = 0; i < arrivals.Length; i++)
            {
                // Nothing arrives before it was written; 0.1 ms is for the conversion between the clocks.
                arrivals[i].AtNs.ShouldBeGreaterThan(truth.Writes[i].AtNs - 100_000);
            }

            var measured = exchange.Timeline.FirstTokenNs!.Value - exchange.Timeline.SentNs!.Value;
            errors.Add(Math.Abs(measured - (truth.Writes[0].AtNs - truth.ArrivedNs)) / 1e6);
        }

        errors.Sort();
        errors[errors.Count / 2].ShouldBeLessThan(MedianErrorMs[transport]);
    }

    // A role-only event leaves at once and the first token 300 ms later: whoever counts the former is off by all of it.
    [Theory]
    [InlineData("direct", "openai-chat")]
    [InlineData("direct", "openai-responses")]
    [InlineData("direct", "anthropic")]
    [InlineData("handler", "openai-chat")]
    [InlineData("handler", "anthropic")]
    public async Task FirstToken_BehindARoleOnlyEvent_IsTheToken(string transport, string wire)
    {
        if (transport == "direct" && !Tollgate.Transport.Direct.DirectExchanger.IsSupported)
        {
            return;
        }

        await using var bench = Bench.Start(transport);
        var exchange = await bench.ExchangeAsync(bench.Target(wire, model: "steady"));
        var timeline = exchange.Timeline;
        (timeline.FirstTokenNs!.Value - timeline.SentNs!.Value).ShouldBeGreaterThan(299_000_000);
        (timeline.FirstByteNs!.Value - timeline.SentNs.Value).ShouldBeLessThan(250_000_000);
    }

    private sealed class Sink : IExchangeSink
    {
        public ConcurrentBag<Exchange> Ended { get; } = [];

        public void Issued(string target)
        {
        }

        void IExchangeSink.Ended(Exchange exchange) => Ended.Add(exchange);
    }
}
