using Microsoft.Data.Sqlite;
using Tollgate.Reports.Json;
using Tollgate.Results;
using Tollgate.Runs.Records;
using Tollgate.Tests.Runs;

namespace Tollgate.Tests.Reports;

public sealed class RunReportTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Theory]
    [InlineData("{ \"cold\": fal")]
    [InlineData("{ \"cold\": 7 }")]
    [InlineData("[]")]
    public async Task Of_APlanThatCannotBeRead_NamesTheFile(string plan)
    {
        var path = folder.NewPath();
        await using (RunFolder.Create(path))
        {
        }

        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var update = connection.CreateCommand();
            update.CommandText = "UPDATE meta SET value = $plan WHERE key = 'plan_resolved'";
            update.Parameters.AddWithValue("$plan", plan);
            update.ExecuteNonQuery();
        }

        using var file = RunFolder.Open(path);
        Should.Throw<RunFileException>(() => RunReport.Of([file])).Message
            .ShouldBe($"{path}: the run file is damaged: its plan cannot be read.");
    }

    // The file could not be written to its end: it does not know what whoever wrote it does.
    [Fact]
    public async Task Of_AnEndThatTheFileDoesNotHave_TakesItAsGiven()
    {
        var path = folder.NewPath();
        await using (RunFolder.Create(path))
        {
        }

        using var file = RunFolder.Open(path);
        var document = MeasureDocument.Of(RunReport.Of([file], end: new RunEnd("finished", false, ["9 were lost."])));
        document.Valid.ShouldBeFalse();
        document.Warnings.ShouldContain("9 were lost.");
    }

    [Theory]
    [InlineData("finished", null)]
    [InlineData("stopped", "The run was stopped before its end; its numbers are of what was measured by then.")]
    [InlineData("aborted", "The run was stopped at once; what was in flight was not waited for.")]
    public async Task Of_ARunThatWasStopped_SaysSo(string reason, string? warning)
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)], new RunEnd(reason, true, []));
        using var file = RunFolder.Open(path);
        RunReport.Of([file]).Warnings.FirstOrDefault(line => line.StartsWith("The run was", StringComparison.Ordinal))
            .ShouldBe(warning);
    }

    public void Dispose() => folder.Dispose();
}
