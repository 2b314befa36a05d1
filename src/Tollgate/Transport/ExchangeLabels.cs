using Tollgate.Exchanges;

namespace Tollgate.Transport;

/// <summary>Whose exchange it is: its place in the run, and the target.</summary>
internal record ExchangeLabels
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

    /// <summary>When it is to leave, in nanoseconds on the monotonic axis.</summary>
    public required long IntendedNs { get; init; }
}
