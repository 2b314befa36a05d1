using System.CommandLine;
using Tollgate.Plans;

namespace Tollgate.Cli.Flags;

/// <summary>The flags that say what a plan may use of this machine: a plan may be somebody else's.</summary>
internal sealed class AllowFlags
{
    private readonly Option<string[]> variables = new("--allow-env")
    {
        HelpName = "NAME",
        Description = "An environment variable that --plan may send to any host; others go to this machine and, as keys, to their own provider. May be given more than once.",
    };
    private readonly Option<bool> files = new("--allow-files")
    {
        Description = "Let --plan send prompts from files outside its own folder, and from hidden ones.",
    };

    public IEnumerable<Option> Options => [variables, files];

    public PlanAllowances Read(ParseResult parsed) =>
        new((parsed.GetValue(variables) ?? []).ToHashSet(StringComparer.Ordinal), parsed.GetValue(files));
}
