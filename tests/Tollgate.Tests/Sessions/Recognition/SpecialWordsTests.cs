using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;

namespace Tollgate.Tests.Sessions.Recognition;

public class SpecialWordsTests
{
    // The word at the place, and what it may be taken for.
    [Theory]
    [InlineData("B T", 0, "c d e g p t v z be bee")]
    [InlineData("M N", 0, "n em am")]
    [InlineData("five oh", 1, "zero know no four")]
    [InlineData("extension fifteen", 1, "fifty")]
    [InlineData("3 p.m.", 1, "a.m")]
    [InlineData("at ten am", 2, "pm")]
    [InlineData("room 15", 1, "50 55 25 19 14 95 75")]
    [InlineData("the 3rd", 1, "2nd 4th")]
    [InlineData("the 11th", 1, "1st 12th 10th")]
    [InlineData("at 7pm", 1, "7am")]
    [InlineData("twenty-five", 0, "twenty-nine twenty-fine twenty-four twenty-by")]
    public void Confuse_AWordWithFewRivals_IsOneOfThem(string said, int at, string rivals)
    {
        var word = SaidUtterance.Parse(said, []).Words[at];
        var random = new RandomStream(2);
        for (var i = 0; i < 200; i++)
        {
            var heard = SpecialWords.Confuse(word, random);
            if (heard is not null)
            {
                rivals.Split(' ').ShouldContain(heard);
            }
        }
    }

    [Fact]
    public void Confuse_ARowOfFigures_DropsDoublesOrChangesOne()
    {
        var word = SaidUtterance.Parse("My number is 5550142.", []).Words[3];
        var random = new RandomStream(2);
        var heard = Enumerable.Range(0, 300).Select(_ => SpecialWords.Confuse(word, random)).ToList();
        heard.ShouldAllBe(row => row != null && row.All(char.IsAsciiDigit) && row.Length >= 6 && row.Length <= 8);
        heard.ShouldNotContain("5550142");
        heard.Select(row => row?.Length).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Part_OfARowOfFigures_KeepsThemAll()
    {
        var random = new RandomStream(2);
        for (var i = 0; i < 100; i++)
        {
            string.Concat(SpecialWords.Part("5550142", 3, random) ?? []).ShouldBe("5550142");
        }

        SpecialWords.Part("555", 2, random).ShouldBeNull();
        SpecialWords.Part("march", 2, random).ShouldBeNull();
    }

    [Theory]
    [InlineData("I a", 0, WordClass.Function)]
    [InlineData("K A I", 1, WordClass.Letter)]
    [InlineData("five five", 0, WordClass.Digit)]
    [InlineData("two pills", 0, WordClass.Number)]
    [InlineData("at 5550142 now", 1, WordClass.Digit)]
    [InlineData("on Tuesday", 1, WordClass.Calendar)]
    [InlineData("I am here", 1, WordClass.Function)]
    [InlineData("at ten am", 2, WordClass.Calendar)]
    [InlineData("page Doctor Osterhaus", 1, WordClass.Content)]
    [InlineData("page Doctor Osterhaus", 2, WordClass.Name)]
    [InlineData("page the heater", 2, WordClass.Content)]
    public void Class_OfAWord(string said, int at, WordClass expected) =>
        SaidUtterance.Parse(said, []).Words[at].Class.ShouldBe(expected);

    [Fact]
    public void Letter_NamedByAWord_IsHeardBetter()
    {
        SaidUtterance.Parse("M as in Mary", []).Words[0].IsNamed.ShouldBeTrue();
        SaidUtterance.Parse("M as in Nancy", []).Words[0].IsNamed.ShouldBeFalse();
        SaidUtterance.Parse("M for Mary", []).Words[0].IsNamed.ShouldBeTrue();
    }
}
