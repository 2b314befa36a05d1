using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Statistics;
using Tollgate.Tests.Scores.Sentences;

namespace Tollgate.Tests.Scores;

public class ClaimsFuzzTests
{
    // Words of the tables in any order, cut anywhere: nothing throws, and the same text reads the same twice.
    [Fact]
    public void Of_AnyWordsInAnyOrder_ComesToAnEnd()
    {
        var words = (RightSentences.Tuned + " " + WrongSentences.Tuned + " 3:15 $ ,, -- ... ( 12/45/99 1e9 a.m. @x.y o'clock twenty-")
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var random = new RandomStream(7);
        var now = new DateTime(2026, 3, 2, 9, 15, 0);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => words[random.Next(words.Length)]));
            text = text[..random.Next(1, text.Length + 1)];
            var speech = Speech.Of(text, now);
            foreach (var clause in speech.Clauses)
            {
                StatusRule.Claims(clause, existence: true).ShouldBe(StatusRule.Claims(clause, existence: true));
                AbsenceRule.Claims(clause);
                TroubleRule.Claims(clause.Words);
                RefusalRule.Claims(clause);
                OtherRule.Offers(clause.Words);
                HandoffRule.Claims(clause.Words);
            }

            speech.Facts.ShouldAllBe(fact => fact.Start >= 0 && fact.Start < fact.End && fact.End <= speech.Tokens.Count);
        }
    }

    [Fact]
    public void Of_HugeText_IsBounded() =>
        Speech.Of(string.Concat(Enumerable.Repeat("I can't find seven seven eight at ten ", 100_000)), DateTime.UnixEpoch)
            .Tokens.Count.ShouldBeLessThan(Tokens.MaxCharacters);
}
