using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;

namespace Tollgate.Tests.Sessions.Recognition;

public class HypothesesTests
{
    private static readonly Recogniser Ears = new(new RecogniserSettings { WordErrorRate = 0.25, InterimWords = 1 });

    [Fact]
    public void Interims_ButForTheirLastWords_AreThePrefixOfTheFinalText()
    {
        foreach (var heard in Heard())
        {
            foreach (var interim in heard.Interims)
            {
                var words = interim.Text.Split(' ');
                var settled = string.Join(' ', words.SkipLast(Hypotheses.Unsettled + 1));
                heard.Final.ShouldStartWith(settled);
            }
        }
    }

    [Fact]
    public void Interims_GrowInFraction_AndEndWithTheFinalText()
    {
        foreach (var heard in Heard())
        {
            heard.Interims[^1].ShouldBe(new Interim(1, heard.Final));
            heard.Interims.Select(interim => interim.Fraction).ShouldBeInOrder();
            heard.Interims.ShouldAllBe(interim => interim.Fraction > 0 && interim.Fraction <= 1);
        }
    }

    [Fact]
    public void Interims_GetRevised()
    {
        // A later hypothesis changes a word that an earlier one had.
        var revised = Heard().Count(heard => heard.Interims.Zip(heard.Interims.Skip(1))
            .Any(pair => !pair.Second.Text.StartsWith(pair.First.Text, StringComparison.Ordinal)));
        revised.ShouldBeInRange(80, 199);
    }

    [Fact]
    public void Interims_OfOneWord_AreTheFinalText() =>
        Ears.Hear("Yes.", [], new RandomStream(1)).Interims.Count.ShouldBe(1);

    private static IEnumerable<RecognisedSpeech> Heard() =>
        Enumerable.Range(0, 200).Select(i => Lines.All[i % Lines.All.Length] switch
        {
            var (said, entities) => Ears.Hear(said, entities, new RandomStream((ulong)i)),
        });
}
