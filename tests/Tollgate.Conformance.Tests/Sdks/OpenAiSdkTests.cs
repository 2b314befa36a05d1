using System.ClientModel;
using System.Text;
using OpenAI;
using OpenAI.Chat;
using Tollgate.Simulator;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Truth;

namespace Tollgate.Conformance.Tests.Sdks;

/// <summary>OpenAI's own client takes the simulator for the real thing.</summary>
public class OpenAiSdkTests
{
    [Theory]
    [InlineData("")]
    [InlineData("emea/")]
    public async Task Conversation_Streamed_GoesOnForTwoTurns(string region)
    {
        await using var server = Start();
        var client = Client(server, region);
        var messages = new List<ChatMessage> { new SystemChatMessage("Be brief."), new UserChatMessage("Hello") };
        for (var turn = 0; turn < 2; turn++)
        {
            var text = new StringBuilder();
            ChatTokenUsage? usage = null;
            ChatFinishReason? finish = null;
            await foreach (var update in client.CompleteChatStreamingAsync(messages))
            {
                text.Append(string.Concat(update.ContentUpdate.Select(part => part.Text)));
                usage = update.Usage ?? usage;
                finish = update.FinishReason ?? finish;
            }

            text.ToString().ShouldStartWith(" Certainly,");
            usage.ShouldNotBeNull().OutputTokenCount.ShouldBe(16);
            finish.ShouldBe(ChatFinishReason.Stop);
            messages.Add(new AssistantChatMessage(text.ToString()));
            messages.Add(new UserChatMessage("And then?"));
        }

        server.Truth.All.Count.ShouldBe(2);
        server.Truth.All.Select(r => (r.Outcome, r.Writes.Length)).Distinct().ShouldBe([(TruthOutcome.Completed, 16)]);
    }

    [Fact]
    public async Task ToolCall_Streamed_IsPutTogetherAndAnswered()
    {
        await using var server = Start();
        var client = Client(server, "");
        var options = new ChatCompletionOptions
        {
            Tools = { ChatTool.CreateFunctionTool("get_weather", "The weather", BinaryData.FromString(
                """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""")) },
        };
        var messages = new List<ChatMessage> { new UserChatMessage("Please get_weather for Oslo.") };
        var arguments = new StringBuilder();
        var (id, name) = ("", "");
        ChatFinishReason? finish = null;
        await foreach (var update in client.CompleteChatStreamingAsync(messages, options))
        {
            foreach (var call in update.ToolCallUpdates)
            {
                id = call.ToolCallId ?? id;
                name = call.FunctionName ?? name;
                arguments.Append(call.FunctionArgumentsUpdate?.ToString());
            }

            finish = update.FinishReason ?? finish;
        }

        finish.ShouldBe(ChatFinishReason.ToolCalls);
        name.ShouldBe("get_weather");
        arguments.ToString().ShouldBe("""{"city":"example"}""");

        messages.Add(new AssistantChatMessage([ChatToolCall.CreateFunctionToolCall(id, name, BinaryData.FromString(arguments.ToString()))]));
        messages.Add(new ToolChatMessage(id, "12 degrees"));
        var answer = (await client.CompleteChatAsync(messages, options)).Value;
        answer.FinishReason.ShouldBe(ChatFinishReason.Stop);
        answer.Content[0].Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task UnknownModel_IsTheSdksNotFound()
    {
        await using var server = Start();
        var client = new ChatClient("nope", new ApiKeyCredential("k"), Options(server, ""));
        var error = await Should.ThrowAsync<ClientResultException>(() => client.CompleteChatAsync("hi"));
        error.Status.ShouldBe(404);
        error.Message.ShouldContain("model_not_found");
    }

    private static SimulatedServer Start() => SimulatedServer.Start(new SimulatedServerOptions { TimeProvider = TimeProvider.System });

    private static ChatClient Client(SimulatedServer server, string region) =>
        new("instant", new ApiKeyCredential("k"), Options(server, region));

    private static OpenAIClientOptions Options(SimulatedServer server, string region) =>
        new() { Endpoint = new Uri(server.Url, $"{region}v1") };
}
