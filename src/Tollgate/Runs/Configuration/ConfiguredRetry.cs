using System.Text.Json.Serialization;
using Tollgate.Exchanges;

namespace Tollgate.Runs.Configuration;

/// <summary>When failed exchanges were tried again.</summary>
/// <param name="Attempts">How often a task was tried in all.</param>
/// <param name="On">The failures after which it was tried again.</param>
/// <param name="Backoff">The wait after the first attempt.</param>
/// <param name="MaxWait">No wait was longer.</param>
internal sealed record ConfiguredRetry(
    int? Attempts, IReadOnlyList<FailureKind>? On, TimeSpan? Backoff,
    [property: JsonPropertyName("longest_wait")] TimeSpan? MaxWait);
