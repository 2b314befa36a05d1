using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>Which look at the evidence a verdict is, in its JSON document.</summary>
/// <param name="Design"><c>once</c>, <c>obrien_fleming</c>, <c>pocock</c> or <c>always_valid</c>.</param>
/// <param name="Number">1 for the first look.</param>
/// <param name="Information">Pairs so far over those planned.</param>
/// <param name="Confidence">Of each interval at this look, for wins: between 0 and 1.</param>
/// <param name="LossConfidence">The same for losses.</param>
internal sealed record VerdictLookDocument(
    string Design, int Number, double Information, double Confidence, double LossConfidence)
{
    internal static VerdictLookDocument Of(LookTaken look) => new(
        SnakeCase.Of(look.Design), look.Number, Math.Round(look.Information, 9),
        Math.Round(look.Confidence, 9), Math.Round(look.LossConfidence, 9));
}
