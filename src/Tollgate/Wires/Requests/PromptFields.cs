using Tollgate.Exchanges;

namespace Tollgate.Wires.Requests;

/// <summary>The fields of a request that several wires write alike, into objects of their own.</summary>
internal static class PromptFields
{
    /// <summary>A tool's name, description and schema.</summary>
    /// <param name="json">Stands in the tool's object.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="schemaKey">The wire's word for the schema of the arguments.</param>
    public static void WriteTool(this Utf8JsonWriter json, ToolDefinition tool, string schemaKey)
    {
        json.WriteString("name", tool.Name);
        json.WriteString("description", tool.Description);
        json.WritePropertyName(schemaKey);
        json.WriteRawValue(tool.ParametersJson);
    }

    /// <summary>The schema of an answer, as OpenAI's formats name it.</summary>
    public static void WriteAnswerSchema(this Utf8JsonWriter json, string schema)
    {
        json.WriteString("name", "answer");
        json.WriteBoolean("strict", true);
        json.WritePropertyName("schema");
        json.WriteRawValue(schema);
    }
}
