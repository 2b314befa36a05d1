using Tollgate.Exchanges;
using Tollgate.Transport;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Requests;

namespace Tollgate.Conformance.Tests.OtherWires;

/// <summary>A wire that no HTTP carries: each message that its exchanger hands over is one token, the last is empty.</summary>
internal sealed class MemoryWire : IWire, IFraming
{
    public const string Scheme = "memory";

    public string Name => "memory";

    public string KeyVariable => "MEMORY_KEY";

    public IReadOnlyList<KnownProvider> Providers => [];

    public IReadOnlyList<string> OwnFields => [];

    public IFraming Framing => this;

    string IFraming.Name => "messages";

    public string MediaType => "application/x-messages";

    public Uri Endpoint(Target target) => new($"{Scheme}://{target.Model}");

    public WireRequest Prepare(Target target, Prompt prompt) => new() { Uri = Endpoint(target), Headers = [] };

    public IAnswerDecoder CreateDecoder(StreamRecorder recorder) => new Decoder(recorder);

    public string? RequestId(AnswerHeaders headers) => null;

    public TimeSpan? RetryAfter(AnswerHeaders headers) => null;

    public IEnumerable<ReadOnlyMemory<byte>> Sample(int tokens) => [];

    public bool? IsStream(ReadOnlySpan<byte> body, bool isAnnounced, out int start)
    {
        start = 0;
        return true;
    }

    private sealed class Decoder(StreamRecorder recorder) : IAnswerDecoder
    {
        public void Feed(ReadOnlySpan<byte> bytes)
        {
            recorder.BeginEvent();
            if (bytes.IsEmpty)
            {
                recorder.End();
            }

            recorder.ArriveText(ArrivalKind.Text, bytes);
        }

        public void End()
        {
        }

        public void Dispose()
        {
        }
    }

    /// <summary>What carries it: two messages, a second apart, and the end.</summary>
    internal sealed class Exchanger(IWire wire) : IExchanger
    {
        public StampSource Stamp => StampSource.Process;

        public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) => default;

        public ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
        {
            using var observer = new StreamObserver(
                wire, new ExchangeLabels { TaskId = request.TaskId, Target = request.Target, IntendedNs = request.IntendedNs },
                request.KeepContent);
            observer.Begin(new AnswerHead { Status = 200 });
            foreach (var (message, atNs) in new (string, long)[] { ("one", 1_000_000_000), (" two", 2_000_000_000), ("", 3_000_000_000) })
            {
                observer.BeginRead(atNs);
                observer.Body(System.Text.Encoding.UTF8.GetBytes(message));
            }

            return ValueTask.FromResult(observer.Build(3_000_000_000));
        }

        public ValueTask DisposeAsync() => default;
    }
}
