using Tollgate.Sessions.Recognition;

namespace Tollgate.Tests.Sessions.Recognition;

public class SoundTests
{
    [Theory]
    [InlineData("night", "N AY T")]
    [InlineData("knight", "N AY T")]
    [InlineData("phone", "F OW N")]
    [InlineData("station", "S T EY SH AH N")]
    [InlineData("making", "M EY K IH NG")]
    [InlineData("church", "CH ER CH")]
    [InlineData("quick", "K W IH K")]
    [InlineData("played", "P L EY D")]
    [InlineData("smith", "S M IH TH")]
    [InlineData("515", "F AY V W AH N F AY V")]
    [InlineData("東京", "")]
    public void Pronounce_AWord_HasItsPhones(string word, string phones) =>
        Phones.Format(Vocabulary.Shared.Pronounce(word)).ShouldBe(phones);

    [Fact]
    public void Vocabulary_EveryWord_HasASound() =>
        "the smith denver fifteen o'clock xavier".Split(' ').Select(Vocabulary.Shared.Pronounce)
            .ShouldAllBe(phones => phones.Length > 0);

    [Theory]
    [InlineData("smyth", "smith")]
    [InlineData("rite", "right")]
    [InlineData("kathy", "cathy")]
    [InlineData("jon", "john")]
    [InlineData("fore", "four")]
    public void Neighbours_OfAWord_HoldItsHomophone(string word, string near) =>
        SoundNeighbours.Shared.Of(Vocabulary.Shared.Pronounce(word)).Select(one => one.Word).ShouldContain(near);

    [Fact]
    public void Distance_IsSymmetricAndLeastForTheSame()
    {
        for (byte i = 0; i < Phones.Count; i++)
        {
            for (byte j = 0; j < Phones.Count; j++)
            {
                Phones.Distance(i, j).ShouldBe(Phones.Distance(j, i), 1e-12);
                (Phones.Distance(i, j) == 0).ShouldBe(i == j);
            }
        }
    }

    // Pairs that the telephone confuses lie closer than pairs that it does not.
    [Theory]
    [InlineData("M", "N", "K")]
    [InlineData("F", "S", "M")]
    [InlineData("B", "P", "S")]
    [InlineData("IH", "EH", "AO")]
    public void Distance_OfWhatSoundsAlike_IsLess(string phone, string near, string far)
    {
        var (one, two, three) = (Phones.Parse(phone)[0], Phones.Parse(near)[0], Phones.Parse(far)[0]);
        Phones.Distance(one, two).ShouldBeLessThan(Phones.Distance(one, three));
    }

    [Fact]
    public void Nearest_FromTheTree_IsThatOfComparingWithEach()
    {
        string[] words = ["cat", "cut", "coat", "scat", "card", "dog", "kitten", "at", "act", "bat"];
        var entries = words
            .Select(word => new Vocabulary.Entry(word, Vocabulary.Shared.Pronounce(word), "common", false, 1)).ToList();
        var tree = new SoundTrie(entries);
        foreach (var one in entries)
        {
            var slow = entries.Select(other => Between(one.Phones, other.Phones)).Order().Take(4);
            tree.Nearest(one.Phones, 4, 0).Select(found => found.Cost).Zip(slow)
                .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
        }
    }

    private static double Between(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            var rest = 0.0;
            foreach (var phone in one.IsEmpty ? other : one)
            {
                rest += Phones.LossOf(phone);
            }

            return rest;
        }

        return Math.Min(
            Phones.Distance(one[0], other[0]) + Between(one[1..], other[1..]),
            Math.Min(
                Phones.LossOf(one[0]) + Between(one[1..], other), Phones.LossOf(other[0]) + Between(one, other[1..])));
    }
}
