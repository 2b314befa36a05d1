using Tollgate.Exchanges;

namespace Tollgate.Load.Prompts;

/// <summary>Prompts that were given: task n gets prompt n, and the list starts again at its end.</summary>
internal sealed class PromptList : IPromptSource
{
    private readonly IReadOnlyList<Prompt> prompts;

    /// <param name="prompts">Not empty.</param>
    public PromptList(params IReadOnlyList<Prompt> prompts)
    {
        ArgumentOutOfRangeException.ThrowIfZero(prompts.Count, nameof(prompts));
        this.prompts = prompts;
    }

    /// <summary>How many there are before they repeat.</summary>
    public int Count => prompts.Count;

    /// <summary>A schedule's output length, where it has one, takes the place of the prompt's own limit.</summary>
    public Prompt PromptOf(long task, PromptSize? size)
    {
        var prompt = prompts[(int)(task % prompts.Count)];
        return size is { } given ? prompt with { MaxOutputTokens = Math.Max(1, given.OutputTokens) } : prompt;
    }
}
