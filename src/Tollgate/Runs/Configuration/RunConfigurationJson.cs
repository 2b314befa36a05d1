using System.Buffers;

namespace Tollgate.Runs.Configuration;

/// <summary>The one place that writes a run's configuration as JSON, and reads it.</summary>
internal static class RunConfigurationJson
{
    /// <summary>The JSON that a run file keeps.</summary>
    public static string Write(RunConfiguration configuration)
    {
        var buffer = new ArrayBufferWriter<byte>();

        // A plan was always written to be read by people; the names of sessions may be thousands.
        var options = new JsonWriterOptions { Indented = configuration is MeasureConfiguration, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            JsonSerializer.Serialize(json, configuration, configuration.GetType(), ConfigurationContext.Default);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// What <see cref="Write"/> wrote, in this version or in an earlier one; empty text is no setting at all.
    /// </summary>
    /// <param name="isRehearsal">Which of the two it is.</param>
    /// <returns>Null where the text is not the JSON that it must be.</returns>
    public static RunConfiguration? Read(string json, bool isRehearsal)
    {
        var text = json.Length == 0 ? "{}" : json;
        try
        {
            return isRehearsal
                ? JsonSerializer.Deserialize(text, ConfigurationContext.Default.RehearseConfiguration)
                : JsonSerializer.Deserialize(text, ConfigurationContext.Default.MeasureConfiguration);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Every setting that was given, as the file spells it.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Settings(RunConfiguration configuration) =>
        JsonElement.Parse(Write(configuration)).EnumerateObject()
            .Where(static setting => setting.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(static setting => setting.Name, static setting => setting.Value);
}
