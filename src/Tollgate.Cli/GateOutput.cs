using Tollgate.Gate;
using Tollgate.Reports;

namespace Tollgate.Cli;

/// <summary>Gives a verdict in the forms that were asked for.</summary>
internal static class GateOutput
{
    /// <summary>Why a file that was asked for could not be written, as one sentence; null where each can be.</summary>
    public static string? Refusal(GateWishes wishes)
    {
        string?[] files = [wishes.MarkdownFile, wishes.JUnitFile, wishes.HtmlFile];
        string[] inputs =
        [
            .. wishes.Baseline, .. wishes.Candidate, wishes.RubricFile, wishes.LedgerFile,
            new HeadFile(wishes.LedgerFile).Path,
            .. wishes.Numbers.SelectMany(static number => new[] { number.BaselineFile, number.CandidateFile }),
        ];
        var twice = files.OfType<string>().Where(static file => file.Length > 0).GroupBy(Path.GetFullPath)
            .FirstOrDefault(static group => group.Count() > 1);
        return twice is not null
            ? $"{twice.First()}: this is asked for in two forms; expected a file for each."
            : files.Select(file => ReportOutput.Refusal(file, inputs)).FirstOrDefault(static one => one is not null);
    }

    public static void Give(Surroundings surroundings, GateWishes wishes, Verdict verdict)
    {
        if (wishes.Json)
        {
            surroundings.Output.WriteLine(VerdictDocument.Of(verdict).ToJson());
        }
        else if (wishes.Markdown)
        {
            surroundings.Output.Write(VerdictMarkdown.Render(verdict));
        }
        else
        {
            TerminalVerdict.Write(surroundings.NewConsole(), verdict);
        }

        Write(surroundings, "markdown", wishes.MarkdownFile, () => VerdictMarkdown.Render(verdict));
        Write(surroundings, "junit", wishes.JUnitFile, () => VerdictJUnit.Render(verdict));
        Write(surroundings, "report", wishes.HtmlFile, () => HtmlVerdict.Render(verdict));
    }

    private static void Write(Surroundings surroundings, string what, string? file, Func<string> render)
    {
        if (file is not null)
        {
            File.WriteAllText(file, render());
            surroundings.Talk.WriteLine($"{what}: {Path.GetFullPath(file)}");
        }
    }
}
