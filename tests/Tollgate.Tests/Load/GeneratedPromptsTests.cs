using Tollgate.Exchanges;
using Tollgate.Load.Prompts;
using Tollgate.Statistics;

namespace Tollgate.Tests.Load;

public class GeneratedPromptsTests
{
    private readonly GeneratedPrompts prompts = new(new RandomStream(3), new PromptSize(200, 50));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(7, 28)]
    [InlineData(14_050, 56_200)]
    [InlineData(200_000, 800_000)]
    public void PromptOf_ALength_HasFourCharactersAToken(int tokens, int characters) =>
        Text(prompts.PromptOf(12, new PromptSize(tokens, 9))).Length.ShouldBe(characters);

    [Fact]
    public void PromptOf_TheSameTask_IsTheSameOnEveryMachine()
    {
        var again = new GeneratedPrompts(new RandomStream(3), new PromptSize(200, 50));
        Text(again.PromptOf(77, null)).ShouldBe(Text(prompts.PromptOf(77, null)));
        Text(prompts.PromptOf(0, new PromptSize(15, 1)))
            .ShouldBe(Text(prompts.PromptOf(0, new PromptSize(30, 1)))[..59] + ".");
        var other = new GeneratedPrompts(new RandomStream(4), new PromptSize(200, 50));
        Text(other.PromptOf(77, null)).ShouldNotBe(Text(prompts.PromptOf(77, null)));
    }

    [Fact]
    public void PromptOf_DifferentTasks_DifferFromTheirFirstWordsOn()
    {
        var starts = Enumerable.Range(0, 20_000).Select(task => Text(prompts.PromptOf(task, null))[..60]).ToArray();
        starts.Distinct().Count().ShouldBe(20_000);
        starts.Select(start => start.Split(' ')[0]).Distinct().Count().ShouldBe(256);
    }

    [Fact]
    public void PromptOf_SameStart_GivesEveryTaskTheSame()
    {
        var same = new GeneratedPrompts(new RandomStream(3), new PromptSize(200, 50)) { SameStart = true };
        Text(same.PromptOf(1, null)).ShouldBe(Text(same.PromptOf(2, null)));
    }

    [Fact]
    public void PromptOf_NoSizeGiven_HasItsOwn()
    {
        var prompt = prompts.PromptOf(5, null);
        Text(prompt).Length.ShouldBe(800);
        prompt.MaxOutputTokens.ShouldBe(50);
        Text(prompt)[^1].ShouldBe('.');
        Text(prompt)[..^1].TrimEnd().Split(' ')
            .ShouldAllBe(word => word.Length > 0 && word.All(char.IsAsciiLetterLower));
    }

    [Fact]
    public void PromptList_BeyondItsEnd_StartsAgain()
    {
        var list = new PromptList(Prompt.FromUser("a"), Prompt.FromUser("b", 9));
        Text(list.PromptOf(3, null)).ShouldBe("b");
        list.PromptOf(3, null).MaxOutputTokens.ShouldBe(9);
        list.PromptOf(3, new PromptSize(5, 44)).MaxOutputTokens.ShouldBe(44);
    }

    private static string Text(Prompt prompt) => prompt.Messages.ShouldHaveSingleItem().Text;
}
