using System.Text.Json.Serialization;
using Tollgate.Exchanges;

namespace Tollgate.Runs.Configuration;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(DurationConverter), typeof(RateConverter), typeof(WarmUpConverter),
        typeof(WordConverter<FailureKind>), typeof(WordConverter<StreamEnd>), typeof(WordConverter<TokenLimit>),
    ])]
[JsonSerializable(typeof(MeasureConfiguration))]
[JsonSerializable(typeof(RehearseConfiguration))]
internal sealed partial class ConfigurationContext : JsonSerializerContext;
