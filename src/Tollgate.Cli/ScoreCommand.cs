using System.CommandLine;
using Tollgate.Input;
using Tollgate.Reports.Json;
using Tollgate.Suites;
using Tollgate.Suites.Importing;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Cli;

/// <summary><c>tollgate score SUITE TRANSCRIPTS</c>: calls that were recorded elsewhere.</summary>
internal static class ScoreCommand
{
    public static Command Create(CommandContext context)
    {
        var suite = new Argument<string>("SUITE") { Description = "The suite whose sessions were played: a YAML file, or the name of a shipped one." };
        var transcripts = new Argument<string[]>("TRANSCRIPTS")
        {
            Description = "JSON lines: one session a line, with its messages as Chat Completions, Anthropic's Messages or Responses have them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print each session's and each call's score with its reason, as one JSON document.",
        };
        var command = new Command("score", "Score transcripts of calls that were recorded elsewhere, such as production's.")
        {
            suite, transcripts, json,
        };
        command.SetAction(parsed => Run(
            context, parsed.GetRequiredValue(suite), parsed.GetRequiredValue(transcripts), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string suiteFile, string[] files, bool json)
    {
        var (read, _) = ShippedSuites.Load(suiteFile);
        if (read.Suite is not { } suite)
        {
            return context.WriteErrors(read.Errors.Select(error => error.ToString()));
        }

        var fitted = new List<(SuiteSession, Transcript)>();
        var wrong = new List<string>();
        var notes = new List<string>();
        foreach (var file in files)
        {
            if (!InputFiles.TryReadBytes(file, out var bytes, out var error))
            {
                wrong.Add($"{file}: {error}; expected transcripts");
                continue;
            }

            var found = TranscriptReader.Read(InputFiles.Decode(bytes), file);
            wrong.AddRange(found.Errors.Select(one => one.ToString()));
            notes.AddRange(found.Notes.Select(one => one.ToString()));
            foreach (var transcript in found.Transcripts)
            {
                if (suite.Find(transcript.Session) is { } session)
                {
                    fitted.Add((session, ImportedTranscript.Fit(suite, session, transcript)));
                }
                else
                {
                    wrong.Add($"{file}: the suite {suite.Name} has no session \"{transcript.Session}\""
                        + Suggestions.Hint(transcript.Session, suite.Sessions.Select(static one => one.Name)));
                }
            }
        }

        if (fitted.Count > 0)
        {
            var report = ScoreReport.Of(suite, fitted, [.. wrong, .. notes]);
            if (json)
            {
                context.Output.WriteLine(report.ToJson());
            }
            else
            {
                report.Write(context.NewConsole());
            }
        }

        context.WriteErrors(notes);

        // The others are scored all the same.
        return wrong.Count > 0 ? context.WriteErrors(wrong) : ExitCodes.Done;
    }
}
