using Tollgate.Sessions.Recognition;

namespace Tollgate.Tests.Sessions.Recognition;

public class WordAlignmentTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "", "D")]
    [InlineData("", "a", "I")]
    [InlineData("Yes, it's me.", "yes its me", "===")] // case and punctuation do not count
    [InlineData("two for you", "to for you", "S==")]
    [InlineData("my set alarms", "set alarm", "D=S")]
    [InlineData("page doctor Osterhaus", "page doctor oscar house", "==IS")]
    [InlineData("room two fourteen", "room to fourteen", "=S=")]
    [InlineData("a b c d", "x a b c d", "I====")]
    [InlineData("a b c d", "b c d a", "D===I")]
    [InlineData("a b", "c d e", "ISS")]
    public void Of_TwoTexts_HasTheFewestErrors(string said, string heard, string steps) =>
        WordAlignment.Of(said, heard).Steps.ShouldBe(steps);

    [Fact]
    public void Errors_CountsAllButTheSame() => WordAlignment.Of("my set alarms", "set alarm").Errors.ShouldBe(2);
}
