using Tollgate.Sessions.Recognition;

namespace Tollgate.Tests.Sessions.Recognition;

public class PartialInputTests
{
    [Theory]
    [InlineData("I need to move my appointment.", 0.5, "I need to", " move my appointment.")]
    [InlineData("I need to move my appointment.", 0, "", "I need to move my appointment.")]
    [InlineData("I need to move my appointment.", 1, "I need to move my appointment.", "")]
    [InlineData("Well, no.", 0.01, "Well,", " no.")] // two words: one on each side
    [InlineData("Well, no.", 0.99, "Well,", " no.")]
    [InlineData("Yes.", 0.5, "Yes.", "")] // one word cannot be cut
    [InlineData("", 0.5, "", "")]
    public void Cut_ATurn_FallsBetweenWords(string said, double fraction, string first, string rest) =>
        PartialInput.Cut(said, fraction).ShouldBe(new CutTurn(first, rest));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Cut_FractionOutsideItsRange_IsRefused(double fraction) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PartialInput.Cut("Yes.", fraction));

    [Fact]
    public void TrailOff_ATurn_EndsInDotsAfterAWord()
    {
        PartialInput.TrailOff("Well, it was, you know, last week.", 0.5).ShouldBe("Well, it was, you...");
        PartialInput.TrailOff("—", 0.5).ShouldBe("");
    }

    [Fact]
    public void Continue_ACutTurn_IsTheRest_WithAHesitationWhereAsked()
    {
        var turn = PartialInput.Cut("I need to move my appointment.", 0.5);
        PartialInput.Continue(turn).ShouldBe("move my appointment.");
        PartialInput.Continue(turn, 1).ShouldBe("um, move my appointment.");
        PartialInput.Continue(new CutTurn("Yes.", ""), 1).ShouldBe("");
    }
}
