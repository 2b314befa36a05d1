namespace Tollgate.Exchanges;

/// <summary>One request and the stream that answered it, as it was recorded. Immutable.</summary>
public sealed record Exchange
{
    /// <summary>Its number in the run: 0, 1, 2 ... in the order in which they were asked for.</summary>
    public required long Id { get; init; }

    /// <summary>The name of the target.</summary>
    public required string Target { get; init; }

    /// <summary>The task that it belongs to: attempts of one task share it.</summary>
    public required long TaskId { get; init; }

    /// <summary>Where it stands in a rehearsal; null outside of one.</summary>
    public SessionTurn? Turn { get; init; }

    /// <summary>1 for the first attempt, 2 for its first repetition ...</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>It was sent to warm up: recorded, and left out of every number.</summary>
    public bool Warmup { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Why it failed; null exactly where <see cref="Outcome"/> is not <see cref="Outcome.Failed"/>.</summary>
    public Failure? Failure { get; init; }

    public required Timeline Timeline { get; init; }

    /// <summary>The provider's own token counts; null where it gave none.</summary>
    public Usage? Usage { get; init; }

    /// <summary>Why the model stopped, in the provider's word; null where it did not say.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The provider's name for the request; null where it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The model that answered, as the provider names it; null where it did not say.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>The reads of the socket that the stream took; 0 in virtual time.</summary>
    public int Reads { get; init; }

    /// <summary>
    /// The connection was opened for this exchange: its timeline has <see cref="Timeline.ConnectStartNs"/>.
    /// </summary>
    public bool FreshConnection => Timeline.ConnectStartNs is not null;

    /// <summary>What else is worth knowing of how it was carried.</summary>
    public ExchangeRemarks Remarks { get; init; }

    /// <summary>What was said; <see cref="Exchanges.Reply.Empty"/> where content is not kept.</summary>
    public Reply Reply { get; init; } = Reply.Empty;
}
