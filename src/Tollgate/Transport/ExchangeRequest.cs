using Tollgate.Exchanges;

namespace Tollgate.Transport;

/// <summary>An exchange to be carried out.</summary>
public sealed record ExchangeRequest
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

    /// <summary>Keep what was said in <see cref="Exchange.Reply"/>.</summary>
    public bool KeepContent { get; init; }

    /// <summary>Who looks at the stream while it comes; null for nobody.</summary>
    public IArrivalWatcher? Watcher { get; init; }

    /// <summary>
    /// What a simulated model is to answer: the side door by which stand-ins take part in rehearsals. It goes out as
    /// the header <see cref="ScriptedReply.Header"/>, so it is set for simulated targets alone; null for all others.
    /// </summary>
    public Reply? ScriptedReply { get; init; }
}
