using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Tollgate.Wires;
using Tollgate.Wires.Catalog;

namespace Tollgate.Tests.Wires;

/// <summary>A wire reads the requests that it writes, and those that others write.</summary>
public class ReadPromptTests
{
    private const string Schema = """{"type":"object","properties":{"mood":{"type":"string"}}}""";

    public static TheoryData<string> Wires => [.. WireCatalog.Names];

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "openai-chat", "{}", "the request has no `messages`" },
        { "openai-chat", "[]", "the request is an array; expected an object" },
        { "openai-chat", """{"messages":[]}""", "the request has no `messages`" },
        { "openai-chat", """{"messages":{}}""", "messages is an object; expected an array" },
        { "openai-chat", """{"messages":[{"role":"system","content":"Be brief."}]}""", "the request has no `messages`" },
        { "openai-chat", """{"messages":[{"role":"user"}]}""", "messages[0] has no `content`" },
        { "openai-chat", """{"messages":[{"role":"user","content":5}]}""", "messages[0].content is a number; expected an array" },
        { "openai-chat", """{"messages":[{"role":"narrator","content":"x"}]}""", "messages[0] has the role \"narrator\"; expected system, developer, user, assistant or tool" },
        { "openai-chat", """{"messages":[{"role":"user","content":"x"},{"role":"developer","content":"y"}]}""", "messages[1] gives instructions amid the conversation; expected them before it" },
        { "openai-chat", """{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"u"}}]}]}""", "messages[0].content[0] is of type image_url; only texts, tool calls and their results can be sent" },
        { "openai-chat", """{"messages":[{"role":"user","content":"x"}],"tools":[{"type":"custom","custom":{"name":"t"}}]}""", "tools[0] is of type custom; only texts, tool calls and their results can be sent" },
        { "openai-chat", """{"messages":[{"role":"user","content":"x"}],"max_tokens":1.5}""", "max_tokens is 1.5; expected a whole number above 0" },
        { "openai-chat", """{"messages":[{"role":"user","content":"x"}],"max_tokens":99999999999}""", "max_tokens is 99999999999; expected a whole number above 0" },
        { "openai-chat", """{"messages":[{"role":"user","content":"x"}],"temperature":"hot"}""", "temperature is \"hot\"; expected a number from 0 to 2" },
        { "openai-chat", """{"messages":[{"role":"user","content":"x"}],"system":"Be brief."}""", "system is no field of this format" },
        { "openai-chat", """{"messages":[{"role":"tool","content":"x"}]}""", "messages[0] has no `tool_call_id`" },
        { "openai-responses", "{}", "the request has no `input`" },
        { "openai-responses", """{"input":5}""", "input is a number; expected an array" },
        { "openai-responses", """{"input":[]}""", "input holds no message" },
        { "openai-responses", """{"input":[{"role":"user","content":[{"type":"input_image","image_url":"u"}]}]}""", "input[0].content[0] is of type input_image; only texts, tool calls and their results can be sent" },
        { "openai-responses", """{"input":[{"type":"reasoning","id":"rs","summary":[]}]}""", "input[0] is of type reasoning; only texts, tool calls and their results can be sent" },
        { "openai-responses", """{"input":"x","tools":[{"type":"web_search"}]}""", "tools[0] is of type web_search; only texts, tool calls and their results can be sent" },
        { "anthropic", "{}", "the request has no `messages`" },
        { "anthropic", """{"messages":[{"role":"tool","content":"x"}]}""", "messages[0] has the role \"tool\"; expected user or assistant" },
        { "anthropic", """{"messages":[{"role":"user","content":[{"type":"image","source":{}}]}]}""", "messages[0].content[0] is of type image; only texts, tool calls and their results can be sent" },
        { "anthropic", """{"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"hm"}]}]}""", "messages[0].content[0] is of type thinking; only texts, tool calls and their results can be sent" },
        { "anthropic", """{"messages":[{"role":"user","content":[{"type":"tool_use","id":"1","name":"t","input":{}}]}]}""", "messages[0].content[0] is of type tool_use; only texts, tool calls and their results can be sent" },
        { "anthropic", """{"messages":[{"role":"user","content":"x"}],"tools":[{"type":"web_search_20250305","name":"web_search"}]}""", "tools[0] is of type web_search_20250305; only texts, tool calls and their results can be sent" },
    };

    [Theory]
    [MemberData(nameof(Wires))]
    public void ReadPrompt_OfAPreparedRequest_IsThePrompt(string name)
    {
        var wire = WireCatalog.Find(name)!;
        Prop.ForAll(Prompts().ToArbitrary(), prompt =>
        {
            var read = Read(wire, wire.Prepare(Target(wire), prompt).Body.Span);
            Shown(read).ShouldBe(Shown(prompt));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void ReadPrompt_OfWhatCannotBeSent_SaysWhatAndWhere(string name, string body, string expected) =>
        Should.Throw<FormatException>(() => Read(WireCatalog.Find(name)!, System.Text.Encoding.UTF8.GetBytes(body)))
            .Message.ShouldBe(expected);

    [Fact]
    public void OpenAi_OlderForms_AreRead()
    {
        var read = Read(WireCatalog.Find("openai-chat")!, """
            {"messages":[
              {"role":"system","content":"One."},{"role":"developer","content":[{"type":"text","text":"Two."}]},
              {"role":"user","content":[{"type":"text","text":"Find it."},{"type":"text","text":"Please."}],"name":"ann"},
              {"role":"assistant","content":null,"function_call":{"name":"find","arguments":"{}"}},
              {"role":"function","name":"find","content":"none"},
              {"role":"assistant","refusal":"I cannot."}],
             "functions":[{"name":"find"}],"max_completion_tokens":7,"top_p":0.5}
            """u8);
        Shown(read).ShouldBe(Shown(new Prompt
        {
            System = "One.\n\nTwo.",
            Messages =
            [
                new(Role.User, "Find it.\nPlease."),
                new(Role.Assistant, "") { ToolCalls = [new ToolCall("", "find", "{}")] },
                new(Role.Tool, "none") { ToolCallId = "" },
                new(Role.Assistant, "I cannot."),
            ],
            Tools = [new ToolDefinition("find", "", """{"type":"object","properties":{}}""")],
            MaxOutputTokens = 7,
        }));
    }

    [Fact]
    public void Anthropic_ResultsAndWordsOfOneMessage_AreAMessageEach()
    {
        var read = Read(WireCatalog.Find("anthropic")!, """
            {"system":[{"type":"text","text":"One."},{"type":"text","text":"Two.","cache_control":{"type":"ephemeral"}}],"messages":[
              {"role":"user","content":"Find it."},
              {"role":"assistant","content":[{"type":"tool_use","id":"a","name":"find","input":{"k":1}}]},
              {"role":"user","content":[
                {"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"none"}],"is_error":true},
                {"type":"text","text":"And?"}]}],"max_tokens":5}
            """u8);
        Shown(read).ShouldBe(Shown(new Prompt
        {
            System = "One.\nTwo.",
            Messages =
            [
                new(Role.User, "Find it."),
                new(Role.Assistant, "") { ToolCalls = [new ToolCall("a", "find", """{"k":1}""")] },
                new(Role.Tool, "none") { ToolCallId = "a" },
                new(Role.User, "And?"),
            ],
            MaxOutputTokens = 5,
        }));
    }

    // A call's answers follow it, an id names one call, and an assistant's message says or calls something.
    private static Gen<Prompt> Prompts() =>
        from system in Gen.OrNull(Text())
        from turns in Gen.NonEmptyListOf(Turn())
        from max in Gen.OrNull<string>(Gen.Elements("1", "64", "100000"))
        from heat in Gen.OrNull<string>(Gen.Elements("0", "0.7", "2"))
        from tools in Gen.Elements(0, 1, 2)
        from schema in Gen.OrNull(Gen.Constant(Schema))
        select new Prompt
        {
            System = system,
            Messages = [.. turns.SelectMany((turn, index) => Messages(turn, index))],
            Tools = [.. Enumerable.Range(0, tools).Select(tool => new ToolDefinition($"tool_{tool}", $"Does {tool}.", Schema))],
            // Anthropic's takes no request without a limit.
            MaxOutputTokens = int.Parse(max ?? "4096", System.Globalization.CultureInfo.InvariantCulture),
            Temperature = heat is null ? null : double.Parse(heat, System.Globalization.CultureInfo.InvariantCulture),
            OutputSchemaJson = schema,
        };

    private static Gen<string> Text() => Gen.Elements("Hello.", "Zwölf — \"quoted\"\n\tlines", "🙂 \\ \u0001", "0");

    private static Gen<(string User, string Agent, int Calls, string Result)> Turn() =>
        from user in Text()
        from agent in Text()
        from calls in Gen.Choose(0, 3)
        from result in Text()
        select (user, agent, calls, result);

    private static IEnumerable<Message> Messages((string User, string Agent, int Calls, string Result) turn, int index)
    {
        yield return new Message(Role.User, turn.User);
        yield return new Message(Role.Assistant, turn.Agent)
        {
            ToolCalls = [.. Enumerable.Range(0, turn.Calls).Select(call => new ToolCall($"c{index}_{call}", "find", """{"a":[1,"x"]}"""))],
        };
        for (var call = 0; call < turn.Calls; call++)
        {
            yield return new Message(Role.Tool, turn.Result) { ToolCallId = $"c{index}_{call}" };
        }
    }

    private static string Shown(Prompt prompt) => JsonSerializer.Serialize(prompt);

    private static Prompt Read(IWire wire, ReadOnlySpan<byte> body) =>
        wire.ReadPrompt(JsonSerializer.Deserialize<JsonElement>(body));

    private static Target Target(IWire wire) =>
        new() { Name = "t", Wire = wire.Name, Url = new Uri("http://localhost"), Model = "m" };
}
