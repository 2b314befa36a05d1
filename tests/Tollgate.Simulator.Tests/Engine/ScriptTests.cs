using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Tests.Engine;

public class ScriptTests
{
    private static readonly Reply Mixed = new(
        "One moment, I am looking for it — café.",
        "",
        [
            new ToolCall("", "find_patient", """{"last_name":"Müller 😀"}"""),
            new ToolCall("own", "clinic_hours", "{}"),
        ]);

    [Fact]
    public void ReplyUpTo_AllTokens_IsTheDictatedReply()
    {
        var script = Of(Mixed);

        var reply = script.ReplyUpTo(script.SeenTokens);

        reply.Text.ShouldBe(Mixed.Text);
        reply.ToolCalls.ShouldBe(
            [Mixed.ToolCalls[0] with { Id = "call_0" }, Mixed.ToolCalls[1]], "an id that is there is kept");
    }

    [Fact]
    public void Tokens_OneByOne_SayTheReply()
    {
        var script = Of(Mixed);

        var said = Enumerable.Range(0, script.SeenTokens).Select(i => (script.PartAt(i), script.TextOf(i, 1)))
            .GroupBy(token => token.Item1, token => token.Item2)
            .Select(part => string.Concat(part));

        said.ShouldBe([Mixed.Text, """find_patient{"last_name":"Müller 😀"}""", "clinic_hours{}"]);
    }

    [Fact]
    public void CodePoints_OfEachPart_AreThoseOfItsText()
    {
        var script = Of(Mixed);

        foreach (var part in script.Parts)
        {
            Enumerable.Range(part.From, part.Tokens).Sum(script.CodePointsAt)
                .ShouldBe(part.UpTo(part.Tokens).EnumerateRunes().Count());
        }
    }

    [Fact]
    public void Limit_CutsOffWhatComesLast()
    {
        var script = Of(Mixed, limit: 14);

        script.SeenTokens.ShouldBe(14);
        script.CallsTools.ShouldBeTrue();
        script.ReplyUpTo(14).Text.ShouldBe(Mixed.Text);
        script.ReplyUpTo(14).ToolCalls[0].ArgumentsJson.ShouldStartWith("{");
        script.ReplyUpTo(14).ToolCalls[0].ArgumentsJson.Length.ShouldBeLessThan(Mixed.ToolCalls[0].ArgumentsJson.Length);
    }

    [Fact]
    public void EmptyReply_HasNoToken() => Of(new Reply("", "", [])).SeenTokens.ShouldBe(0);

    [Fact]
    public void Boundaries_AreTheStartsOfPartsAndTheEnd()
    {
        var script = Of(Mixed);

        Enumerable.Range(0, script.SeenTokens + 1).Where(script.IsBoundary)
            .ShouldBe([.. script.Parts.Skip(1).Select(part => part.From), script.SeenTokens]);
    }

    private static Script Of(Reply reply, int? limit = null)
    {
        var content = AnswerContent.Of(reply, "call_");
        var generation = new Generation(
            ProfileSet.Default.Models["instant"], default, new Statistics.RandomStream(1), limit, 0, content.Tokens);
        return new Script(generation, reasoningStreamed: true, content);
    }
}
