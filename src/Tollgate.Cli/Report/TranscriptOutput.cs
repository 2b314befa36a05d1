using Tollgate.Cli.Shell;
using Tollgate.Input;
using Tollgate.Reports.Terminal;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Cli.Report;

/// <summary>Prints one call of a rehearsal as a conversation.</summary>
internal static class TranscriptOutput
{
    /// <param name="context">Where to.</param>
    /// <param name="which">
    /// The session's name, with <c>#repetition</c> and <c>@target</c> where there are several.
    /// </param>
    public static int Give(CommandContext context, RunReport report, string which)
    {
        var at = which.IndexOf('@');
        var (call, target) = at < 0 ? (which, null) : (which[..at], which[(at + 1)..]);
        var number = call.LastIndexOf('#');
        var repetition = 0;
        if (number >= 0 && !int.TryParse(call[(number + 1)..], out repetition))
        {
            return context.WriteErrors($"--transcript: found \"{which}\"; expected a call such as NAME, NAME#2 or NAME@TARGET.");
        }

        var name = number < 0 ? call : call[..number];
        var found = report.Sessions.Where(one => target is null || one.Key == target)
            .SelectMany(one => one.Value)
            .FirstOrDefault(one => one.Transcript.Session == name && one.Transcript.Repetition == repetition);
        if (found is null)
        {
            var known = report.Sessions.SelectMany(one => one.Value)
                .Select(one => one.Transcript.Session).Distinct().ToList();
            return context.WriteErrors(known.Count == 0
                ? "--transcript: there is no rehearsal among the runs."
                : $"--transcript: there is no call \"{which}\"; {(Suggestions.Nearest(name, known) is { } near
                    ? $"did you mean \"{near}\"?"
                    : $"expected one of {string.Join(", ", known.Take(40))}")}");
        }

        TerminalTranscript.Write(context.NewConsole(), found);
        return ExitCodes.Done;
    }

    /// <summary>Writes every call as a line of JSON.</summary>
    public static int Export(CommandContext context, IEnumerable<RunFile> runs, string path)
    {
        var calls = 0;
        var unwritten = OutputFile.Write(path, writer =>
        {
            foreach (var session in runs.SelectMany(run => run.Sessions()))
            {
                writer.WriteLine(TranscriptWriter.Write(session.Transcript));
                calls++;
            }
        });
        if (unwritten is not null)
        {
            return context.WriteErrors(unwritten);
        }

        context.Diagnostics.WriteLine($"{calls} calls: {Path.GetFullPath(path)}");
        return ExitCodes.Done;
    }
}
