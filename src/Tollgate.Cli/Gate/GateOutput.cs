using Tollgate.Cli.Shell;
using Tollgate.Gate.Judging;
using Tollgate.Reports.Html;
using Tollgate.Reports.JUnit;
using Tollgate.Reports.Json.Verdicts;
using Tollgate.Reports.Markdown;
using Tollgate.Reports.Terminal;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Cli.Gate;

/// <summary>Gives a verdict in the forms that were asked for.</summary>
internal static class GateOutput
{
    /// <summary>Why a file that was asked for could not be written, as one sentence; null where each can be.</summary>
    public static string? Refusal(CommandContext context, GateOptions wishes)
    {
        (string Flag, string? Path)[] files =
        [
            ("--markdown-file", wishes.MarkdownFile), ("--junit", wishes.JUnitFile), ("--html", wishes.HtmlFile),
        ];
        string[] inputs =
        [
            .. wishes.Baseline, .. wishes.Candidate, wishes.RubricFile, wishes.LedgerFile,
            new HeadFile(wishes.LedgerFile).Path,
            .. wishes.Numbers.SelectMany(static number => new[] { number.BaselineFile, number.CandidateFile }),
        ];
        var twice = files.Select(static file => file.Path).OfType<string>().Where(static file => file.Length > 0)
            .GroupBy(Path.GetFullPath)
            .FirstOrDefault(static group => group.Count() > 1);
        return twice is not null
            ? $"{twice.First()}: this is asked for in two forms; expected a file for each."
            : files.Select(file => OutputFile.Refusal(context, file.Flag, file.Path, inputs))
                .FirstOrDefault(static one => one is not null);
    }

    /// <summary>Prints the verdict and writes the files that are wanted.</summary>
    /// <returns>Why a file could not be written, as one sentence; null where each was.</returns>
    public static string? Give(CommandContext context, GateOptions wishes, Verdict verdict)
    {
        if (wishes.Json)
        {
            context.Output.WriteLine(VerdictDocument.Of(verdict).ToJson());
        }
        else if (wishes.Markdown)
        {
            context.Output.Write(VerdictMarkdown.Render(verdict));
        }
        else
        {
            TerminalVerdict.Write(context.NewConsole(), verdict);
        }

        string?[] unwritten =
        [
            Write(context, "markdown", wishes.MarkdownFile, () => VerdictMarkdown.Render(verdict)),
            Write(context, "junit", wishes.JUnitFile, () => VerdictJUnit.Render(verdict)),
            Write(context, "report", wishes.HtmlFile, () => HtmlVerdict.Render(verdict)),
        ];
        return unwritten.OfType<string>().FirstOrDefault();
    }

    private static string? Write(CommandContext context, string what, string? file, Func<string> render)
    {
        if (file is null)
        {
            return null;
        }

        if (OutputFile.Write(file, writer => writer.Write(render())) is { } unwritten)
        {
            return unwritten;
        }

        context.Diagnostics.WriteLine($"{what}: {Path.GetFullPath(file)}");
        return null;
    }
}
