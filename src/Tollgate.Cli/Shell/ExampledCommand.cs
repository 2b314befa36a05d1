using System.CommandLine;

namespace Tollgate.Cli.Shell;

/// <summary>A command that shows in its help how it is given.</summary>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="examples">Whole command lines that can be copied.</param>
internal sealed class ExampledCommand(string name, string description, params IReadOnlyList<string> examples)
    : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}
