using Tollgate.Unicode;

namespace Tollgate.Tests.Unicode;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("\u001b[2Jgone", "<U+001B>[2Jgone")]
    [InlineData("\u009b31m", "<U+009B>31m")]
    [InlineData("\u202egnp.exe\u202c", "<U+202E>gnp.exe<U+202C>")]
    [InlineData("a\r\nb\tc", "a\r\nb\tc")]
    [InlineData("kept\rgone", "kept<U+000D>gone")]
    [InlineData("naïve 😀 مرحبا", "naïve 😀 مرحبا")]
    public void Lines_WhatDrivesATerminal_IsShown(string text, string expected) =>
        SafeText.Lines(text).ShouldBe(expected);

    [Fact]
    public void Line_Breaks_BecomeSpaces() => SafeText.Line("a\nb\tc\u2028d").ShouldBe("a b c<U+2028>d");

    [Fact]
    public void Cut_InAPair_LeavesNoHalf()
    {
        SafeText.Cut("ab😀cd", 3).ShouldBe("ab… (4 more characters)");
        SafeText.Cut("ab😀cd", 6).ShouldBe("ab😀cd");
    }
}
