using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Plans;

namespace Tollgate.Cli.Flags;

/// <summary>The flags that say what a plan may use of this machine: a plan may be somebody else's.</summary>
internal sealed class AllowFlags
{
    private readonly Option<string[]> variables = Flag.Of<string[]>("--allow-env", "NAME",
        "Environment variable that --plan may send to any host; others go to this machine only and, as keys, to their own provider. Repeatable.");
    private readonly Option<bool> files = Flag.Switch("--allow-files",
        "Let --plan read prompts from hidden files and from outside its own folder.");

    public IEnumerable<Option> Options => [variables, files];

    public PlanAllowances Read(ParseResult parsed) =>
        new((parsed.GetValue(variables) ?? []).ToHashSet(StringComparer.Ordinal), parsed.GetValue(files));
}
