using System.Text.Json.Serialization;
using Tollgate.Input;
using Tollgate.Load;

namespace Tollgate.Runs.Configuration;

/// <summary>Spells a warm-up as a number of requests or as a duration.</summary>
internal sealed class WarmUpConverter : JsonConverter<WarmUp>
{
    public override WarmUp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var tasks) && tasks >= 0
            ? WarmUp.OfTasks(tasks)
        : reader.TokenType == JsonTokenType.String && Durations.TryParse(reader.GetString(), out var length)
            ? WarmUp.OfTime(length)
        : throw new JsonException($"expected a number of requests, or {Durations.Expected}");

    public override void Write(Utf8JsonWriter writer, WarmUp value, JsonSerializerOptions options)
    {
        if (value.Tasks > 0)
        {
            writer.WriteNumberValue(value.Tasks);
        }
        else
        {
            writer.WriteStringValue(Durations.Format(value.Length));
        }
    }
}
