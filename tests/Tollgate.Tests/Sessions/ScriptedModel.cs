using System.Text;
using Tollgate.Exchanges;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Tests.Sessions;

/// <summary>
/// A model under virtual time that says what a test tells it: its first word after 500 ms, then a word every 100 ms.
/// </summary>
internal sealed class ScriptedModel(VirtualTime time, Func<ExchangeRequest, object> answer) : IExchanger
{
    public const long FirstNs = 500_000_000;
    public const long WordNs = 100_000_000;

    private readonly MonotonicAxis axis = new(time);

    public List<ExchangeRequest> Requests { get; } = [];

    public StampSource Stamp => StampSource.Virtual;

    public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) => default;

    public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        await axis.UntilAsync(request.IntendedNs, CancellationToken.None);
        var sentNs = axis.NowNs;
        var arrivals = new List<Arrival>();
        var said = new StringBuilder();
        var tools = new List<ToolCall>();
        if (answer(request) is not Reply reply)
        {
            return Over(Outcome.Failed, new Failure(FailureKind.ServerError, FailurePhase.Headers, "status 500"));
        }

        try
        {
            var atNs = sentNs + FirstNs;
            foreach (var word in reply.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                await axis.UntilAsync(atNs, cancellationToken);
                var piece = said.Length == 0 ? word : " " + word;
                said.Append(piece);
                arrivals.Add(new Arrival(atNs, piece.Length, ArrivalKind.Text, false, 0));
                request.Watcher?.Arrived(atNs, ArrivalKind.Text, Encoding.UTF8.GetBytes(piece));
                atNs += WordNs;
            }

            foreach (var call in reply.ToolCalls)
            {
                await axis.UntilAsync(atNs, cancellationToken);
                arrivals.Add(new Arrival(atNs, call.Name.Length, ArrivalKind.Tool, false, 0));
                tools.Add(call);
                atNs += WordNs;
            }
        }
        catch (OperationCanceledException)
        {
            return Over(Outcome.Cancelled, null);
        }

        return Over(Outcome.Completed, null);

        Exchange Over(Outcome outcome, Failure? failure) => new()
        {
            Id = request.Id,
            Target = request.Target.Name,
            TaskId = request.TaskId,
            Turn = request.Turn,
            Attempt = request.Attempt,
            Outcome = outcome,
            Failure = failure,
            Reply = new Reply(said.ToString(), "", tools),
            Timeline = new Timeline
            {
                IntendedNs = request.IntendedNs,
                SentNs = sentNs,
                OverNs = axis.NowNs,
                EndNs = outcome == Outcome.Completed ? axis.NowNs : null,
                Arrivals = arrivals.ToArray(),
                Stamp = StampSource.Virtual,
            },
        };
    }

    public ValueTask DisposeAsync() => default;
}
