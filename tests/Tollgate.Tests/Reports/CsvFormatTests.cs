using CsvHelper;
using Tollgate.Exchanges;
using Tollgate.Measures.Catalog;
using Tollgate.Reports;
using Tollgate.Results;
using Tollgate.Runs.Records;
using Tollgate.Tests.Runs;

namespace Tollgate.Tests.Reports;

public sealed class CsvFormatTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Fact]
    public async Task Write_EveryExchange_IsALineWithItsMeasures()
    {
        var failed = RunFolder.Exchange(2, arrivals: 0) with
        {
            Outcome = Outcome.Failed,
            Failure = new Failure(FailureKind.RateLimited, FailurePhase.Headers, "slow down") { Status = 429 },
        };
        var path = await folder.WriteAsync(
            [RunFolder.Exchange(0), RunFolder.Exchange(4) with { Warmup = true }, failed, RunFolder.Exchange(6, "b")]);
        using var run = RunFolder.Open(path);
        var rows = Rows(RunReport.Of([run]), out var columns);

        columns.Take(3).ShouldBe(["run", "target", "exchange"]);
        columns.Distinct().Count().ShouldBe(columns.Count);
        columns.ShouldContain(MeasureCatalog.All[0].Name);
        rows.Select(row => $"{row["exchange"]} {row["target"]} {row["outcome"]} {row["failure"]} {row["status"]}").ShouldBe(
            ["0 a completed  ", "2 a failed rate_limited 429", "4 a completed  ", "6 b completed  "]);

        rows.Select(row => row["failure_party"]).ShouldBe(["", "provider", "", ""]);

        // Sent 0.02 ms after its start, first token at 500 ms: from sent 499.98 ms, from its start 500 ms.
        rows.Select(row => row["first_token_ms"]).ShouldBe(["499.98", "", "", "499.98"]);
        rows.Select(row => row["wait_ms"]).ShouldBe(["500", "", "", "500"]);
        rows.Select(row => row["warmup"]).ShouldBe(["false", "false", "true", "false"]);
        rows.Select(row => row["intended_at_ms"]).ShouldBe(["0", "2", "4", "6"]);
        rows[0]["input_tokens"].ShouldBe("100");
    }

    [Fact]
    public async Task Write_NamesWithCommasAndBreaks_StayInTheirColumns()
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)], new RunEnd("finished", true, []));
        using var run = RunFolder.Open(path);
        var report = RunReport.Of([run]);
        var bent = report with
        {
            Exchanges = report.Exchanges.Select(line => line with { Run = "a, \"b\"\nc" }),
        };
        Rows(bent, out _)[0]["run"].ShouldStartWith("a, \"b\"");
    }

    [Fact]
    public void OfFile_ByItsEnding_FindsTheFormat()
    {
        ReportFormats.OfFile("out/run.CSV").ShouldNotBeNull().Name.ShouldBe("csv");
        ReportFormats.OfFile("run.txt").ShouldBeNull();
        foreach (var format in ReportFormats.All)
        {
            var text = new StringWriter();
            format.Write(text, SampleDocuments.Story());
            text.ToString().ShouldStartWith(format.Beginning);
        }
    }

    public void Dispose() => folder.Dispose();

    private static List<Dictionary<string, string>> Rows(RunReport report, out List<string> columns)
    {
        var text = new StringWriter();
        ReportFormats.OfFile("x.csv").ShouldNotBeNull().Write(text, report);
        using var csv = CsvReader.Create(new StringReader(text.ToString()), null, false);
        csv.ReadHeader();
        columns = [.. csv.Headers];
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(columns.Index().ToDictionary(column => column.Item, column => csv.GetString(column.Index)));
        }

        return rows;
    }
}
