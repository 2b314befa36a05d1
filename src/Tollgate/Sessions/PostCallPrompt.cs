using System.Text.Json.Nodes;
using Tollgate.Exchanges;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
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
        var properties = new JsonObject();
        foreach (var (name, answers) in questions.Questions)
        {
            properties[name] = new JsonObject { ["type"] = "string", ["enum"] = Texts(answers) };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Texts(questions.Questions.Keys),
            ["additionalProperties"] = false,
        }.ToJsonString();
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);
}
