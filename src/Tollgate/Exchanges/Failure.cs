namespace Tollgate.Exchanges;

/// <summary>Why an exchange failed: a value, not an exception.</summary>
/// <param name="Kind">Which of the closed list.</param>
/// <param name="Phase">How far it had come.</param>
/// <param name="Message">
/// One sentence for a person, with the provider's own message where it gave one; never a key.
/// </param>
public sealed record Failure(FailureKind Kind, FailurePhase Phase, string Message)
{
    /// <summary>The HTTP status; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>How long the provider asked to wait (Retry-After); null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The failure that a bug of this program is: its message goes into the report.</summary>
    public static Failure OfBug(Exception bug, FailurePhase phase) =>
        new(FailureKind.Instrument, phase, $"{bug.GetType().Name}: {bug.Message}");

    /// <summary>Who failed.</summary>
    public FailureParty Party => PartyOf(Kind);

    /// <summary>Who fails in that way.</summary>
    internal static FailureParty PartyOf(FailureKind kind) => kind switch
    {
        FailureKind.DnsFailure or FailureKind.ConnectionRefused or FailureKind.ConnectTimeout
            or FailureKind.Unreachable or FailureKind.TlsFailure or FailureKind.ResetBeforeHeaders
            or FailureKind.ResetMidStream => FailureParty.Network,
        FailureKind.Unauthorized or FailureKind.NotFound or FailureKind.BadRequest => FailureParty.Request,
        FailureKind.NotSent or FailureKind.Instrument => FailureParty.Instrument,
        _ => FailureParty.Provider,
    };
}
