using System.Text.Json;
using Tollgate.Unicode;

namespace Tollgate.Tests.Unicode;

public class OutsideJsonTests
{
    // What came from outside, and what is read.
    [Theory]
    [InlineData("""{"a":"\ud800"}""", "\uFFFD")]
    [InlineData("""{"a":"x\udc00y"}""", "x\uFFFDy")]
    [InlineData("""{"a":"\ud83d\ude00"}""", "\U0001F600")]
    [InlineData("""{"a":"\\ud800"}""", """\ud800""")]
    public void Parse_Text_IsWellFormed(string json, string expected) =>
        OutsideJson.Parse(json).ShouldNotBeNull().GetProperty("a").GetString().ShouldBe(expected);

    [Fact]
    public void Parse_HalfACharacter_IsReplaced() =>
        OutsideJson.Parse("{\"a\":\"" + '\uD800' + "\"}").ShouldNotBeNull().GetProperty("a").GetString()
            .ShouldBe("\uFFFD");

    [Fact]
    public void Parse_AName_CanBeReadWhateverItHolds() =>
        OutsideJson.Parse("""{"\ud800":1}""").ShouldNotBeNull().EnumerateObject().Single().Name.ShouldBe("\uFFFD");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nothing")]
    [InlineData("{}{}")]
    public void Parse_NoJson_IsNull(string json) => OutsideJson.Parse(json).ShouldBeNull();

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(100_000, false)]
    public void Parse_Nesting_IsBounded(int levels, bool isRead) =>
        (OutsideJson.Parse(new string('[', levels) + new string(']', levels))?.ValueKind == JsonValueKind.Array)
            .ShouldBe(isRead);
}
