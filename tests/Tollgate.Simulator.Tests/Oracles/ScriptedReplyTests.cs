using System.Buffers.Text;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;

namespace Tollgate.Simulator.Tests.Oracles;

public class ScriptedReplyTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>().Select(text => Whole(text ?? "")),
        Gen.Elements("", "naïve 日本語 \U0001F600", "a\0b\r\nx-api-key: k", "{\"text\":\"\"}", "\"\\", "\u2028"));

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Prop.ForAll(
            (from text in Text
             from calls in (from id in Text from name in Text from arguments in Text
                            select new ToolCall(id, name, arguments)).ListOf()
             select new Reply(text, "", [.. calls])).ToArbitrary(),
            reply =>
            {
                var header = ScriptedReply.Write(reply);
                header.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').ShouldBeTrue("it must fit a header");
                var read = ScriptedReply.Read(header).ShouldNotBeNull();
                read.Text.ShouldBe(reply.Text);
                read.ToolCalls.ShouldBe(reply.ToolCalls);
                read.Reasoning.ShouldBeEmpty();
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"text":"Hello","calls":[]}""", true)]
    [InlineData("""{"text":"","calls":[{"id":"","name":"f","arguments":""}]}""", true)]
    [InlineData("""{"text":"Hello"}""", false)] // no calls
    [InlineData("""{"calls":[]}""", false)] // no text
    [InlineData("""{"text":null,"calls":[]}""", false)]
    [InlineData("""{"text":1,"calls":[]}""", false)]
    [InlineData("""{"text":"","calls":[null]}""", false)]
    [InlineData("""{"text":"","calls":[{"id":"","name":"f"}]}""", false)] // no arguments
    [InlineData("""{"text":"","calls":[{"id":"","name":null,"arguments":""}]}""", false)]
    [InlineData("""{"text":"","calls":{}}""", false)]
    [InlineData("null", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    [InlineData("{\"text\":\"", false)] // broken off
    public void Read_OfJson_TakesRepliesAlone(string json, bool isReply) =>
        (ScriptedReply.Read(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json))) is not null).ShouldBe(isReply);

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("é")]
    [InlineData("A")] // no whole byte
    [InlineData("eyJ0ZXh0Ijoi/w==")] // base64, and no JSON
    public void Read_OfWhatIsNoBase64Url_IsNull(string value) => ScriptedReply.Read(value).ShouldBeNull();

    [Fact]
    public void Read_OfAnythingMutated_NeverThrows()
    {
        var random = new RandomStream(1);
        var good = Encoding.UTF8.GetBytes("""{"text":"Grüße \u00e9","calls":[{"id":"c","name":"f","arguments":"{}"}]}""");
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            refused += ScriptedReply.Read(Base64Url.EncodeToString(bytes.AsSpan(0, random.Next(bytes.Length + 1)))) is null ? 1 : 0;
        }

        refused.ShouldBeInRange(10_000, 20_000, "most of it is no reply");
    }

    // JSON holds no half of a surrogate pair.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
