namespace Tollgate.Suites.Briefs;

/// <summary>What a caller takes where the wish's own value cannot be had.</summary>
/// <param name="Any">Whatever is offered.</param>
/// <param name="Values">These values too, as records hold them.</param>
public sealed record Acceptance(bool Any, IReadOnlyList<string> Values);
