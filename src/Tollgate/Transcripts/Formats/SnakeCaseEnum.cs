using System.Text.Json.Serialization;

namespace Tollgate.Transcripts.Formats;

internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;
