using Tollgate.Exchanges;

namespace Tollgate.Plans.PromptFormats;

/// <summary>A format of files of prompts, in which each line that is not blank is a prompt. Stateless.</summary>
internal interface IPromptFormat
{
    /// <summary>Whether a file whose first line that is not blank is this is of this format.</summary>
    bool Recognizes(string firstLine);

    /// <summary>The prompt of a line.</summary>
    /// <exception cref="FormatException">It is none; the message says in one sentence why.</exception>
    Prompt Read(string line);
}
