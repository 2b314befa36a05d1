using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Time;

namespace Tollgate.Tests.Load;

/// <summary>One run under virtual time, with what came of it.</summary>
internal sealed class LoadBench : IExchangeSink
{
    public LoadBench() => Axis = new MonotonicAxis(Time);

    public VirtualTime Time { get; } = new();

    public MonotonicAxis Axis { get; }

    public List<Exchange> Ended { get; } = [];

    public List<string> Issued { get; } = [];

    /// <summary>Instants are given from here: the load's start.</summary>
    public long StartNs { get; private set; }

    public static Target Target(string name) => new()
    {
        Name = name,
        Wire = "openai-chat",
        Url = new Uri("http://127.0.0.1:1"),
        Model = "m",
    };

    public static LoadSettings Settings(LoadMode mode, params string[] targets) => new()
    {
        Targets = [.. (targets.Length == 0 ? ["a"] : targets).Select(Target)],
        Mode = mode,
        Prompts = new PromptList(Prompt.FromUser("Hello")),
        Seed = 1,
    };

    public LoadSummary Run(
        LoadSettings settings, FakeExchanger? exchanger = null, CancellationToken stop = default,
        CancellationToken abort = default)
    {
        var runner = new LoadRunner(settings, exchanger ?? new FakeExchanger(Axis), this, Axis);
        var summary = Time.Run(() => runner.RunAsync(stop, abort));
        StartNs = summary.StartedNs;
        runner.Progress.Targets.ShouldBe(summary.Targets);
        return summary;
    }

    /// <summary>The intended instants of a target's exchanges in order of id, in ms after the start.</summary>
    public double[] IntendedMs(string target = "a") =>
        [.. Of(target).Select(exchange => Ms(exchange.Timeline.IntendedNs))];

    /// <summary>The instants at which they were sent, in ms after the start.</summary>
    public double[] SentMs(string target = "a") =>
        [.. Of(target).Select(exchange => Ms(exchange.Timeline.SentNs ?? long.MinValue))];

    public IEnumerable<Exchange> Of(string target) =>
        Ended.Where(exchange => exchange.Target == target).OrderBy(exchange => exchange.Id);

    public double Ms(long atNs) => (atNs - StartNs) / 1e6;

    void IExchangeSink.Issued(string target) => Issued.Add(target);

    void IExchangeSink.Ended(Exchange exchange) => Ended.Add(exchange);
}
