namespace Tollgate.Results;

/// <summary>The suite that a rehearsal played.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">SHA-256 of its file.</param>
/// <param name="StandIn">
/// The targets were simulated models that knew the answers: their figures do not predict real ones.
/// </param>
internal sealed record RehearsedSuite(string Name, string Digest, bool StandIn)
{
    /// <summary>
    /// The model that played the callers, or that it was replayed; null where their agendas spoke for themselves.
    /// </summary>
    public string? Caller { get; init; }
}
