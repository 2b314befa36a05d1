using System.Text.Json.Serialization.Metadata;
using Tollgate.Figures;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Json.Figures;

namespace Tollgate.Reports.Json;

/// <summary>
/// The measures of the catalog that a document has no property of its own for: they stand behind its other keys, each
/// under the measure's.
/// </summary>
internal static class FurtherMeasures
{
    private static readonly Measure[] OfTargets = Without(MeasureJson.Default.TargetDocument, static measure =>
        measure.Group is MeasureGroup.Answer or MeasureGroup.Connection);

    private static readonly Measure[] OfRehearsals = Without(MeasureJson.Default.RehearsalDocument, static measure =>
        measure.Group == MeasureGroup.Call);

    /// <summary>Those of a target; null for none.</summary>
    public static Dictionary<string, JsonElement>? Of(TargetMeasures target) => OfTargets.Length == 0
        ? null
        : OfTargets.ToDictionary(
            static measure => measure.Key, measure => Element(QuantilesDocument.Of(target[measure])));

    /// <summary>Those of a rehearsal; null for none.</summary>
    public static Dictionary<string, JsonElement>? Of(SessionMeasures calls) => OfRehearsals.Length == 0
        ? null
        : OfRehearsals.ToDictionary(static measure => measure.Key, measure => measure.Kind == FigureKind.Quantile
            ? Element(QuantilesDocument.Of(calls[measure]))
            : JsonSerializer.SerializeToElement(
                EstimateDocument.Of(calls.Estimates.GetValueOrDefault(measure)),
                MeasureJson.Default.EstimateDocument!)); // A null is written as such.

    private static JsonElement Element(QuantilesDocument document) =>
        JsonSerializer.SerializeToElement(document, MeasureJson.Default.QuantilesDocument);

    private static Measure[] Without(JsonTypeInfo document, Func<Measure, bool> isShown)
    {
        var own = document.Properties.Select(static property => property.Name).ToHashSet(StringComparer.Ordinal);
        return [.. MeasureCatalog.All.Where(measure => isShown(measure) && !own.Contains(measure.Key))];
    }
}
