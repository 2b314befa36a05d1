using Tollgate.Sessions.Phone;
using Tollgate.Suites;

namespace Tollgate.Tests.Sessions;

public class PlaybackTests
{
    // A word takes 400 ms at 150 words a minute; synthesis and half the network 150 ms.
    private static readonly Voice Voice = new();

    [Fact]
    public void Speech_StartsAtTheEndOfTheFirstClause()
    {
        var playback = Started(("Good", 0), (" day,", 100), (" how", 150), (" are", 160), (" you?", 170));

        playback.FirstClauseNs.ShouldBe(Ms(100));
        playback.AudibleNs.ShouldBe(Ms(250));
        playback.EndNs.ShouldBe(Ms(250 + (5 * 400)));
        playback.Underruns.ShouldBe(0);
    }

    [Fact]
    public void Speech_WithoutAClauseEnd_StartsWithTheTwelfthWordOrTheEnd()
    {
        var endless = new Playback(Voice);
        endless.Begin();
        for (var i = 0; i < 13; i++)
        {
            endless.Add(Ms(i * 10), "word ");
        }

        endless.FirstClauseNs.ShouldBe(Ms(110));

        Started(("no", 0), (" end", 10)).FirstClauseNs.ShouldBe(Ms(10), "the stream's end is the clause's");
    }

    [Fact]
    public void WordThatComesLate_IsAnUnderrunOfSoLong()
    {
        // "Yes," is over at 150 + 400 ms; "sir" comes at 900 ms and is audible 150 ms later. A word is known to be whole
        // when the next piece begins.
        var playback = Started(("Yes,", 0), (" sir", 900), (" done.", 910));

        playback.Underruns.ShouldBe(1);
        playback.UnderrunNs.ShouldBe(Ms(1050 - 550));
        playback.LongestSilenceNs(Ms(-300), playback.EndNs!.Value).ShouldBe(Ms(500));
    }

    [Theory]
    [InlineData(0, "")] // before the first word
    [InlineData(649, "")] // while it is spoken
    [InlineData(650, "Good")] // it is over
    [InlineData(1049, "Good")]
    [InlineData(1050, "Good day,")]
    [InlineData(99_999, "Good day, how are you?")]
    public void HeardBy_AnInstant_IsTheWordsThatWereOver(long ms, string heard)
    {
        var playback = Started(("Good", 0), (" day,", 100), (" how are you?", 150));

        playback.HeardBy(0, Ms(ms)).ShouldBe(heard);
    }

    [Fact]
    public void SecondStream_IsSpokenAfterTheFirst()
    {
        var playback = Started(("One moment please.", 0));
        var second = playback.Begin();
        playback.Add(Ms(10), "Here it is.");
        playback.Finish(Ms(10));

        playback.Spoken(second, long.MaxValue)!.Value.StartNs.ShouldBe(Ms(150 + (3 * 400)));
        playback.HeardBy(0, long.MaxValue).ShouldBe("One moment please.");
        playback.HeardBy(second, long.MaxValue).ShouldBe("Here it is.");
    }

    [Fact]
    public void Restart_LeavesWhatWasHeardAndDropsTheRest()
    {
        var playback = new Playback(Voice);
        playback.Begin();
        playback.Add(Ms(0), "Well, this is going to fail ");
        playback.Restart(Ms(600));
        playback.Add(Ms(700), "Sorry. ");
        playback.Finish(Ms(700));

        playback.HeardBy(0, long.MaxValue).ShouldBe("Sorry.");
        playback.Spoken(0, long.MaxValue)!.Value.StartNs.ShouldBe(Ms(950), "\"this\" had begun and is spoken out");
    }

    [Theory]
    [InlineData("one two three", 3)]
    [InlineData("42", 1)] // "forty-two"
    [InlineData("2026", 2)] // "twenty twenty-six"
    [InlineData("5550142", 7)] // digit by digit
    [InlineData("- — ...", 0)] // nothing is said
    [InlineData("", 0)]
    public void LengthNs_OfAText_IsThatOfItsPlainWords(string text, int words) =>
        SpokenReply.LengthNs(text, Voice).ShouldBe(Ms(words * 400));

    private static Playback Started(params (string Text, long Ms)[] pieces)
    {
        var playback = new Playback(Voice);
        playback.Begin();
        foreach (var (text, ms) in pieces)
        {
            playback.Add(Ms(ms), text);
        }

        playback.Finish(Ms(pieces[^1].Ms));
        return playback;
    }

    private static long Ms(long ms) => ms * 1_000_000;
}
