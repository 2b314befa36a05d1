using Tollgate.Exchanges;

namespace Tollgate.Transport;

/// <summary>An exchange to be carried out.</summary>
internal sealed record ExchangeRequest
{
    /// <inheritdoc cref="Exchange.Id"/>
    public long Id { get; init; }

    /// <inheritdoc cref="Exchange.TaskId"/>
    public required long TaskId { get; init; }

    /// <inheritdoc cref="Exchange.Turn"/>
    public SessionTurn? Turn { get; init; }

    /// <inheritdoc cref="Exchange.Attempt"/>
    public int Attempt { get; init; } = 1;

    /// <inheritdoc cref="Exchange.Warmup"/>
    public bool Warmup { get; init; }

    public required Target Target { get; init; }

    public required Prompt Prompt { get; init; }

    /// <summary>
    /// When it is to leave, in nanoseconds on the monotonic axis. It may lie ahead: the exchanger gets everything ready
    /// and sends at that instant, not before.
    /// </summary>
    public required long IntendedNs { get; init; }

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

    /// <summary>Whose exchange it is.</summary>
    internal ExchangeLabels Labels => new()
    {
        Id = Id,
        TaskId = TaskId,
        Turn = Turn,
        Attempt = Attempt,
        Warmup = Warmup,
        Target = Target,
        IntendedNs = IntendedNs,
    };

    /// <summary>The further headers of the request: the target's, then its own.</summary>
    internal IEnumerable<KeyValuePair<string, string>> FurtherHeaders =>
        Target.Headers.Select(static header => KeyValuePair.Create(header.Key, header.Value.Reveal())).Concat(Headers);
}
