using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Nodes;
using Anthropic.Models.Messages;
using OpenAI.Chat;
using Tollgate.Exchanges;
using Tollgate.Wires;
using Tollgate.Wires.Anthropic;
using Tollgate.Wires.OpenAiChat;
using Role = Tollgate.Exchanges.Role;

namespace Tollgate.Conformance.Tests.Sdks;

/// <summary>What the wires send of a rehearsal is what the official clients would send, and what they can read.</summary>
public class SdkBodyTests
{
    private const string Schema =
        """{"type":"object","properties":{"mood":{"type":"string","enum":["good","bad"]}},"required":["mood"],"additionalProperties":false}""";

    private static readonly Prompt Conversation = new()
    {
        System = "You are the front desk.",
        Messages =
        [
            new(Role.User, "Both, please."),
            new(Role.Assistant, "One moment.")
            {
                ToolCalls =
                [
                    new Exchanges.ToolCall("c1", "find", """{"name":"Tallow"}"""),
                    new Exchanges.ToolCall("c2", "hours", "{}"),
                ],
            },
            new(Role.Tool, """{"found":1}""") { ToolCallId = "c1" },
            new(Role.Tool, """{"ok":true}""") { ToolCallId = "c2" },
        ],
        OutputSchemaJson = Schema,
    };

    private static readonly ChatMessage[] OpenAiMessages =
    [
        new SystemChatMessage("You are the front desk."),
        new UserChatMessage("Both, please."),
        new AssistantChatMessage(
        [
            ChatToolCall.CreateFunctionToolCall("c1", "find", BinaryData.FromString("""{"name":"Tallow"}""")),
            ChatToolCall.CreateFunctionToolCall("c2", "hours", BinaryData.FromString("{}")),
        ]) { Content = { ChatMessageContentPart.CreateTextPart("One moment.") } },
        new ToolChatMessage("c1", """{"found":1}"""),
        new ToolChatMessage("c2", """{"ok":true}"""),
    ];

    private static readonly MessageParam[] AnthropicMessages =
    [
        new UserMessageParam { Content = new List<ContentBlockParam> { new TextBlockParam("Both, please.") } },
        new AssistantMessageParam
        {
            Content = new List<ContentBlockParam>
            {
                new TextBlockParam("One moment."),
                new ToolUseBlockParam { ID = "c1", Name = "find", Input = Input("""{"name":"Tallow"}""") },
                new ToolUseBlockParam { ID = "c2", Name = "hours", Input = Input("{}") },
            },
        },
        new UserMessageParam
        {
            Content = new List<ContentBlockParam>
            {
                new ToolResultBlockParam("c1") { Content = """{"found":1}""" },
                new ToolResultBlockParam("c2") { Content = """{"ok":true}""" },
            },
        },
    ];

    [Fact]
    public void OpenAi_Schema_IsThatOfTheSdk()
    {
        var options = new ChatCompletionOptions
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                "answer", BinaryData.FromString(Schema), jsonSchemaIsStrict: true),
        };
        var theirs = JsonNode.Parse(ModelReaderWriter.Write(options))!["response_format"];
        JsonNode.DeepEquals(Body(new OpenAiChatWire())["response_format"], theirs).ShouldBeTrue(theirs?.ToJsonString());
    }

    [Fact]
    public void Anthropic_Schema_IsThatOfTheSdk()
    {
        var theirs = JsonSerializer.SerializeToNode(new OutputConfig
        {
            Format = new JsonOutputFormat { Schema = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Schema)! },
        });
        JsonNode.DeepEquals(Body(new AnthropicWire())["output_config"], theirs).ShouldBeTrue(theirs?.ToJsonString());
    }

    [Fact]
    public void OpenAi_ParallelCallsAndResults_AreThoseOfTheSdk()
    {
        var ours = Body(new OpenAiChatWire())["messages"]!.AsArray();
        ours.Count.ShouldBe(OpenAiMessages.Length);
        foreach (var (mine, theirs) in ours.Zip(OpenAiMessages))
        {
            // Read with their type and written again it is as if they had written it.
            var read = ModelReaderWriter.Read<ChatMessage>(BinaryData.FromString(mine!.ToJsonString()))!;
            read.GetType().ShouldBe(theirs.GetType());
            ModelReaderWriter.Write(read).ToString().ShouldBe(ModelReaderWriter.Write(theirs).ToString());
        }
    }

    [Fact]
    public void Anthropic_ParallelCallsAndResults_AreThoseOfTheSdk()
    {
        var ours = Body(new AnthropicWire())["messages"]!.AsArray();
        ours.Count.ShouldBe(AnthropicMessages.Length);
        foreach (var (mine, theirs) in ours.Zip(AnthropicMessages))
        {
            mine.Deserialize<MessageParam>()!.Validate();
            var written = JsonSerializer.SerializeToNode(theirs);
            JsonNode.DeepEquals(mine, written).ShouldBeTrue($"{mine!.ToJsonString()} and {written?.ToJsonString()}");
        }
    }

    [Fact]
    public void OpenAi_WhatTheSdkWrites_IsReadAsTheConversation() =>
        SameConversation(new OpenAiChatWire().ReadPrompt(Json(new JsonObject
        {
            ["messages"] = new JsonArray([.. OpenAiMessages.Select(message => JsonNode.Parse(ModelReaderWriter.Write(message)))]),
        })));

    [Fact]
    public void Anthropic_WhatTheSdkWrites_IsReadAsTheConversation() =>
        SameConversation(new AnthropicWire().ReadPrompt(Json(new JsonObject
        {
            ["system"] = Conversation.System,
            ["messages"] = new JsonArray([.. AnthropicMessages.Select(message => JsonSerializer.SerializeToNode(message))]),
        })));

    private static JsonElement Json(JsonObject body) => JsonSerializer.SerializeToElement(body);

    private static void SameConversation(Prompt read)
    {
        read.System.ShouldBe(Conversation.System);
        read.Messages.Select(message => (message.Role, message.Text, message.ToolCallId, string.Join('|', message.ToolCalls)))
            .ShouldBe(Conversation.Messages.Select(message =>
                (message.Role, message.Text, message.ToolCallId, string.Join('|', message.ToolCalls))));
    }

    private static Dictionary<string, JsonElement> Input(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static JsonNode Body(IWire wire)
    {
        var target = new Target { Name = "t", Wire = wire.Name, Url = new Uri("http://localhost"), Model = "m" };
        return JsonNode.Parse(wire.Prepare(target, Conversation).Body.Span)!;
    }
}
