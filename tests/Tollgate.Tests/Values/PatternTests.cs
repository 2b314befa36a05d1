using System.Text.Json;
using Tollgate.Suites.Schemas;
using Tollgate.Values;

namespace Tollgate.Tests.Values;

public class PatternTests
{
    [Theory]
    [InlineData("date of birth")]
    [InlineData("which (day|date)")]
    [InlineData("what('s| is)? your")]
    [InlineData("cancel.*appointment")]
    [InlineData(@"\bborn\b")]
    [InlineData("[a-z]+ [^]x]")]
    [InlineData("(?i)when would")]
    [InlineData("(?:one|two) more")]
    public void TryCompile_WhatUsersWrite_IsBuiltFast(string pattern)
    {
        var built = Pattern.TryCompile(pattern, true).ShouldNotBeNull();
        built.IsMatch("Which DATE of birth, what's your, cancel one more appointment born b x when would");
        built.IsLinear.ShouldBeFalse();
    }

    // An expression and a text that would take forever, or minutes, to match by going back.
    [Theory]
    [InlineData("(a+)+b", 'a')]
    [InlineData("(a|a)*b", 'a')]
    [InlineData("(a?a?)+c", 'a')]
    [InlineData(@"b\w*[b-z]*\d", 'b')]
    [InlineData(@"(x|\w)*\w*\d$", 'b')]
    public void IsMatch_WhatGoesBackForever_EndsWithTheSameAnswer(string text, char letter)
    {
        var pattern = Pattern.TryCompile(text, true).ShouldNotBeNull();
        pattern.IsMatch(new string(letter, 30_000)).ShouldBeFalse();
        pattern.IsLinear.ShouldBeTrue();
        pattern.IsMatch(new string(letter, 30_000) + "bbc5").ShouldBe(
            text.EndsWith(@"\d", StringComparison.Ordinal) || text.EndsWith('b') || text.EndsWith('c')
            || text.EndsWith('$'));
    }

    [Theory]
    [InlineData("(a?){30}a{30}")]
    [InlineData("[a-z-[aeiou]]+")]
    [InlineData("(?<year>[0-9]{4})")]
    public void TryCompile_WhatIsNotPlain_IsMatchedWithoutGoingBack(string pattern) =>
        Pattern.TryCompile(pattern, true).ShouldNotBeNull().IsLinear.ShouldBeTrue();

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("a{2,1}")]
    [InlineData("*")]
    [InlineData(@"\")]
    [InlineData("a{1000}{1000}")]
    public void TryCompile_WhatIsNone_IsRefusedWithAReason(string pattern)
    {
        Pattern.TryCompile(pattern, true, out var error).ShouldBeNull();
        error.ShouldNotBeEmpty();
    }

    // What could take forever, and how it is called.
    [Theory]
    [InlineData("(?=a)b", "lookahead")]
    [InlineData("(?!a)b", "lookahead")]
    [InlineData("(?<=a)b", "lookbehind")]
    [InlineData("(?<!a)b", "lookbehind")]
    [InlineData(@"(a)\1", "backreference")]
    [InlineData(@"(?<n>a)\k<n>", "backreference")]
    [InlineData("(?>a)b", "atomic")]
    [InlineData("(?(a)b|c)", "test")]
    [InlineData(@"\Ga", "contiguous")]
    public void TryCompile_WhatCouldTakeForever_IsRefusedByName(string pattern, string name)
    {
        Pattern.TryCompile(pattern, true, out var error).ShouldBeNull();
        error.ShouldContain(name, Case.Insensitive);
        error.ShouldEndWith("could take forever to match");
    }

    [Fact]
    public void TryCompile_TooLong_IsRefused() => Pattern.TryCompile(new string('a', 2_001), true).ShouldBeNull();

    // In a schema with keywords that are checked elsewhere, too.
    [Fact]
    public void Check_PatternBesideOtherKeywords_IsBoundedAndMeansTheSame()
    {
        var schema = ArgumentSchema.Of("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string","pattern":"^b(\\w+)+\\d$"},{"type":"null"}]},"b":{"type":"string","format":"date","pattern":"^2","not":{"enum":["2026-01-01"]}}},"default":{"pattern":"("}}""");
        schema.Check(JsonElement.Parse("""{"a":"bb5"}""")).ShouldBeEmpty();
        schema.Check(JsonElement.Parse("""{"a":"cb5"}""")).ShouldNotBeEmpty();
        schema.Check(JsonElement.Parse("""{"b":"2026-03-05"}""")).ShouldBeEmpty();
        schema.Check(JsonElement.Parse("""{"b":"1026-03-05"}""")).ShouldNotBeEmpty();
        schema.Check(JsonElement.Parse($$"""{"a":"{{new string('b', 20_000)}}"}""")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string","pattern":"(?=a)b"}]}}}""", "lookahead")]
    [InlineData("""{"type":"object","patternProperties":{"(a+)+b":{"type":"string"}}}""", "patternProperties")]
    public void Of_SchemaWhoseExpressionsCannotBeBounded_IsRefused(string schema, string why) =>
        Should.Throw<FormatException>(() => ArgumentSchema.Of(schema)).Message.ShouldContain(why, Case.Insensitive);
}
