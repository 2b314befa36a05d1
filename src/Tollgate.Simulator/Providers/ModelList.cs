using Tollgate.Simulator.Engine;

namespace Tollgate.Simulator.Providers;

/// <summary>The body of <c>GET /v1/models</c>, in either provider's form.</summary>
internal static class ModelList
{
    public static byte[] Of(IReadOnlyCollection<string> models, bool anthropic) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        if (!anthropic)
        {
            writer.WriteString("object", "list");
        }

        writer.WriteStartArray("data");
        foreach (var name in models)
        {
            writer.WriteStartObject();
            writer.WriteString("id", name);
            if (anthropic)
            {
                writer.WriteString("type", "model");
                writer.WriteString("display_name", name);
                writer.WriteString("created_at", "2026-01-01T00:00:00Z");
            }
            else
            {
                writer.WriteString("object", "model");
                writer.WriteNumber("created", 1767225600);
            }

            // Anthropic has no such field; here it tells those who look for the simulator that they found it.
            writer.WriteString("owned_by", "tollgate-simulator");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (anthropic)
        {
            writer.WriteBoolean("has_more", false);
            writer.WriteString("first_id", models.First());
            writer.WriteString("last_id", models.Last());
        }

        writer.WriteEndObject();
    });
}
