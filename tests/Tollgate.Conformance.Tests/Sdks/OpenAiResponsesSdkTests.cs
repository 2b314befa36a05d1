using System.ClientModel;
using System.Text;
using OpenAI.Responses;
using Tollgate.Simulator;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Truth;

#pragma warning disable OPENAI001 // The client calls it experimental.

namespace Tollgate.Conformance.Tests.Sdks;

/// <summary>OpenAI's own client holds Responses conversations with the simulator.</summary>
public class OpenAiResponsesSdkTests
{
    private const string Schema = """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""";

    [Fact]
    public async Task Conversation_Streamed_GoesOnForTwoTurns()
    {
        await using var server = Start();
        var client = Client(server);
        var options = new CreateResponseOptions { Model = "instant", Instructions = "Be brief.", StreamingEnabled = true };
        options.InputItems.Add(ResponseItem.CreateUserMessageItem("Hello"));
        for (var turn = 0; turn < 2; turn++)
        {
            var text = new StringBuilder();
            ResponseResult? response = null;
            var sequence = new List<int>();
            await foreach (var update in await client.CreateResponseStreamingAsync(options))
            {
                sequence.Add(update.SequenceNumber);
                text.Append((update as StreamingResponseOutputTextDeltaUpdate)?.Delta);
                response = (update as StreamingResponseCompletedUpdate)?.Response ?? response;
            }

            text.ToString().ShouldStartWith(" Certainly,");
            response.ShouldNotBeNull().Status.ShouldBe(ResponseStatus.Completed);
            response.Usage.OutputTokenCount.ShouldBe(16);
            response.GetOutputText().ShouldBe(text.ToString());
            sequence.ShouldBe(Enumerable.Range(0, sequence.Count));
            options.InputItems.Add(ResponseItem.CreateAssistantMessageItem(text.ToString()));
            options.InputItems.Add(ResponseItem.CreateUserMessageItem("And then?"));
        }

        server.Truth.All.Select(r => (r.Outcome, r.Writes.Length)).Distinct().ShouldBe([(TruthOutcome.Completed, 16)]);
    }

    [Fact]
    public async Task ToolCall_Streamed_IsPutTogetherAndAnswered()
    {
        await using var server = Start();
        var client = Client(server);
        var options = new CreateResponseOptions { Model = "instant", StreamingEnabled = true };
        options.Tools.Add(ResponseTool.CreateFunctionTool("get_weather", BinaryData.FromString(Schema), false, "The weather"));
        options.InputItems.Add(ResponseItem.CreateUserMessageItem("Please get_weather for Oslo."));
        var arguments = new StringBuilder();
        FunctionCallResponseItem? call = null;
        await foreach (var update in await client.CreateResponseStreamingAsync(options))
        {
            arguments.Append((update as StreamingResponseFunctionCallArgumentsDeltaUpdate)?.Delta);
            call = (update as StreamingResponseOutputItemDoneUpdate)?.Item as FunctionCallResponseItem ?? call;
        }

        call.ShouldNotBeNull().FunctionName.ShouldBe("get_weather");
        call.FunctionArguments.ToString().ShouldBe("""{"city":"example"}""");
        arguments.ToString().ShouldBe(call.FunctionArguments.ToString());

        options.StreamingEnabled = false;
        options.InputItems.Add(call);
        options.InputItems.Add(ResponseItem.CreateFunctionCallOutputItem(call.CallId, "12 degrees"));
        var answer = (await client.CreateResponseAsync(options)).Value;
        answer.Status.ShouldBe(ResponseStatus.Completed);
        answer.GetOutputText().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Limit_IsSaidToHaveEndedIt()
    {
        await using var server = Start();
        var options = new CreateResponseOptions { Model = "instant", MaxOutputTokenCount = 3, StreamingEnabled = true };
        options.InputItems.Add(ResponseItem.CreateUserMessageItem("Hello"));
        ResponseResult? response = null;
        await foreach (var update in await Client(server).CreateResponseStreamingAsync(options))
        {
            response = (update as StreamingResponseIncompleteUpdate)?.Response ?? response;
        }

        response.ShouldNotBeNull().IncompleteStatusDetails.Reason.ShouldBe(ResponseIncompleteStatusReason.MaxOutputTokens);
    }

    [Fact]
    public async Task UnknownModel_IsTheSdksError()
    {
        await using var server = Start();
        var error = await Should.ThrowAsync<ClientResultException>(() =>
            Client(server).CreateResponseAsync("nope", "hi"));
        error.Status.ShouldBe(400);
        error.Message.ShouldContain("model_not_found");
    }

    private static SimulatedServer Start() =>
        SimulatedServer.Start(new SimulatedServerOptions { TimeProvider = TimeProvider.System });

    private static ResponsesClient Client(SimulatedServer server) =>
        new(new ApiKeyCredential("k"), new ResponsesClientOptions { Endpoint = new Uri(server.Url, "v1") });
}
