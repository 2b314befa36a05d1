using System.Text.Json.Serialization;
using Tollgate.Load.Schedules;

namespace Tollgate.Runs.Configuration;

/// <summary>Spells a rate as <see cref="Rate.ToString"/> does: <c>5/s</c>.</summary>
internal sealed class RateConverter : JsonConverter<Rate>
{
    private const string PerSecond = "/s";

    public override Rate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text
        && text.EndsWith(PerSecond, StringComparison.Ordinal)
        && double.TryParse(text[..^PerSecond.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
        && rate > 0 && double.IsFinite(rate)
            ? new Rate(rate)
            : throw new JsonException("expected a rate a second");

    public override void Write(Utf8JsonWriter writer, Rate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
