using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Wires;
using Tollgate.Wires.Catalog;
using Tollgate.Wires.Requests;

namespace Tollgate.Transport;

/// <summary>
/// Finds out how a server wants its requests. If it refuses a request for a field that this program chose by itself,
/// the request is sent once more with the other form, and so are all that follow. The exchange is the one that was
/// answered; the refusals are in no number and are owned up to in <see cref="Warnings"/>. What the user chose is never
/// changed. Safe for concurrent use.
/// </summary>
/// <param name="inner">Carries out the exchanges.</param>
/// <param name="findWire">The wire of a name, which knows what servers refuse; null for those of the catalog.</param>
internal sealed class AdaptingExchanger(IExchanger inner, Func<string, IWire?>? findWire = null) : IExchanger
{
    private readonly Func<string, IWire?> findWire = findWire ?? WireCatalog.Find;
    private readonly ConcurrentDictionary<string, RequestForm> learnt = new();
    private readonly ConcurrentDictionary<(string Target, string Change), int> refusals = new();
    private readonly ConcurrentDictionary<string, bool> unmarked = new();

    public IExchanger Inner => inner;

    public StampSource Stamp => inner.Stamp;

    public IReadOnlyList<string> Warnings =>
    [
        .. refusals.OrderBy(refusal => refusal.Key).Select(refusal => $"{refusal.Key.Target}: the server refused {
            refusal.Key.Change} ({(refusal.Value == 1 ? "1 refusal, which is" : $"{refusal.Value} refusals, which are")
            } in no number)."),
        .. unmarked.Keys.Order().Select(target => $"{target}: answers count as completed where the body ended after a {
            ""}finish reason, with or without an end marker (`end: finish_reason`); one that was cut off there is not {
            ""}told from a whole one."),
        .. inner.Warnings,
    ];

    public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) =>
        inner.WarmAsync(target, connections, cancellationToken);

    public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request with { Target = Adapted(request.Target) };
        var exchange = await inner.ExchangeAsync(request, cancellationToken);

        // Each form changes once, so this ends.
        while (Refused(request, exchange) is { } other)
        {
            learnt.AddOrUpdate(request.Target.Name, other.Form, (_, known) => Merged(known, other.Form));
            refusals.AddOrUpdate((request.Target.Name, other.What), 1, static (_, count) => count + 1);
            request = request with { Target = Adapted(request.Target), IntendedNs = exchange.Timeline.OverNs };
            exchange = await inner.ExchangeAsync(request, cancellationToken);
        }

        if (exchange.Outcome == Outcome.Completed && request.Target.End == StreamEnd.FinishReason)
        {
            unmarked.TryAdd(request.Target.Name, true);
        }

        return exchange;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Target Adapted(Target target) => learnt.TryGetValue(target.Name, out var form)
        ? target with { Request = Merged(target.Request, form) }
        : target;

    private static RequestForm Merged(RequestForm first, RequestForm second) => first with
    {
        TokenLimit = first.TokenLimit ?? second.TokenLimit,
        StreamOptions = first.StreamOptions ?? second.StreamOptions,
    };

    private RequestChange? Refused(ExchangeRequest request, Exchange exchange) => exchange.Failure is { } refusal
        ? findWire(request.Target.Wire)?.Adapt(request.Target, request.Prompt, refusal)
        : null;
}
