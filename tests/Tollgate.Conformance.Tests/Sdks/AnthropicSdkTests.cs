using System.Text;
using System.Text.Json;
using Anthropic;
using Anthropic.Models.Messages;
using Tollgate.Simulator;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Truth;

namespace Tollgate.Conformance.Tests.Sdks;

/// <summary>Anthropic's own client takes the simulator for the real thing.</summary>
public class AnthropicSdkTests
{
    [Fact]
    public async Task Conversation_Streamed_GoesOnForTwoTurns()
    {
        await using var server = Start();
        using var client = Client(server);
        var messages = new List<MessageParam> { new UserMessageParam { Content = "Hello" } };
        for (var turn = 0; turn < 2; turn++)
        {
            var text = new StringBuilder();
            var (starts, stops, output) = (0, 0, 0L);
            var request = new MessageCreateParams { Model = "instant", MaxTokens = 100, Messages = messages };
            await foreach (var item in client.Messages.CreateStreaming(request))
            {
                starts += item.TryPickStart(out _) ? 1 : 0;
                stops += item.TryPickStop(out _) ? 1 : 0;
                if (item.TryPickContentBlockDelta(out var block) && block.Delta.TryPickText(out var delta))
                {
                    text.Append(delta.Text);
                }

                if (item.TryPickDelta(out var end))
                {
                    output = end.Usage.OutputTokens;
                }
            }

            (starts, stops, output).ShouldBe((1, 1, 16L));
            text.ToString().ShouldStartWith(" Certainly,");
            messages.Add(new AssistantMessageParam { Content = text.ToString() });
            messages.Add(new UserMessageParam { Content = "And then?" });
        }

        server.Truth.All.Select(r => (r.Outcome, r.Writes.Length)).Distinct().ShouldBe([(TruthOutcome.Completed, 16)]);
    }

    [Fact]
    public async Task ToolCall_Streamed_IsPutTogether()
    {
        await using var server = Start();
        using var client = Client(server);
        var schema = new Dictionary<string, JsonElement>
        {
            ["city"] = JsonSerializer.Deserialize<JsonElement>("""{"type":"string"}"""),
        };
        var request = new MessageCreateParams
        {
            Model = "instant",
            MaxTokens = 100,
            Messages = [new UserMessageParam { Content = "Please get_weather for Oslo." }],
            Tools = [new Tool { Name = "get_weather", InputSchema = new InputSchema { Properties = schema, Required = ["city"] } }],
        };
        var arguments = new StringBuilder();
        var name = "";
        await foreach (var item in client.Messages.CreateStreaming(request))
        {
            if (item.TryPickContentBlockStart(out var start) && start.ContentBlock.TryPickToolUse(out var tool))
            {
                name = tool.Name;
            }

            if (item.TryPickContentBlockDelta(out var block) && block.Delta.TryPickInputJson(out var json))
            {
                arguments.Append(json.PartialJson);
            }
        }

        name.ShouldBe("get_weather");
        arguments.ToString().ShouldBe("""{"city":"example"}""");
    }

    [Fact]
    public async Task Message_Whole_HasThinkingAndText()
    {
        await using var server = Start(Injection.None with { ReasoningPercent = 50 });
        using var client = Client(server);
        var message = await client.Messages.Create(new MessageCreateParams
        {
            Model = "instant",
            MaxTokens = 100,
            Messages = [new UserMessageParam { Content = "Hello" }],
        });
        message.Content.Count.ShouldBe(2);
        message.Content[0].TryPickThinking(out _).ShouldBeTrue();
        message.Content[1].TryPickText(out _).ShouldBeTrue();
        message.Usage.OutputTokens.ShouldBe(16);
    }

    private static SimulatedServer Start(Injection? always = null) => SimulatedServer.Start(new SimulatedServerOptions
    {
        TimeProvider = TimeProvider.System,
        Faults = new FaultPlan { Always = always ?? Injection.None },
    });

    private static AnthropicClient Client(SimulatedServer server) =>
        new() { ApiKey = "k", BaseUrl = server.Url.ToString().TrimEnd('/') };
}
