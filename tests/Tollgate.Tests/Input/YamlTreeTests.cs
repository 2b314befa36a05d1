using Tollgate.Input;

namespace Tollgate.Tests.Input;

public class YamlTreeTests
{
    [Theory]
    [InlineData("a: 5", true)]
    [InlineData("a: \"5\"", false)]
    [InlineData("a: '5'", false)]
    [InlineData("a: |\n  5", false)]
    public void Read_AScalar_SaysWhetherItWasQuoted(string text, bool plain) =>
        Root(text).Entries!.Single().Value.Plain.ShouldBe(plain);

    [Theory]
    [InlineData("a:", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: \"\"", false)] // An empty text is a text.
    [InlineData("a: \"null\"", false)]
    [InlineData("a: nil", false)]
    public void Read_AScalar_SaysWhetherItIsNothing(string text, bool nothing) =>
        Root(text).Entries!.Single().Value.IsNull.ShouldBe(nothing);

    [Fact]
    public void Read_AnEmptyFile_SaysWhatWasExpected()
    {
        var errors = new List<InputError>();
        YamlTree.Read("", "it.yaml", "a suite", errors).ShouldBeNull();
        errors.Single().ToString().ShouldBe("it.yaml:1:1: the file is empty; expected a suite");
    }

    [Fact]
    public void Read_AnAlias_CountsAsWhatItStandsFor()
    {
        var root = Root("a: &a [1, 2, 3]\nb: [*a, *a]");
        root.Weight.ShouldBe(1 + 1 + 4 + 1 + 1 + 4 + 4);
        root.Height.ShouldBe(4);
    }

    private static YamlNode Root(string text)
    {
        var errors = new List<InputError>();
        var root = YamlTree.Read(text, "it", "a plan", errors);
        errors.ShouldBeEmpty();
        return root.ShouldNotBeNull();
    }
}
