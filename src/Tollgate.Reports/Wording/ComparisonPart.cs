using Tollgate.Statistics;

namespace Tollgate.Reports.Wording;

/// <summary>A step of a waterfall.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="FromMs">Where it begins: the sum of the parts before it.</param>
/// <param name="Ms">How much it adds, in milliseconds.</param>
/// <param name="Interval">The interval of that.</param>
internal sealed record ComparisonPart(string Name, double FromMs, double Ms, Interval Interval);
