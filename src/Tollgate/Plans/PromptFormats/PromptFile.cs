using Tollgate.Exchanges;
using Tollgate.Input;

namespace Tollgate.Plans.PromptFormats;

/// <summary>
/// Reads files of prompts: a prompt a line, blank lines between them pass. The first line that is not blank says in
/// which of the formats.
/// </summary>
internal static class PromptFile
{
    // The first that recognizes the first line reads the file.
    private static readonly IPromptFormat[] Formats = [new RequestPrompts(), new JsonPrompts(), new PlainPrompts()];

    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="errors">Gets everything that is wrong.</param>
    public static IReadOnlyList<Prompt> Parse(string text, string file, ICollection<InputError> errors)
    {
        var before = errors.Count;
        var prompts = new List<Prompt>();
        IPromptFormat? format = null;
        foreach (var (index, raw) in text.TrimStart('\uFEFF').Split('\n').Index())
        {
            var line = raw.TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            format ??= Formats.First(one => one.Recognizes(line));
            try
            {
                prompts.Add(format.Read(line));
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
