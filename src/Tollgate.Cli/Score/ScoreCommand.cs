using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Cli.Suites;
using Tollgate.Reports.Json.Scores;
using Tollgate.Workflows.Scoring;

namespace Tollgate.Cli.Score;

/// <summary><c>tollgate score SUITE TRANSCRIPTS</c>: calls that were recorded elsewhere.</summary>
internal static class ScoreCommand
{
    public static Command Create(CommandContext context)
    {
        var suite = new Argument<string>("SUITE") { Description = "The suite that was played: a YAML file or the name of a shipped suite." };
        var transcripts = new Argument<string[]>("TRANSCRIPTS")
        {
            Description = "JSON lines, one session per line, with messages as in Chat Completions, Anthropic Messages or Responses.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = Flag.Switch("--json",
            "Print one JSON document with the score of each session and call, and its reason.");
        var command = new ExampledCommand(
            "score", "Score transcripts of calls recorded elsewhere, such as in production.",
            "tollgate score salon calls.jsonl")
        {
            suite, transcripts, json,
        };
        command.SetAction(parsed => Run(
            context, parsed.GetRequiredValue(suite), parsed.GetRequiredValue(transcripts), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string suiteFile, string[] files, bool json)
    {
        var (loaded, _) = ShippedSuites.Load(suiteFile);
        if (loaded.Suite is not { } suite)
        {
            return context.WriteErrors(loaded.Errors.Select(error => error.ToString()));
        }

        var read = ImportedCalls.Read(suite, files);
        if (read.Calls.Count > 0)
        {
            var report = ScoreReport.Of(suite, read.Calls, [.. read.Errors, .. read.Notes]);
            if (json)
            {
                context.Output.WriteLine(report.ToJson());
            }
            else
            {
                report.Write(context.NewConsole());
            }
        }

        context.WriteErrors(read.Notes);

        // The others are scored all the same.
        return read.Errors.Count > 0 ? context.WriteErrors(read.Errors) : ExitCodes.Done;
    }
}
