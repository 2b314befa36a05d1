using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>What a model is asked about a call that is over.</summary>
internal static class PostCallPrompt
{
    public static Prompt Of(PostCall questions, IReadOnlyList<TranscriptEntry> entries)
    {
        var text = new StringBuilder("The call:\n");
        foreach (var entry in entries)
        {
            _ = entry switch
            {
                CallerSaid { Kind: not SpeechKind.Backchannel } caller => text.Append($"Caller: {caller.Heard}\n"),
                AgentSaid { Heard.Length: > 0 } agent => text.Append($"Agent: {agent.Heard}\n"),
                _ => text,
            };
        }

        return new Prompt
        {
            System = questions.Instructions,
            Messages = [new Message(Role.User, text.ToString())],
            OutputSchemaJson = Schema(questions),
            MaxOutputTokens = 200,
        };
    }

    private static string Schema(PostCall questions)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var (name, answers) in questions.Questions)
            {
                json.WriteStartObject(name);
                json.WriteString("type", "string");
                json.WriteStartArray("enum");
                foreach (var answer in answers)
                {
                    json.WriteStringValue(answer);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach (var name in questions.Questions.Keys)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
