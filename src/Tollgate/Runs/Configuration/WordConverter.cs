using System.Text.Json.Serialization;

namespace Tollgate.Runs.Configuration;

/// <summary>Spells an enumeration's value in snake case.</summary>
internal sealed class WordConverter<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
