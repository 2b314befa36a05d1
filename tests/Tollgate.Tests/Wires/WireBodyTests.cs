using System.Text.Json;
using System.Text.Json.Nodes;
using Tollgate.Exchanges;
using Tollgate.Wires;
using Tollgate.Wires.Anthropic;
using Tollgate.Wires.OpenAiChat;
using Tollgate.Wires.Requests;

namespace Tollgate.Tests.Wires;

/// <summary>What the wires send of what only a rehearsal has: schemas of answers, parallel calls and their results.</summary>
public class WireBodyTests
{
    private const string Schema = """{"type":"object","properties":{"mood":{"enum":["good","bad"]}},"required":["mood"]}""";

    private static readonly Prompt Plain = Prompt.FromUser("Hello");

    private static readonly Prompt Parallel = new()
    {
        Messages =
        [
            new Message(Role.User, "Both, please."),
            new Message(Role.Assistant, "One moment.")
            {
                ToolCalls = [new ToolCall("c1", "find", """{"name":"Tallow"}"""), new ToolCall("c2", "hours", "")],
            },
            new Message(Role.Tool, """{"found":1}""") { ToolCallId = "c1" },
            new Message(Role.Tool, """{"ok":true}""") { ToolCallId = "c2" },
            new Message(Role.User, "(The tool find answered once more.)"),
        ],
    };

    [Fact]
    public void OpenAi_WithASchema_SaysSoAndWithoutOneDoesNot()
    {
        Same(Body(new OpenAiChatWire(), Plain with { OutputSchemaJson = Schema })["response_format"], $$$"""
            {"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{{{Schema}}}}}
            """);
        Body(new OpenAiChatWire(), Plain).AsObject().ContainsKey("response_format").ShouldBeFalse();
    }

    [Fact]
    public void Anthropic_WithASchema_SaysSoAndWithoutOneDoesNot()
    {
        Same(Body(new AnthropicWire(), Plain with { OutputSchemaJson = Schema })["output_config"], $$$"""
            {"format":{"type":"json_schema","schema":{{{Schema}}}}}
            """);
        Body(new AnthropicWire(), Plain).AsObject().ContainsKey("output_config").ShouldBeFalse();
    }

    [Fact]
    public void OpenAi_ParallelCalls_AreOneMessageAndTheirResultsOneEach() =>
        Same(Body(new OpenAiChatWire(), Parallel)["messages"], """
            [{"role":"user","content":"Both, please."},
             {"role":"assistant","content":"One moment.","tool_calls":[
               {"id":"c1","type":"function","function":{"name":"find","arguments":"{\"name\":\"Tallow\"}"}},
               {"id":"c2","type":"function","function":{"name":"hours","arguments":"{}"}}]},
             {"role":"tool","content":"{\"found\":1}","tool_call_id":"c1"},
             {"role":"tool","content":"{\"ok\":true}","tool_call_id":"c2"},
             {"role":"user","content":"(The tool find answered once more.)"}]
            """);

    [Fact]
    public void Anthropic_ParallelCalls_AreOneMessageAndTheirResultsAnother() =>
        Same(Body(new AnthropicWire(), Parallel)["messages"], """
            [{"role":"user","content":[{"type":"text","text":"Both, please."}]},
             {"role":"assistant","content":[
               {"type":"text","text":"One moment."},
               {"type":"tool_use","id":"c1","name":"find","input":{"name":"Tallow"}},
               {"type":"tool_use","id":"c2","name":"hours","input":{}}]},
             {"role":"user","content":[
               {"type":"tool_result","tool_use_id":"c1","content":"{\"found\":1}"},
               {"type":"tool_result","tool_use_id":"c2","content":"{\"ok\":true}"}]},
             {"role":"user","content":[{"type":"text","text":"(The tool find answered once more.)"}]}]
            """);

    // What the strictest servers take: a call of its own id, arguments that are an object, no empty text.
    private static readonly Prompt Odd = new()
    {
        Messages =
        [
            new Message(Role.User, "Both, please."),
            new Message(Role.Assistant, "")
            {
                ToolCalls = [new ToolCall("", "find", "Tallow"), new ToolCall("c", "hours", "{"), new ToolCall("c", "hours", "[]")],
            },
            new Message(Role.Tool, "1") { ToolCallId = "" },
            new Message(Role.Tool, "2") { ToolCallId = "c" },
            new Message(Role.Tool, "3") { ToolCallId = "c" },
            new Message(Role.Assistant, "") { ToolCalls = [new ToolCall("c", "hours", "{}")] },
            new Message(Role.Tool, "4") { ToolCallId = "c" },
        ],
    };

    [Fact]
    public void OpenAi_OddCalls_GoBackAsEveryServerTakesThem() =>
        Same(Body(new OpenAiChatWire(), Odd)["messages"], """
            [{"role":"user","content":"Both, please."},
             {"role":"assistant","content":null,"tool_calls":[
               {"id":"call00001","type":"function","function":{"name":"find","arguments":"{}"}},
               {"id":"c","type":"function","function":{"name":"hours","arguments":"{}"}},
               {"id":"call00002","type":"function","function":{"name":"hours","arguments":"{}"}}]},
             {"role":"tool","content":"1","tool_call_id":"call00001"},
             {"role":"tool","content":"2","tool_call_id":"c"},
             {"role":"tool","content":"3","tool_call_id":"call00002"},
             {"role":"assistant","content":null,"tool_calls":[
               {"id":"call00003","type":"function","function":{"name":"hours","arguments":"{}"}}]},
             {"role":"tool","content":"4","tool_call_id":"call00003"}]
            """);

    [Fact]
    public void Anthropic_OddCalls_GoBackAsEveryServerTakesThem() =>
        Same(Body(new AnthropicWire(), Odd)["messages"], """
            [{"role":"user","content":[{"type":"text","text":"Both, please."}]},
             {"role":"assistant","content":[
               {"type":"tool_use","id":"call00001","name":"find","input":{}},
               {"type":"tool_use","id":"c","name":"hours","input":{}},
               {"type":"tool_use","id":"call00002","name":"hours","input":{}}]},
             {"role":"user","content":[
               {"type":"tool_result","tool_use_id":"call00001","content":"1"},
               {"type":"tool_result","tool_use_id":"c","content":"2"},
               {"type":"tool_result","tool_use_id":"call00002","content":"3"}]},
             {"role":"assistant","content":[{"type":"tool_use","id":"call00003","name":"hours","input":{}}]},
             {"role":"user","content":[{"type":"tool_result","tool_use_id":"call00003","content":"4"}]}]
            """);

    // The host says which name the limit has, unless somebody does.
    [Theory]
    [InlineData("http://localhost", null, "max_tokens")]
    [InlineData("https://api.openai.com/v1", null, "max_completion_tokens")]
    [InlineData("https://x.openai.azure.com", null, "max_completion_tokens")]
    [InlineData("https://x.services.ai.azure.com", null, "max_completion_tokens")]
    [InlineData("https://x.cognitiveservices.azure.com", null, "max_completion_tokens")]
    [InlineData("https://x.models.ai.azure.com", null, "max_tokens")]
    [InlineData("https://api.openai.com/v1", TokenLimit.MaxTokens, "max_tokens")]
    [InlineData("http://localhost", TokenLimit.MaxCompletionTokens, "max_completion_tokens")]
    [InlineData("https://api.openai.com/v1", TokenLimit.None, null)]
    public void OpenAi_TokenLimit_HasTheNameThatTheServerWants(string url, TokenLimit? limit, string? name)
    {
        var body = Body(new OpenAiChatWire(), Prompt.FromUser("Hello", 7), new Uri(url), new RequestForm { TokenLimit = limit }).AsObject();
        body.Where(field => field.Key.EndsWith("_tokens", StringComparison.Ordinal)).Select(field => $"{field.Key} {field.Value}")
            .ShouldBe(name is null ? [] : [$"{name} 7"]);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void OpenAi_StreamOptions_AreSentUnlessSomebodySaysNo(bool? wanted, bool sent) =>
        Body(new OpenAiChatWire(), Plain, form: new RequestForm { StreamOptions = wanted }).AsObject().ContainsKey("stream_options").ShouldBe(sent);

    // Fields are added, replaced and, where null, left out.
    [Fact]
    public void BothWires_FurtherFields_StandInTheBody()
    {
        var form = new RequestForm { BodyJson = """{"top_k":1,"temperature":0.5,"stream_options":null,"max_tokens":9}""" };
        Same(Body(new OpenAiChatWire(), Plain with { Temperature = 1 }, form: form), """
            {"model":"m","stream":true,"messages":[{"role":"user","content":"Hello"}],"top_k":1,"temperature":0.5,"max_tokens":9}
            """);
        Same(Body(new AnthropicWire(), Plain, form: form), """
            {"model":"m","stream":true,"messages":[{"role":"user","content":[{"type":"text","text":"Hello"}]}],"top_k":1,"temperature":0.5,"max_tokens":9}
            """);
    }

    [Theory]
    [InlineData("top_k", "found no JSON; expected an object such as {\"top_k\": 1}")]
    [InlineData("[1]", "found JSON that is no object; expected one such as {\"top_k\": 1}")]
    [InlineData("""{"stream":false}""", "found the field `stream`, which Tollgate writes; expected other fields")]
    [InlineData("""{"top_k":1,"model":"n"}""", "found the field `model`, which Tollgate writes; expected other fields")]
    [InlineData("""{"top_k":1,"top_k":2}""", "the field `top_k` is there twice")]
    [InlineData("{}", null)]
    public void Read_FurtherFields_SaysWhatIsWrong(string json, string? problem)
    {
        BodyFields.Read(json, new OpenAiChatWire().OwnFields, out var found).ShouldBe(problem is null ? json : null);
        found.ShouldBe(problem);
    }

    [Fact]
    public void Read_HalfACharacter_IsReplaced() => BodyFields.Read("""{"a":"\ud800"}""", [], out _).ShouldBe("""{"a":"\ufffd"}""");

    private static JsonNode Body(IWire wire, Prompt prompt, Uri? url = null, RequestForm? form = null)
    {
        var target = new Target
        {
            Name = "t",
            Wire = wire.Name,
            Url = url ?? new Uri("http://localhost"),
            Model = "m",
            Request = form ?? RequestForm.Default,
        };
        return JsonNode.Parse(wire.Prepare(target, prompt).Body.Span).ShouldNotBeNull();
    }

    // With its order: a reader may stream it.
    private static void Same(JsonNode? part, string json)
    {
        var options = new JsonSerializerOptions { WriteIndented = false };
        part.ShouldNotBeNull().ToJsonString(options).ShouldBe(JsonNode.Parse(json).ShouldNotBeNull().ToJsonString(options));
    }
}
