using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Unicode;

namespace Tollgate.Plans;

/// <summary>
/// Reads files of prompts: a prompt a line, blank lines between them pass. Where the first prompt begins with a brace
/// every line is a JSON object with <c>prompt</c> or <c>messages</c>, and if need be <c>system</c>, <c>tools</c>,
/// <c>max_tokens</c> and <c>temperature</c>; else every line is the text of one user message.
/// </summary>
public static class PromptFile
{
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="errors">Gets everything that is wrong.</param>
    public static IReadOnlyList<Prompt> Parse(string text, string file, ICollection<InputError> errors)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(errors);
        var before = errors.Count;
        var prompts = new List<Prompt>();
        bool? json = null;
        foreach (var (index, raw) in text.TrimStart('\uFEFF').Split('\n').Index())
        {
            var line = raw.TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            json ??= line.TrimStart().StartsWith('{');
            if (json == false)
            {
                prompts.Add(Prompt.FromUser(line));
                continue;
            }

            if (OutsideJson.Parse(line) is not { } prompt)
            {
                errors.Add(new InputError(file, index + 1, null, "the line is no JSON; expected an object with `prompt` or `messages`"));
                continue;
            }

            try
            {
                prompts.Add(PromptJson.Read(prompt));
            }
            catch (FormatException error)
            {
                errors.Add(new InputError(file, index + 1, null, error.Message));
            }
        }

        if (prompts.Count == 0 && errors.Count == before)
        {
            errors.Add(new InputError(file, 1, null, "the file holds no prompt; expected one a line"));
        }

        return prompts;
    }
}
