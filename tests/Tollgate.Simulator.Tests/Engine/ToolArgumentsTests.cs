using Tollgate.Simulator.Engine;

namespace Tollgate.Simulator.Tests.Engine;

public class ToolArgumentsTests
{
    [Theory]
    [InlineData("""{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer","minimum":2}}}""", """{"city":"example","days":2}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"boolean"}},"required":["b"]}""", """{"b":true}""")]
    [InlineData("""{"type":"object","properties":{"unit":{"enum":["c","f"]},"list":{"type":"array","items":{"type":"number"}}}}""", """{"unit":"c","list":[1]}""")]
    [InlineData("""{"type":"object","properties":{"in":{"type":["object","null"],"properties":{"x":{"const":7}}}}}""", """{"in":{"x":7}}""")]
    [InlineData("""{"type":"object","properties":{"x":{"anyOf":[{"type":"null"},{"type":"string"}]}}}""", """{"x":null}""")]
    [InlineData("{}", "{}")]
    [InlineData("not json", "{}")]
    public void Fit_GivesTheSimplestArguments(string schema, string arguments) =>
        ToolArguments.Fit(schema).ShouldBe(arguments);

    [Fact]
    public void ToolReply_InPieces_IsTheWholeAgain()
    {
        const string arguments = """{"text":"a \"quoted\" 😀 word"}""";
        var reply = new ToolReply("id", "name", arguments);
        reply.ArgumentsUpTo(reply.Tokens).ShouldBe(arguments);
        reply.ArgumentsUpTo(1).ShouldBe("");
        Enumerable.Range(0, reply.Tokens).Sum(reply.CodePoints).ShouldBe(arguments.EnumerateRunes().Count());
        var pieces = Enumerable.Range(1, reply.Tokens - 1).Select(i => System.Text.Encoding.UTF8.GetString(reply.Escaped(i)));
        System.Text.Json.JsonSerializer.Deserialize<string>($"\"{string.Concat(pieces)}\"").ShouldBe(arguments);
    }
}
