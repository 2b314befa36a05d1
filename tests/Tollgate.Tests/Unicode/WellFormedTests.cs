using System.Text.Json;
using Tollgate.Unicode;

namespace Tollgate.Tests.Unicode;

public sealed class WellFormedTests
{
    [Theory]
    [InlineData("""{"a":"\ud800"}""", "�")]
    [InlineData("""{"a":"\uDC00x"}""", "�x")]
    [InlineData("""{"a":"\ud83d\ude00"}""", "😀")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", "�😀")]
    [InlineData("""{"a":"\\ud800"}""", "\\ud800")]
    [InlineData("""{"a":"\\\ud800"}""", "\\�")]
    [InlineData("""{"a":"\uD83D\n"}""", "�\n")]
    [InlineData("""{"a":"plain"}""", "plain")]
    public void Json_HalvesOfPairs_BecomeReplacements(string json, string expected)
    {
        using var document = JsonDocument.Parse(WellFormed.Json(json));

        document.RootElement.GetProperty("a").GetString().ShouldBe(expected);
    }

    [Fact]
    public void Json_BytesThatAreNoUtf8_BecomeReplacements()
    {
        byte[] json = [.. "{\"a\":\""u8, 0xFF, (byte)'x', .. "\\udfff\"}"u8];

        using var document = JsonDocument.Parse(WellFormed.Json((ReadOnlyMemory<byte>)json));

        document.RootElement.GetProperty("a").GetString().ShouldBe("�x�");
    }

    [Fact]
    public void Json_PropertyNames_AreMended()
    {
        using var document = JsonDocument.Parse(WellFormed.Json("""{"\ud800":1}"""));

        document.RootElement.EnumerateObject().Single().Name.ShouldBe("�");
    }

    [Fact]
    public void Json_NothingWrong_IsTheSameSpan()
    {
        byte[] json = [.. """{"a":"\u00e9\\ud800"}"""u8];
        byte[] scratch = [];

        var mended = WellFormed.Json(json, ref scratch);

        (mended == json).ShouldBeTrue();
        scratch.ShouldBeEmpty();
    }

    // Attributes keep their strings as UTF-8, which cannot hold half a pair.
    [Fact]
    public void Text_UnpairedSurrogates_BecomeReplacements()
    {
        WellFormed.Text("a\uD800b").ShouldBe("a\uFFFDb");
        WellFormed.Text("\uDC00\uD800").ShouldBe("\uFFFD\uFFFD");
        WellFormed.Text("x😀y").ShouldBe("x😀y");
        WellFormed.Text("").ShouldBe("");
    }
}
