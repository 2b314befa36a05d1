using Tollgate.Exchanges;

namespace Tollgate.Plans.PromptFormats;

/// <summary>The text of one user message a line.</summary>
internal sealed class PlainPrompts : IPromptFormat
{
    public bool Recognizes(string firstLine) => true;

    public Prompt Read(string line) => Prompt.FromUser(line);
}
