using Tollgate.Exchanges;

namespace Tollgate.Load.Prompts;

/// <summary>
/// Where the prompts come from. Safe for concurrent use, and the same for the same task on every machine.
/// </summary>
internal interface IPromptSource
{
    /// <param name="task">The task's number, from 0. Every target gets the same prompt for it.</param>
    /// <param name="size">How long prompt and answer are to be, where the schedule says so.</param>
    Prompt PromptOf(long task, PromptSize? size);
}
