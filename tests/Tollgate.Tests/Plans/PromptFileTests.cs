using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Plans.PromptFormats;

namespace Tollgate.Tests.Plans;

public class PromptFileTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "", "f:1: the file holds no prompt; expected one a line" },
        { "{\"prompt\": \"a\"}\nplain", "f:2: the line is no JSON; expected an object with `prompt` or `messages`" },
        { "{\"prompt\": \"a\"", "f:1: the line is no JSON; expected an object with `prompt` or `messages`" },
        { "{\"promt\": \"a\"}", "f:1: the prompt has no key `promt`; did you mean `prompt`?" },
        { "{}", "f:1: found both or neither of `prompt` and `messages`; expected one of them" },
        {
            "{\"prompt\": \"a\", \"messages\": [{\"role\": \"user\", \"content\": \"b\"}]}",
            "f:1: found both or neither of `prompt` and `messages`; expected one of them"
        },
        { "{\"prompt\": 5}", "f:1: found \"5\" for `prompt`; expected a text" },
        { "{\"prompt\": \"a\", \"max_tokens\": 0}", "f:1: found \"0\" for `max_tokens`; expected a whole number "
            + "above 0" },
        { "{\"prompt\": \"a\", \"prompt\": \"b\"}", "f:1: the key `prompt` is there twice" },
        {
            "{\"messages\": [{\"role\": \"system\", \"content\": \"b\"}]}",
            "f:1: found the role \"system\"; expected user, assistant or tool, and a system text under `system`"
        },
        { "{\"messages\": [{\"role\": \"tool\", \"content\": \"b\"}]}", "f:1: `tool_call_id` is missing; expected a "
            + "text" },
        { "{\"messages\": [{\"role\": \"user\"}]}", "f:1: `content` is missing; expected a text" },
        { "{\"messages\": [7]}", "f:1: found \"7\"; expected a message, an object with keys such as `role`" },
        { "{\"messages\": {}}", "f:1: found an object for `messages`; expected an array" },
        {
            "{\"prompt\": \"a\", \"tools\": [{\"name\": \"t\"}]}",
            "f:1: a tool has no `parameters`; expected a JSON Schema object"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Parse_AWrongFile_SaysWhereAndWhatWasExpected(string text, string expected)
    {
        var errors = new List<InputError>();
        PromptFile.Parse(text, "f", errors);
        errors.ShouldHaveSingleItem().ToString().ShouldBe(expected);
    }

    // Half a surrogate pair would be no request.
    [Fact]
    public void Parse_HalfACharacter_IsReplaced() =>
        PromptFile.Parse("{\"prompt\": \"half \\ud83d here\"}", "f", []).Single().Messages.Single().Text.ShouldBe("half \ufffd here");

    [Fact]
    public void Parse_PlainLines_AreOnePromptEach()
    {
        var errors = new List<InputError>();
        PromptFile.Parse("What is 2 + 2?\r\n\r\nTell {a} story.\n", "f", errors)
            .Select(prompt => prompt.Messages.Single().Text).ShouldBe(["What is 2 + 2?", "Tell {a} story."]);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_JsonLines_HaveEverythingThatAPromptCanHave()
    {
        var errors = new List<InputError>();
        var prompts = PromptFile.Parse(
            """
            {"prompt": "Hi", "system": "Be brief.", "max_tokens": 9, "temperature": 0.5}

            {"messages": [{"role": "user", "content": "Book it."}, {"role": "assistant", "tool_calls": [{"id": "c1", "name": "book", "arguments": "{}"}]}, {"role": "tool", "tool_call_id": "c1", "content": "done"}], "tools": [{"name": "book", "description": "Books.", "parameters": {"type": "object"}}, {"type": "function", "function": {"name": "end", "parameters": {}}}]}
            """,
            "f",
            errors);
        errors.ShouldBeEmpty();
        prompts.Count.ShouldBe(2);
        prompts[0].System.ShouldBe("Be brief.");
        prompts[0].MaxOutputTokens.ShouldBe(9);
        prompts[0].Temperature.ShouldBe(0.5);
        prompts[1].Messages.Select(message => message.Role).ShouldBe([Role.User, Role.Assistant, Role.Tool]);
        prompts[1].Messages[1].ToolCalls.ShouldBe([new ToolCall("c1", "book", "{}")]);
        prompts[1].Messages[2].ToolCallId.ShouldBe("c1");
        prompts[1].Tools.ShouldBe([
            new ToolDefinition("book", "Books.", """{"type": "object"}"""), new ToolDefinition("end", "", "{}")]);
    }

    [Theory]
    [InlineData("""{"custom_id":"1","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"system","content":"S"},{"role":"user","content":"U"}],"max_tokens":5}}""")]
    [InlineData("""{"custom_id":"1","params":{"model":"m","system":"S","messages":[{"role":"user","content":[{"type":"text","text":"U"}]}],"max_tokens":5}}""")]
    [InlineData("""{"model":"m","system":"S","messages":[{"role":"user","content":"U"}],"max_tokens":5,"stream":true}""")]
    [InlineData("""{"custom_id":"1","url":"/v1/responses","body":{"model":"m","instructions":"S","input":"U","max_output_tokens":5}}""")]
    [InlineData("""{"model":"m","messages":[{"role":"developer","content":"S"},{"role":"user","content":"U"}],"max_completion_tokens":5,"top_p":0.1}""")]
    public void Parse_RequestsOfProviders_AreTheirPrompts(string line)
    {
        var errors = new List<InputError>();
        var prompt = PromptFile.Parse(line, "f", errors).Single();
        errors.ShouldBeEmpty();
        prompt.System.ShouldBe("S");
        prompt.Messages.Select(message => (message.Role, message.Text)).ShouldBe([(Role.User, "U")]);
        prompt.MaxOutputTokens.ShouldBe(5);
    }

    [Fact]
    public void Parse_ARequestOfNoKnownFormat_SaysWhichAreKnown()
    {
        var errors = new List<InputError>();
        PromptFile.Parse("""{"model":"m","contents":[]}""", "f", errors);
        errors.ShouldHaveSingleItem().ToString().ShouldStartWith(
            "f:1: the line is a request of no known format; expected that of openai-chat, ");
    }

    [Fact]
    public void Parse_ARequestThatNoWireReads_SaysWhyForEach()
    {
        var errors = new List<InputError>();
        PromptFile.Parse("""{"model":"m","messages":[{"role":"narrator","content":"U"}]}""", "f", errors);
        errors.ShouldHaveSingleItem().ToString().ShouldBe(
            "f:1: the line is a request that cannot be sent: as openai-chat, messages[0] has the role \"narrator\"; expected system, "
            + "developer, user, assistant or tool; as anthropic, messages[0] has the role \"narrator\"; expected user or assistant");
    }
}
