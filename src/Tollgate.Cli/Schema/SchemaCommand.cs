using System.CommandLine;
using System.CommandLine.Completions;
using Tollgate.Cli.Shell;

namespace Tollgate.Cli.Schema;

/// <summary><c>tollgate schema WHAT</c>: the JSON Schema by which an editor completes and checks a file.</summary>
internal static class SchemaCommand
{
    private static readonly string[] Names = ["plan", "rubric", "suite"];

    public static Command Create(CommandContext context)
    {
        var what = new Argument<string>("WHAT") { Description = $"One of {string.Join(", ", Names)}." };
        what.CompletionSources.Add(_ => Names.Select(name => new CompletionItem(name)));
        var command = new Command(
            "schema", "Print the JSON Schema with which editors complete and check plans, rubrics and suites.") { what };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(what);
            using var stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream($"schemas/{name}.json");
            if (stream is null)
            {
                return context.WriteErrors($"{name}: there is no schema of this name; expected {string.Join(", ", Names)}.");
            }

            using var reader = new StreamReader(stream);
            context.Output.Write(reader.ReadToEnd());
            return ExitCodes.Done;
        });
        return command;
    }
}
