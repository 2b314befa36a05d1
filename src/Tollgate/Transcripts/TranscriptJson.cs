using System.Text.Json;
using System.Text.Json.Serialization;
using Tollgate.Unicode;

namespace Tollgate.Transcripts;

/// <summary>Transcripts as a run file and a report hold them: one JSON object, everything in it.</summary>
public static class TranscriptJson
{
    public static string Write(Transcript transcript) =>
        JsonSerializer.Serialize(transcript, TranscriptJsonContext.Default.Transcript);

    /// <exception cref="JsonException">It is not what <see cref="Write"/> wrote.</exception>
    public static Transcript Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(
                    WellFormed.Json(json).Span, TranscriptJsonContext.Default.Transcript)
                ?? throw new JsonException("The transcript is null.");
        }
        catch (NotSupportedException error)
        {
            // So the serializer says that an entry does not name its kind.
            throw new JsonException("An entry of the transcript is of no known kind.", error);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(SnakeCaseEnum<SessionEnding>), typeof(SnakeCaseEnum<SpeechKind>), typeof(SnakeCaseEnum<ToolStatus>),
    ],
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Transcript))]
internal sealed partial class TranscriptJsonContext : JsonSerializerContext;

internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;
