using Tollgate.Suites;
using Tollgate.Suites.Reading;

namespace Tollgate.Tests.Suites;

/// <summary>Whatever the text, reading it ends and yields a suite or errors with places.</summary>
public class SuiteFuzzTests
{
    private const string Marks = "{}[]:,-#&*!|>'\"%@`\n\t \\.?()+^$0";

    private static readonly string[] All = [SuiteFiles.Text("good.yaml"), SuiteFiles.Text("briefs.yaml")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Read_AMutatedSuite_NeverThrows(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            Read(Mutated(All[i % All.Length], random, random.Next(1, 6)));
        }
    }

    [Fact]
    public void Read_ASuiteCutAnywhere_NeverThrows()
    {
        foreach (var good in All)
        {
            for (var length = 0; length < good.Length; length += 61)
            {
                Read(good[..length]);
            }
        }
    }

    [Fact]
    public void Read_EachLineLeftOut_NeverThrows()
    {
        foreach (var lines in All.Select(good => good.Split('\n')))
        {
            for (var i = 0; i < lines.Length; i += 2)
            {
                Read(string.Join('\n', lines.Where((_, at) => at != i)));
            }
        }
    }

    [Fact]
    public void Read_AliasesOfAliases_AreBounded()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(',', Enumerable.Repeat("*" + (char)('a' + i), 10))}]\n"));
        SuiteReader.Read(bomb, "it").Errors.Single().Message.ShouldContain("aliases");
        var chain = string.Concat(Enumerable.Range(0, 5000).Select(i => i == 0 ? "k0: &k0 [x]\n" : $"k{i}: &k{i} [*k{i - 1}]\n"));
        SuiteReader.Read(chain, "it").Errors.Single().Message.ShouldContain("nested");
    }

    private static string Mutated(string text, Random random, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 40), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Marks[random.Next(Marks.Length)].ToString()),
                2 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                3 => text.Remove(at, 1).Insert(at, ((char)random.Next(1, 0x3000)).ToString()),
                _ => Swapped(text, random),
            };
        }

        return text;
    }

    private static string Swapped(string text, Random random)
    {
        var lines = text.Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return string.Join('\n', lines);
    }

    private static void Read(string text)
    {
        var result = SuiteReader.Read(text, "it");
        (result.Suite is null).ShouldBe(result.Errors.Count > 0);
        result.Errors.ShouldAllBe(error => error.Line >= 1 && error.Message.Length > 10 && !error.Message.Contains('\uE000'));
    }
}
