using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;
using Tollgate.Statistics;
using Tollgate.Tests.Scores.Sentences;

namespace Tollgate.Tests.Scores;

/// <summary>Every pattern of the claims against what could make it fall or hang.</summary>
public class ClaimsPatternTests
{
    private const int Characters = 10_000;
    private const int Attempts = 10;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(50);
    private static readonly DateTime Now = new(2026, 3, 2, 9, 15, 0);

    private static readonly (string Name, Regex Pattern)[] Patterns =
    [
        .. typeof(Moods).Assembly.GetTypes().Where(static type => type.Namespace == typeof(Moods).Namespace)
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(static method => method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0)
            .Select(static method => ($"{method.DeclaringType!.Name}.{method.Name}", (Regex)method.Invoke(null, null)!)),
    ];

    public static TheoryData<string> Names => [.. Patterns.Select(static one => one.Name)];

    // One of its own words over and over, two by turns, and all in any order: what nearly matches everywhere.
    [Theory]
    [MemberData(nameof(Names))]
    public void IsMatch_ItsOwnWordsOverAndOver_TakesNoLongerThanItMay(string name)
    {
        var pattern = Patterns.Single(one => one.Name == name).Pattern;
        var own = Regex.Matches(pattern.ToString(), "[a-z][a-z']*").Select(static one => one.Value)
            .Where(static word => word.Length > 1).Distinct().ToArray();
        var random = new RandomStream(11);
        foreach (var word in own)
        {
            Bounded(name, pattern, Repeated(word));
            Bounded(name, pattern, Repeated($"{word} {own[random.Next(own.Length)]}"));
        }

        for (var i = 0; i < 20; i++)
        {
            Bounded(name, pattern, Drawn(own, Characters, random));
        }
    }

    // Words of the tables, punctuation and signs of all kinds, cut anywhere.
    [Fact]
    public void Of_AnySigns_ThrowsNothing()
    {
        var words = (RightSentences.Tuned + ' ' + WrongSentences.Tuned + ' ' + BesideQuestions.Right)
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string[] signs =
        [
            ".", ",", "?!", "--", "\u2014", "\u2026", "\"", "o\"clock", "(", "@", "@.", "://", "$", "$$1", "%", "1e9", "12/45/99", "\0",
            "\u200B", "\u00A0", "\uD83D\uDE00", "\uD83D", "\u0130stanbul", "\u01C5", "\u212A", "\u0661\u0662:\u0663", "a.b.C.d", "x.Y", "9th.Is",
            "24:61", "half past", "no-no", "'", "''s", "-", "1-", "\u2013", "\t", "e.g", "if", "next", "day after tomorrow",
        ];
        var random = new RandomStream(13);
        for (var i = 0; i < 10_000; i++)
        {
            var text = Drawn(words, random.Next(5, 160), random);
            for (var cut = random.Next(5); cut >= 0; cut--)
            {
                var at = random.Next(text.Length + 1);
                text = text[..at] + signs[random.Next(signs.Length)] + text[at..];
            }

            Read(text);
        }
    }

    [Fact]
    public void Of_AHundredThousandSigns_ThrowsNothing()
    {
        foreach (var piece in new[] { "no-", "a", "1", "twenty-", "A B ", "at ten ", "?", "if ", "x.Y", "Dr. ", "1:1", "not ", "\uD83D", " " })
        {
            Read(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));
        }
    }

    private static void Read(string text)
    {
        var speech = Speech.Of(text, Now);
        foreach (var clause in speech.Clauses)
        {
            foreach (var (name, pattern) in Patterns)
            {
                Should.NotThrow(() => pattern.IsMatch(clause.Words), name);
            }
        }

        foreach (var fact in speech.Facts)
        {
            PresuppositionRule.Claims(speech, fact, speech.ClauseOf(fact));
            OtherRule.Introduces(speech.Tokens, fact);
        }

        new Known(Now).Say(text);
    }

    // A busy machine may hold some attempts up, not all of them.
    private static void Bounded(string name, Regex pattern, string text)
    {
        var took = TimeSpan.MaxValue;
        for (var i = 0; i < Attempts && took > Most; i++)
        {
            var from = TimeProvider.System.GetTimestamp();
            pattern.IsMatch(text);
            var one = TimeProvider.System.GetElapsedTime(from);
            took = one < took ? one : took;
        }

        took.ShouldBeLessThanOrEqualTo(Most, $"{name} on {text[..60]}");
    }

    private static string Repeated(string words) =>
        Clause(string.Concat(Enumerable.Repeat(words + ' ', (Characters / (words.Length + 1)) + 1)));

    private static string Drawn(string[] words, int characters, RandomStream random)
    {
        var text = new StringBuilder();
        while (text.Length < characters)
        {
            text.Append(words[random.Next(words.Length)]).Append(' ');
        }

        return text.ToString();
    }

    // As the patterns get it.
    private static string Clause(string text) => text[..Characters].TrimEnd();
}
