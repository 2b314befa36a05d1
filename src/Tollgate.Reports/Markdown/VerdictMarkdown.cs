using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Reports.Wording;
using Tollgate.Reports.Wording.Verdicts;

namespace Tollgate.Reports.Markdown;

/// <summary>
/// A verdict as Markdown for a pull request: the verdict and the table first, what few will read folded.
/// </summary>
internal static class VerdictMarkdown
{
    public static string Render(Verdict verdict)
    {
        var text = new StringBuilder();
        Paragraph(text, $"## Tollgate: {VerdictText.Headline(verdict.Outcome)}");
        Paragraph(text, $"**{MarkdownText.Sentence(verdict.Summary)}**");
        Table(text, verdict);
        Paragraph(text, $"{MarkdownText.Sentence(VerdictText.Tally(verdict))}; {
            MarkdownText.Sentence(VerdictText.Look(verdict))}; rubric {MarkdownText.Code(verdict.Rubric.Name)}.");
        Paragraph(text, MarkdownText.Sentence(VerdictText.Claim(verdict)));
        if (VerdictText.Head(verdict) is { } head)
        {
            Paragraph(text, $"{MarkdownText.Sentence(string.Join("; ", VerdictText.Record(verdict)))}; {
                MarkdownText.Code(head)}.");
        }

        List(text, "Why", verdict.Why);
        if (VerdictText.Settle(verdict) is { } settle)
        {
            List(text, "What would settle it", [settle]);
        }

        List(text, "Warnings", verdict.Warnings);
        Paragraph(text, "<details><summary>Limits, counts, runs and conventions</summary>");
        Details(text, verdict);
        text.Append("</details>\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, Verdict verdict)
    {
        Row(text,
            "", "Criterion", MarkdownText.Code(verdict.Baseline), MarkdownText.Code(verdict.Candidate), "Change", "Win",
            "Bad loss");
        Row(text, "---", "---", "---:", "---:", "---:", "---:", "---:");
        foreach (var row in verdict.Rows)
        {
            var (figure, currency) = (row.Criterion.Figure, verdict.Currency);
            string[] cells =
            [
                $"**{VerdictText.Outcome(row.Outcome)}**",
                MarkdownText.Code(row.Criterion.Name),
                VerdictText.Side(row, row.Baseline, currency),
                VerdictText.Side(row, row.Candidate, currency),
                VerdictText.Change(row, currency),
                "more than " + VerdictText.Margin(figure, row.Criterion.Win, currency),
                "more than " + VerdictText.Margin(figure, row.Criterion.BadLoss, currency),
            ];
            Row(text, cells);
        }

        text.Append('\n');
    }

    private static void Details(StringBuilder text, Verdict verdict)
    {
        foreach (var row in verdict.Rows)
        {
            string?[] said =
            [
                row.Criterion.Name == row.Criterion.Figure.FullName
                    ? null
                    : MarkdownText.Code(row.Criterion.Figure.FullName),
                VerdictText.Counts(row), VerdictText.Limits(row, verdict.Currency),
            ];
            List<string> pieces = [.. said.OfType<string>()];
            var sentences = string.Concat(row.Notes.Select(note => " " + MarkdownText.Sentence(note)));
            text.Append("- ").Append(MarkdownText.Code(row.Criterion.Name)).Append(": ")
                .AppendJoin("; ", pieces).Append(pieces.Count > 0 ? "." : "").Append(sentences).Append('\n');
        }

        text.Append('\n');
        Runs(text, verdict, "Baseline", verdict.Baseline, verdict.BaselineRuns);
        Runs(text, verdict, "Candidate", verdict.Candidate, verdict.CandidateRuns);
        foreach (var number in verdict.Record?.Numbers ?? [])
        {
            text.Append("- ").Append(MarkdownText.Code(number.Number)).Append(" of ")
                .Append(MarkdownText.Code(number.Target)).Append(" for ").Append(MarkdownText.Code(number.Run))
                .Append(": ").Append(MarkdownText.Code(number.File)).Append(" with SHA-256 ")
                .Append(MarkdownText.Code(number.Digest)).Append('\n');
        }

        text.Append("- Rubric ").Append(MarkdownText.Code(verdict.Rubric.Name)).Append(": SHA-256 ")
            .Append(MarkdownText.Code(verdict.Rubric.Digest)).Append("\n\n");
        foreach (var convention in verdict.FailureRules)
        {
            Paragraph(text, MarkdownText.Sentence(convention));
        }
    }

    private static void Runs(
        StringBuilder text, Verdict verdict, string side, string target,
        IReadOnlyList<(string Name, string Seal)> runs) =>
        text.Append("- ").Append(side).Append(' ').Append(MarkdownText.Code(target)).Append(": ")
            .AppendJoin(", ", runs.Select(run =>
                $"{MarkdownText.Code(run.Name)} with SHA-256 {MarkdownText.Code(run.Seal)}{Registered(verdict, run.Seal)}"))
            .Append('\n');

    private static string Registered(Verdict verdict, string seal) => verdict.Record is not { } record ? ""
        : record.Registered.TryGetValue(seal, out var entry) ? $", registered as entry {entry}"
        : ", not registered";

    private static void List(StringBuilder text, string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        Paragraph(text, $"**{title}**");
        foreach (var sentence in sentences)
        {
            text.Append("- ").Append(MarkdownText.Sentence(sentence)).Append('\n');
        }

        text.Append('\n');
    }

    private static void Row(StringBuilder text, params IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");
}
