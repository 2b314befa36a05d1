using System.Text.Json.Serialization;

namespace Tollgate.Reports.Json;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(MeasureDocument))]
internal sealed partial class MeasureJson : JsonSerializerContext;
