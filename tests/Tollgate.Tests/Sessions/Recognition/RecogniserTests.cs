using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;

namespace Tollgate.Tests.Sessions.Recognition;

public class RecogniserTests
{
    private const int Rounds = 100;

    [Fact]
    public void Hear_WithoutErrors_IsWhatWasSaid()
    {
        var recogniser = At(0);
        foreach (var (said, entities) in Lines.All)
        {
            var heard = recogniser.Hear(said, entities, new RandomStream(1));
            heard.Final.ShouldBe(said);
            heard.IsExact.ShouldBeTrue();
            heard.LostEntityWords.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Hear_SameSeed_SameText_AndAnotherSeedAnother()
    {
        string All(ulong seed)
        {
            var (recogniser, random) = (At(0.25), new RandomStream(seed));
            return string.Join('\n', Lines.All.Select(line => recogniser.Hear(line.Said, line.Entities, random))
                .SelectMany(heard => heard.Interims.Select(interim => interim.Text).Append(heard.Final)));
        }

        All(5).ShouldBe(All(5));
        All(5).ShouldNotBe(All(6));
    }

    [Fact]
    public void Hear_TakesOneNumberFromTheStream_WhateverIsSaid()
    {
        var (one, other) = (new RandomStream(9), new RandomStream(9));
        At(0.25).Hear("Yes.", [], one);
        At(0.05).Hear(Lines.All[1].Said, Lines.All[1].Entities, other);
        one.NextUInt64().ShouldBe(other.NextUInt64());
    }

    [Fact]
    public void Hear_FromManyThreads_IsTheSame()
    {
        var recogniser = At(0.25);
        string Hear(int i) => recogniser.Hear(
            Lines.All[i % Lines.All.Length].Said, Lines.All[i % Lines.All.Length].Entities, new RandomStream((ulong)i)).Final;
        var alone = Enumerable.Range(0, 400).Select(Hear).ToList();
        Enumerable.Range(0, 400).AsParallel().AsOrdered().Select(Hear).ToList().ShouldBe(alone);
    }

    // Turns of a telephone suite, to which nothing was fitted: names and codes are oftener here.
    [Theory]
    [InlineData(0.05, 0.70, 0.06)]
    [InlineData(0.15, 0.40, 0.06)]
    [InlineData(0.25, 0.25, 0.06)]
    public void Hear_AtATier_HasItsRateAndShareOfCleanUtterances(double rate, double clean, double tolerance)
    {
        var sums = Sum(rate);
        (sums.Errors / sums.Words).ShouldBe(rate, 0.12 * rate);
        sums.Clean.ShouldBe(clean, tolerance);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(0.35)]
    [InlineData(0.5)]
    public void Hear_BetweenAndBeyondTheTiers_HasItsRate(double rate)
    {
        var sums = Sum(rate);
        (sums.Errors / sums.Words).ShouldBe(rate, 0.15 * rate);
    }

    [Fact]
    public void Hear_EntityWords_AreHitHarder()
    {
        var sums = Sum(0.15);
        (sums.EntityErrors / sums.EntityWords).ShouldBeGreaterThan(1.05 * sums.OtherErrors / sums.OtherWords);
    }

    [Fact]
    public void Hear_Errors_ComeInRunsMoreThanByChance()
    {
        var sums = Sum(0.15);
        sums.AfterErrors.ShouldBeGreaterThan(0.3);
        sums.AfterRight.ShouldBeLessThan(0.13);
    }

    [Fact]
    public void Hear_CountsOfErrors_AreThoseOfAnAlignment()
    {
        var (counted, aligned) = (0, 0);
        for (var seed = 0UL; seed < 20; seed++)
        {
            foreach (var (said, entities) in Lines.All)
            {
                var heard = At(0.25).Hear(said, entities, new RandomStream(seed));
                var steps = WordAlignment.Of(said, heard.Final);
                counted += heard.Errors;
                aligned += steps.Errors;
                steps.Errors.ShouldBeLessThanOrEqualTo(heard.Errors);
                (heard.Words + heard.Insertions - heard.Deletions).ShouldBe(steps.Heard.Count);
            }
        }

        // A word heard by chance may be one said next door, and an alignment may then find a cheaper way.
        ((double)aligned / counted).ShouldBe(1, 0.03);
    }

    [Fact]
    public void Hear_ChangedWords_AreLowerCase_AndTheOthersKeepTheirWriting()
    {
        const string Said = "Please page Doctor Osterhaus at Willow Bend.";
        var random = new RandomStream(3);
        for (var i = 0; i < 300; i++)
        {
            foreach (var word in At(0.25).Hear(Said, ["Osterhaus"], random).Final.Split(' '))
            {
                var known = Said.Split(' ', '.').Contains(word.TrimEnd('.'));
                (known || word == word.ToLowerInvariant()).ShouldBeTrue(word);
            }
        }
    }

    [Fact]
    public void Hear_LostEntityWords_AreNotInTheFinalText()
    {
        var random = new RandomStream(4);
        var lost = 0;
        for (var i = 0; i < 300; i++)
        {
            var heard = At(0.25).Hear("Please page Osterhaus now.", ["Osterhaus"], random);
            heard.Final.Contains("Osterhaus").ShouldBe(heard.LostEntityWords.Count == 0);
            lost += heard.LostEntityWords.Count;
        }

        lost.ShouldBeInRange(60, 240);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(0.51)]
    [InlineData(double.NaN)]
    public void Recogniser_RateOutsideItsRange_IsRefused(double rate) =>
        Should.Throw<ArgumentOutOfRangeException>(() => At(rate));

    private static Recogniser At(double rate) => new(new RecogniserSettings { WordErrorRate = rate });

    private static Sums Sum(double rate)
    {
        var (recogniser, random, sums) = (At(rate), new RandomStream(11), new Sums());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (said, entities) in Lines.All)
            {
                sums.Add(said, entities, recogniser.Hear(said, entities, random));
            }
        }

        return sums;
    }

    private sealed class Sums
    {
        private double utterances, clean, wrongAfterWrong, afterWrong, wrongAfterRight, afterRight;

        public double Words { get; private set; }

        public double Errors { get; private set; }

        public double EntityWords { get; private set; }

        public double EntityErrors { get; private set; }

        public double OtherWords { get; private set; }

        public double OtherErrors { get; private set; }

        public double Clean => clean / utterances;

        public double AfterErrors => wrongAfterWrong / afterWrong;

        public double AfterRight => wrongAfterRight / afterRight;

        public void Add(string said, string[] entities, RecognisedSpeech heard)
        {
            var steps = WordAlignment.Of(said, heard.Final);
            var words = SaidUtterance.Parse(said, entities).Words;
            utterances++;
            clean += steps.Errors == 0 ? 1 : 0;
            Words += words.Count;
            Errors += steps.Errors;
            var pairs = steps.Steps.Where(step => step != 'I').Select(step => step == '=' ? 0 : 1).ToList();
            for (var i = 0; i < pairs.Count; i++)
            {
                (EntityWords, EntityErrors) = words[i].IsEntity
                    ? (EntityWords + 1, EntityErrors + pairs[i]) : (EntityWords, EntityErrors);
                (OtherWords, OtherErrors) = words[i].IsEntity
                    ? (OtherWords, OtherErrors) : (OtherWords + 1, OtherErrors + pairs[i]);
                if (i > 0 && pairs[i - 1] == 1)
                {
                    afterWrong++;
                    wrongAfterWrong += pairs[i];
                }
                else if (i > 0)
                {
                    afterRight++;
                    wrongAfterRight += pairs[i];
                }
            }
        }
    }
}
