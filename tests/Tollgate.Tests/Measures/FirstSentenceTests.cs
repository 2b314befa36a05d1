using Tollgate.Exchanges;
using Tollgate.Measures.OfExchanges;

namespace Tollgate.Tests.Measures;

public class FirstSentenceTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n", 0)]
    [InlineData("Good morning", 12)] // no end but the text's
    [InlineData("Good morning. How can I help?", 13)]
    [InlineData("  Yes! Of course.", 6)]
    [InlineData("That is 3.5 percent. Fine.", 20)]
    [InlineData("Dr. Brill is in. Shall I?", 16)]
    [InlineData("He said \"no.\" And left.", 13)]
    [InlineData("Wait… there", 5)]
    [InlineData("Née 😀? Yes.", 6)] // code points, not UTF-16
    public void LengthOf_AText_IsUpToTheFirstSentencesEnd(string text, int length) =>
        FirstSentence.LengthOf(text).ShouldBe(length);

    [Fact]
    public void Draw_AStream_IsTheArrivalThatCompletesIt()
    {
        // Arrivals of 4 characters each, sent at 1 ms: the 5th character of the text is in the second.
        var exchange = Recorded.Completed(100, 150, 200, 250) with { Reply = new Reply("Yes!! It is so.", "", []) };
        var measures = TargetAccumulatorTests.Measure(exchange);
        measures[FirstSentence.Measure].Max.ShouldBe(149);
    }

    [Fact]
    public void Draw_WithoutText_HasNone() =>
        TargetAccumulatorTests.Measure(Recorded.Completed(100, 150))[FirstSentence.Measure].N.ShouldBe(0);
}
