using Tollgate.Exchanges;
using Tollgate.Unicode;

namespace Tollgate.Plans.PromptFormats;

/// <summary>
/// JSON objects with <c>prompt</c> or <c>messages</c>, and if need be <c>system</c>, <c>tools</c>, <c>max_tokens</c>
/// and <c>temperature</c>.
/// </summary>
internal sealed class JsonPrompts : IPromptFormat
{
    public bool Recognizes(string firstLine) => firstLine.TrimStart().StartsWith('{');

    public Prompt Read(string line) => OutsideJson.Parse(line) is { } prompt
        ? PromptJson.Read(prompt)
        : throw new FormatException("the line is no JSON; expected an object with `prompt` or `messages`");
}
