using Tollgate.Exchanges;
using Tollgate.Plans;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Tests.Load;
using Tollgate.Time;
using Tollgate.Workflows;
using Tollgate.Workflows.Measuring;
using Tollgate.Workflows.Recording;
using Tollgate.Workflows.Reporting;

namespace Tollgate.Tests.Workflows;

/// <summary>A load that is measured and recorded, in virtual time.</summary>
public sealed class MeasurementTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tollgate-workflow-");
    private readonly VirtualTime time = new();
    private readonly FakeExchanger exchanger;

    public MeasurementTests() => exchanger = new FakeExchanger(new MonotonicAxis(time));

    [Fact]
    public async Task RunAsync_ALoad_IsRecordedWithWhatItWasToldToDo()
    {
        var place = Place("a.tollgate");
        var view = new View();

        var run = (await RunAsync(Plan with { Seed = 7 }, place, view)).OrThrow();

        (run.End.Reason, run.End.Valid).ShouldBe(("finished", true));
        exchanger.Asked.Count.ShouldBe(5);
        view.Shown.ShouldNotBeNull().Counts.Targets.ShouldHaveSingleItem().Completed.ShouldBe(5);
        view.Shown.RecentFirstTokenMs("nobody").ShouldBeNull();
        using var file = RunFile.Open(place.Path).File.ShouldNotBeNull();
        (file.Info.Seed, file.Info.Version, file.Info.CommandLine, file.Info.Transport)
            .ShouldBe((7ul, "1.2.3", "tollgate measure", "virtual"));
        var told = file.Configuration.ShouldBeOfType<MeasureConfiguration>();
        (told.Requests, told.Seed, told.Load.ShouldNotBeNull().Concurrency).ShouldBe((5, 7ul, 2));
        file.Exchanges().Count().ShouldBe(5);
    }

    [Fact]
    public async Task RunAsync_WithoutASeed_WritesDownTheOneThatWasDrawn()
    {
        var place = Place("b.tollgate");
        (await RunAsync(Plan, place)).OrThrow();
        using var file = RunFile.Open(place.Path).File.ShouldNotBeNull();
        file.Configuration.ShouldBeOfType<MeasureConfiguration>().Seed.ShouldBe(file.Info.Seed);
        file.Info.Seed.ShouldBeGreaterThan(0ul);
    }

    // Nothing is sent where what comes back has no place.
    [Fact]
    public async Task RunAsync_WhereAFileIs_SendsNothing()
    {
        var place = Place("c.tollgate");
        File.WriteAllText(place.Path, "mine");
        place.Taken.ShouldNotBeNull();

        var problem = (await RunAsync(Plan, place)).Problem.ShouldNotBeNull();

        problem.Kind.ShouldBe(ProblemKind.BadInput);
        problem.Message.ShouldBe(place.Taken);
        exchanger.Asked.ShouldBeEmpty();
        File.ReadAllText(place.Path).ShouldBe("mine");
        Should.Throw<WorkflowException>(() => new WorkflowResult<RecordedRun>(null, problem).OrThrow())
            .Message.ShouldBe(problem.Message);
    }

    [Fact]
    public async Task PrepareAsync_ATraceThatIsNotThere_IsBadInput()
    {
        var plan = Plan with { Load = new PlanLoad { TraceFile = Path.Combine(folder.FullName, "none.csv") } };
        var prepared = await Measurement.PrepareAsync(plan, null, time, TestContext.Current.CancellationToken);
        prepared.Value.ShouldBeNull();
        prepared.Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.BadInput);
        prepared.Problem.Message.ShouldContain("none.csv");
    }

    // Files to open, and the problem: where every one is there and is no run, the arguments were right.
    [Theory]
    [InlineData("run", null)]
    [InlineData("run none", ProblemKind.BadInput)]
    [InlineData("none text", ProblemKind.BadInput)]
    public async Task OpenRuns_WhatCannotBeOpened_IsAProblem(string files, ProblemKind? kind)
    {
        var place = Place("run");
        (await RunAsync(Plan, place)).OrThrow();
        File.WriteAllText(Path.Combine(folder.FullName, "text"), "no run");

        var opened = OpenRuns.Open(files.Split(' ').Select(name => Path.Combine(folder.FullName, name)));

        using (opened.Value)
        {
            (opened.Problem?.Kind).ShouldBe(kind);
            (opened.Value?.Files.Count ?? 0).ShouldBe(kind is null ? 1 : 0);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Plan Plan => new()
    {
        Targets = [new Target { Name = "a", Wire = "openai-chat", Url = new Uri("http://a.invalid"), Model = "m" }],
        Load = new PlanLoad { Concurrency = 2 },
        Requests = 5,
    };

    private RunPlace Place(string name) => new(
        Path.Combine(folder.FullName, name), TimeProvider.System,
        new RunOrigin { Version = "1.2.3", CommandLine = "tollgate measure" })
    {
        Stop = TestContext.Current.CancellationToken,
    };

    private async Task<WorkflowResult<RecordedRun>> RunAsync(Plan plan, RunPlace place, View? view = null)
    {
        var prepared = await Measurement.PrepareAsync(plan, null, place.Time, place.Stop);
        await using var host = new VirtualHost(time, exchanger);
        return await prepared.OrThrow().RunAsync(host, place, view);
    }

    private sealed class View : IRunView<MeasureProgress>
    {
        public MeasureProgress? Shown { get; private set; }

        public async Task ShowAsync(MeasureProgress progress, Task running)
        {
            Shown = progress;
            await running;
        }
    }
}
