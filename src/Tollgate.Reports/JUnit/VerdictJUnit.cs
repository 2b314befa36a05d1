using System.Xml;
using System.Xml.Linq;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Reports.Json.Verdicts;
using Tollgate.Reports.Wording;
using Tollgate.Reports.Wording.Verdicts;

namespace Tollgate.Reports.JUnit;

/// <summary>
/// A verdict as JUnit XML, as GitLab, Azure Pipelines and the readers for GitHub take it: one suite, a case a criterion
/// and one for the verdict. What leads to a reject fails, what is open or left out is skipped, the rest passes.
/// </summary>
internal static class VerdictJUnit
{
    public static string Render(Verdict verdict)
    {
        List<XElement> cases =
        [
            Verdict(verdict),
            .. verdict.Rows.Select(row => Row(verdict, row)),
        ];
        XAttribute[] counts =
        [
            new("name", Clean($"tollgate {verdict.Rubric.Name}")),
            new("tests", cases.Count),
            new("failures", cases.Count(one => one.Element("failure") is not null)),
            new("errors", 0),
            new("skipped", cases.Count(one => one.Element("skipped") is not null)),

            // Some readers ask for a time; a verdict takes none worth telling.
            new("time", "0"),
        ];
        var properties = new XElement("properties", Properties(verdict));
        var suite = new XElement("testsuite", counts, properties, cases);
        var document = new XDocument(
            new XElement("testsuites", counts.Select(count => new XAttribute(count)), suite));
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            document.Save(writer);
        }

        return text + "\n";
    }

    private static IEnumerable<XElement> Properties(Verdict verdict)
    {
        List<(string Name, string Value)> properties =
        [
            ("verdict", VerdictText.Headline(verdict.Outcome)),
            ("rubric_digest", verdict.Rubric.Digest),
            ("claim", SnakeCase.Of(verdict.Rubric.Claim)),
            ("scripts", verdict.Scripts.ToString()),
            ("baseline", verdict.Baseline),
            ("candidate", verdict.Candidate),
        ];
        if (VerdictRecordDocument.Of(verdict.Record) is { } record)
        {
            properties.AddRange(
            [
                ("published_at", record.PublishedAt), ("publication", record.Publication), ("ledger", record.Ledger),
                ("ledger_entry", record.Entry.ToString(CultureInfo.InvariantCulture)), ("ledger_head", record.Head),
            ]);
            properties.AddRange(record.Numbers.Select(static number =>
                ($"number {number.Number} {number.Target} {number.Run}", $"{number.File} {number.Sha256}")));
        }

        return properties.Select(property => new XElement(
            "property", new XAttribute("name", property.Name), new XAttribute("value", Clean(property.Value))));
    }

    private static XElement Verdict(Verdict verdict)
    {
        string?[] said =
        [
            $"{VerdictText.Headline(verdict.Outcome)}: {verdict.Summary}",
            VerdictText.Tally(verdict), VerdictText.Look(verdict), VerdictText.Claim(verdict),
            .. VerdictText.Record(verdict), VerdictText.Head(verdict), .. verdict.Why, VerdictText.Settle(verdict),
            .. verdict.Warnings,
        ];
        return Case(verdict.Rubric.Name, "verdict", said, verdict.Outcome switch
        {
            VerdictOutcome.Reject => Result("failure", verdict.Summary),
            VerdictOutcome.Inconclusive => Result("skipped", verdict.Summary),
            _ => null,
        });
    }

    private static XElement Row(Verdict verdict, VerdictRow row)
    {
        var (word, currency) = (VerdictText.Outcome(row.Outcome), verdict.Currency);
        string?[] said =
        [
            $"{VerdictText.Name(row.Criterion)}: {word}",
            $"{verdict.Baseline}: {VerdictText.Side(row, row.Baseline, currency)}",
            $"{verdict.Candidate}: {VerdictText.Side(row, row.Candidate, currency)}",
            $"change: {VerdictText.Change(row, currency)}",
            VerdictText.Margins(row, currency), VerdictText.Limits(row, currency), VerdictText.Counts(row),
            .. row.Notes,
        ];
        var change = VerdictText.Change(row, currency);
        var margin = VerdictText.Margin(row.Criterion.Figure, row.Criterion.BadLoss, currency);
        return Case($"{verdict.Rubric.Name}.criteria", row.Criterion.Name, said, row.Outcome switch
        {
            RowOutcome.Inferior => Result("failure", $"badly lost: {change}; a loss by more than {margin} is a bad one"),
            RowOutcome.OverTheLimit => Result(
                "failure", $"limit broken: {VerdictText.Side(row, row.Candidate, currency)}, {VerdictText.Limits(row, currency)}"),
            RowOutcome.Open => Result("skipped", $"open: {change}; neither a win nor a safe hold is shown"),
            RowOutcome.LeftOut => Result("skipped", string.Join(' ', row.Notes.Prepend("left out:"))),
            _ => null,
        });
    }

    private static XElement Case(string owner, string name, IEnumerable<string?> said, XElement? result)
    {
        var lines = string.Join('\n', said.OfType<string>().Select(Clean));
        var isFailure = result?.Name.LocalName == "failure";
        if (isFailure)
        {
            result?.Add(lines);
        }

        // A failure has the lines already, in the place where readers show them first.
        return new XElement(
            "testcase",
            new XAttribute("classname", Clean(owner)), new XAttribute("name", Clean(name)), new XAttribute("time", "0"),
            result, isFailure ? null : new XElement("system-out", lines));
    }

    private static XElement Result(string kind, string message) => kind == "failure"
        ? new XElement(kind, new XAttribute("message", Clean(message)), new XAttribute("type", "reject"))
        : new XElement(kind, new XAttribute("message", Clean(message)));

    // XML has no way to write most control characters, nor half of a surrogate pair.
    private static string Clean(string text) => VisibleText.Of(text, "\ufffd");

    // The declaration names the encoding that the file will have, not that of strings in memory.
    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
