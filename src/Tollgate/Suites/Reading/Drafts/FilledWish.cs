using Tollgate.Suites.Briefs;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>A wish of one caller, with what its calls were read from.</summary>
/// <param name="LooksUp">Its lookups.</param>
/// <param name="Does">Its calls with an effect.</param>
/// <param name="ActedOn">The drawn records that it does something with: table and key.</param>
/// <param name="Key">What tells this wish of this caller from others: its name, its facts and what it does.</param>
internal sealed record FilledWish(
    Wish Wish, IReadOnlyList<CallDraft> LooksUp, IReadOnlyList<CallDraft> Does,
    IReadOnlyCollection<(string Table, string Key)> ActedOn, string Key);
