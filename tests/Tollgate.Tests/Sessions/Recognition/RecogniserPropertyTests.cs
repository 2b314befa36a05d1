using FsCheck;
using FsCheck.Fluent;
using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.Tests.Sessions.Recognition;

public class RecogniserPropertyTests
{
    private static readonly Recogniser Worst =
        new(new RecogniserSettings { WordErrorRate = SuiteSession.NoiseBounds.Max });

    [Fact]
    public void Hear_AnyText_StaysBounded() => Prop.ForAll<string?, int>((text, seed) =>
    {
        var said = text ?? "";
        var heard = Worst.Hear(said, said.Length > 3 ? [said[1..3]] : [], new RandomStream((ulong)seed));
        heard.Interims.Count.ShouldBeLessThanOrEqualTo(33);
        heard.Final.Length.ShouldBeLessThanOrEqualTo(200 + (12 * said.Length));
        heard.Words.ShouldBe(WordAlignment.Words(said).Count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hear_AnyText_WithoutErrors_IsTheText() => Prop.ForAll<string?, int>((text, seed) =>
    {
        var said = text ?? "";
        new Recogniser(new RecogniserSettings()).Hear(said, [], new RandomStream((ulong)seed)).Final.ShouldBe(said);
        SaidUtterance.Parse(said, []).ToString().ShouldBe(said);
    }).QuickCheckThrowOnFailure();

    public static TheoryData<string> OddTexts =>
    [
        "", " ", "\t\n", "—", "...", "a", "?!", "5", "0", "3:", "1st", "99th", "12:5", "$4.50", "l'été à Nîmes", "東京 大阪 京都",
        "مرحبا بالعالم", "👋 👍🏽", "\u0000 \uD800", "é", "twenty-", "-five", "x-y-z", "M L 4 4 7", "A A A A", "I a I a",
        new string('x', 5_000), string.Join(' ', Enumerable.Repeat("1984", 500)),
    ];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Hear_OddText_DoesNotThrow(string said)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var heard = Worst.Hear(said, [said, "", "—", "a"], new RandomStream(seed));
            heard.Final.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Hear_TenThousandWords_IsHeardAtTheSameRate()
    {
        var said = string.Join(' ', Enumerable.Repeat("I would like to speak to somebody about the invoice", 1_000));
        var recogniser = new Recogniser(new RecogniserSettings { WordErrorRate = 0.15 });
        var heard = Enumerable.Range(0, 60).Select(i => recogniser.Hear(said, [], new RandomStream((ulong)i))).ToList();
        heard.Average(one => (double)one.Errors / one.Words).ShouldBe(0.15, 0.03);
        heard[0].Interims.Count.ShouldBeLessThanOrEqualTo(33);
    }
}
