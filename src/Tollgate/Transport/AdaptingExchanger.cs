using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport;

/// <summary>
/// Finds out how a server wants its requests. If it refuses a request for a field that this program chose by itself,
/// the request is sent once more with the other form, and so are all that follow. The exchange is the one that was
/// answered; the refusals are in no number and are owned up to in <see cref="Warnings"/>. What the user chose is never
/// changed. Safe for concurrent use.
/// </summary>
/// <param name="inner">Carries out the exchanges.</param>
public sealed class AdaptingExchanger(IExchanger inner) : IExchanger
{
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
            refusals.AddOrUpdate((request.Target.Name, other.Change), 1, static (_, count) => count + 1);
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

    // The form that the server asks for instead, and the change in words; null where it refused nothing of the kind.
    private static (RequestForm Form, string Change)? Refused(ExchangeRequest request, Exchange exchange)
    {
        var form = request.Target.Request;
        if (request.Target.Wire != "openai-chat"
            || exchange.Failure is not { Kind: FailureKind.BadRequest, Status: 400 or 422 } refusal
            || !IsOfAField(refusal.Message))
        {
            return null;
        }

        if (form.StreamOptions is null && (Names("stream_options") || Names("include_usage")))
        {
            return (new RequestForm { StreamOptions = false },
                "stream_options, so token counts are not asked for");
        }

        return form.TokenLimit is not null || request.Prompt.MaxOutputTokens is null ? null
            : OpenAiChatWire.LimitOf(request.Target) == TokenLimit.MaxTokens
                ? Names("max_tokens")
                    ? (new RequestForm { TokenLimit = TokenLimit.MaxCompletionTokens },
                        "max_tokens, so max_completion_tokens is sent instead")
                    : null
                : Names("max_completion_tokens")
                    ? (new RequestForm { TokenLimit = TokenLimit.MaxTokens },
                        "max_completion_tokens, so max_tokens is sent instead")
                    : null;

        bool Names(string field) => refusal.Message.Contains(field, StringComparison.OrdinalIgnoreCase);
    }

    // As opposed to a value that the field may not have.
    private static bool IsOfAField(string message) =>
        ((string[])["unsupported", "not support", "unknown", "unrecognized", "unexpected", "extra", "not permitted",
            "not allowed", "does not exist", "deprecated"])
        .Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
