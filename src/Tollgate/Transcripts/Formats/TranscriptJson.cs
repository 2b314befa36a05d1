using System.Text.Json.Serialization;
using Tollgate.Unicode;

namespace Tollgate.Transcripts.Formats;

/// <summary>Transcripts as a run file and a report hold them: one JSON object, everything in it.</summary>
internal static class TranscriptJson
{
    public static string Write(Transcript transcript) =>
        JsonSerializer.Serialize(transcript, TranscriptJsonContext.Default.Transcript);

    /// <exception cref="JsonException">It is not what <see cref="Write"/> wrote.</exception>
    public static Transcript Read(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize(
                    WellFormed.Json(json).Span, TranscriptJsonContext.Default.Transcript)
                ?? throw new JsonException("The transcript is null.");
            return IsWhole(read) ? read : throw new JsonException("The transcript lacks something.");
        }
        catch (NotSupportedException error)
        {
            // So the serializer says that an entry does not name its kind.
            throw new JsonException("An entry of the transcript is of no known kind.", error);
        }
    }

    // The serializer lets what is absent be null, and looks into no list.
    private static bool IsWhole(Transcript transcript) =>
        transcript is { Suite: not null, Session: not null, Target: not null, EndingWhy: not null, Entries: not null }
        && transcript is { Turns: not null, Planted: not null, Rulings: not null, PostCall: null or { Json: not null } }
        && transcript.Entries.All(IsWhole) && transcript.Turns.All(static turn => turn is not null)
        && transcript.Planted.All(static one => one is { Kind: not null, What: not null })
        && transcript.Rulings.All(static one => one is { Sentence: not null, Model: not null, Words: not null });

    private static bool IsWhole(TranscriptEntry? entry) => entry switch
    {
        CallerSaid { Said: not null, Heard: not null, Steps: { } steps, Interims: { } interims,
            Settles: { } settles, Drafts: { } drafts } =>
            steps.Concat(interims).Concat(settles.Values).All(static one => one is not null)
            && drafts.All(static one => one is { Text: not null, Key: not null }),
        AgentSaid { Agent: not null, Text: not null, Heard: not null } => true,
        ToolRan { Agent: not null, CallId: not null, Tool: not null, ArgumentsJson: not null } ran =>
            ran is { ResultJson: not null, Changes: { } changes }
            && changes.All(static one => one is { Table: not null, Key: not null }),
        HandedOver { From: not null, To: not null, CallId: not null } => true,
        ExchangeFailed { Agent: not null, Why: not null } => true,
        _ => false,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(SnakeCaseEnum<SessionEnding>), typeof(SnakeCaseEnum<SpeechKind>), typeof(SnakeCaseEnum<ToolStatus>),
        typeof(SnakeCaseEnum<RulingKind>),
    ],
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Transcript))]
internal sealed partial class TranscriptJsonContext : JsonSerializerContext;
