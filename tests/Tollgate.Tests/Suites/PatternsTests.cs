using System.Text.RegularExpressions;
using Tollgate.Suites.Schemas;

namespace Tollgate.Tests.Suites;

public class PatternsTests
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
    public void TryCompile_WhatCannotGoBackMuch_IsBuiltFast(string pattern)
    {
        var regex = Patterns.TryCompile(pattern, true).ShouldNotBeNull();
        regex.Options.HasFlag(RegexOptions.NonBacktracking).ShouldBeFalse();
        regex.Options.HasFlag(RegexOptions.IgnoreCase).ShouldBeTrue();
    }

    [Theory]
    [InlineData("(a+)+b")] // A repetition of a repetition.
    [InlineData("(a|a)*b")]
    [InlineData("(a?){30}a{30}")]
    [InlineData("(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)")]
    [InlineData("a*a*a*a*b")]
    [InlineData("(a?a?)+c")]
    public void TryCompile_WhatCouldGoBackForEver_IsBuiltWithout(string pattern)
    {
        var regex = Patterns.TryCompile(pattern, true).ShouldNotBeNull();
        regex.Options.HasFlag(RegexOptions.NonBacktracking).ShouldBeTrue();
        regex.IsMatch(new string('a', 50_000)).ShouldBeOneOf(true, false); // It ends.
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("a{2,1}")]
    [InlineData("*")]
    [InlineData("(?=a)b")] // The engine without backtracking has none of these.
    [InlineData("(?<!a)b")]
    [InlineData(@"(a)\1")]
    [InlineData(@"(?<n>a)\k<n>")]
    [InlineData("(?>a)b")]
    [InlineData(@"\")]
    public void TryCompile_WhatIsNone_IsRefusedWithAReason(string pattern)
    {
        Patterns.TryCompile(pattern, true, out var error).ShouldBeNull();
        error.ShouldNotBeEmpty();
    }

    [Fact]
    public void TryCompile_TooLong_IsRefused() => Patterns.TryCompile(new string('a', 2_001), true).ShouldBeNull();
}
