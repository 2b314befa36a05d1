using System.Text.Json.Serialization;

namespace Tollgate.Runs.Configuration;

/// <summary>The model that played the callers.</summary>
/// <param name="Model">Its name; null where recorded answers alone were repeated.</param>
/// <param name="Wire">Its wire; null like the model.</param>
/// <param name="Host">Where it was; null like the model.</param>
/// <param name="Replayed">The digest of the recorded answers that were repeated; null for none.</param>
internal sealed record ConfiguredCaller(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Model,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Wire,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Host,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Replayed);
