using Tollgate.Exchanges;

namespace Tollgate.Transport;

/// <summary>
/// An exchange to be carried out. Its instant may lie ahead: the exchanger gets everything ready and sends then, not
/// before.
/// </summary>
internal sealed record ExchangeRequest : ExchangeLabels
{
    public required Prompt Prompt { get; init; }

    /// <summary>How long it may take.</summary>
    public Timeouts Timeouts { get; init; } = Timeouts.Default;

    /// <summary>Open a connection for this exchange alone and close it afterwards.</summary>
    public bool Cold { get; init; }

    /// <summary>
    /// It leaves however many others are still being answered, so connections stand ready for more than there are now.
    /// Where a number of callers bounds them, those that were opened ahead are enough.
    /// </summary>
    public bool IsUnbounded { get; init; } = true;

    /// <summary>Keep what was said in <see cref="Exchange.Reply"/>.</summary>
    public bool KeepContent { get; init; }

    /// <summary>Who looks at the stream while it comes; null for nobody.</summary>
    public IArrivalWatcher? Watcher { get; init; }

    /// <summary>Further request headers of this exchange alone, behind the target's. No secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The further headers of the request: the target's, then its own.</summary>
    internal IEnumerable<KeyValuePair<string, string>> FurtherHeaders =>
        Target.Headers.Select(static header => KeyValuePair.Create(header.Key, header.Value.Reveal())).Concat(Headers);
}
