using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Load.Traces;
using Tollgate.Plans;

namespace Tollgate.Tests.Plans;

public class ExamplePlanTests
{
    [Fact]
    public void TwoModels_Loads()
    {
        var settings = Load("two-models.yaml");
        settings.Targets.Select(target => target.Name).ShouldBe(["gpt-5.5", "opus-4.7"]);
        settings.Mode.ShouldBe(new ClosedLoop(4) { Stagger = TimeSpan.FromSeconds(2) });
        settings.Requests.ShouldBe(200);
        settings.WarmUp.ShouldBe(WarmUp.OfTasks(4));
        settings.Prompts.PromptOf(0, null).Messages[0].Text.Length.ShouldBe(1600);
        settings.Prompts.PromptOf(0, null).MaxOutputTokens.ShouldBe(600);
    }

    [Fact]
    public void OpenLoop_Loads()
    {
        var settings = Load("open-loop.yaml");
        settings.Mode.ShouldBe(new OpenLoop(new RateSchedule
        {
            Rate = new Rate(5),
            Arrivals = Arrivals.Default,
            Ramp = TimeSpan.FromSeconds(10),
        }));
        settings.For.ShouldBe(TimeSpan.FromMinutes(1));
        settings.Retry.ShouldNotBeNull().Attempts.ShouldBe(3);
        settings.Prompts.PromptOf(0, null).MaxOutputTokens.ShouldBe(200);
    }

    [Fact]
    public void TraceReplay_Loads()
    {
        var schedule = Load("trace-replay.yaml").Mode.ShouldBeOfType<OpenLoop>().Schedule.ShouldBeOfType<TraceSchedule>();
        schedule.Speed.ShouldBe(10);
        schedule.Trace.Entries.Count.ShouldBe(40);
    }

    [Fact]
    public void Simulated_Loads()
    {
        var settings = Load("simulated.yaml");
        settings.Targets.Select(target => target.Wire).ShouldBe(["openai-chat", "anthropic"]);
        settings.Targets.ShouldAllBe(target => target.Url.IsLoopback && target.Price != null);
        settings.Mode.ShouldBe(new ClosedLoop(8));
    }

    [Fact]
    public void EveryExample_HasATest() =>
        Directory.GetFiles(Folder, "*.yaml").Select(Path.GetFileName).Order()
            .ShouldBe(["open-loop.yaml", "simulated.yaml", "trace-replay.yaml", "two-models.yaml"]);

    [Fact]
    public void Of_ATraceWithABrokenLine_NamesItsLine()
    {
        var trace = Path.GetTempFileName();
        File.WriteAllText(trace, "TIMESTAMP,ContextTokens,GeneratedTokens" + "\n2025-01-06 09:00:00.1,1,2\nbroken\n");
        var plan = PlanReader.Read(Path.Combine(Folder, "trace-replay.yaml"), _ => null).Plan.ShouldNotBeNull();
        PlanCompiler.Of(plan with { Load = plan.Load with { TraceFile = trace } }, 1).Errors
            .ShouldHaveSingleItem().ToString()
            .ShouldBe($"{trace}:3: found 1 field(s) in \"broken\"; expected 3: "
                + "TIMESTAMP,ContextTokens,GeneratedTokens");
        File.Delete(trace);
    }

    [Fact]
    public void Of_AWindowWithoutRequests_SaysHowLongTheTraceIs()
    {
        var plan = PlanReader.Read(Path.Combine(Folder, "trace-replay.yaml"), _ => null).Plan.ShouldNotBeNull();
        PlanCompiler.Of(plan with { Load = plan.Load with { From = TimeSpan.FromHours(1) } }, 1).Errors
            .ShouldHaveSingleItem()
            .Message.ShouldStartWith("the window from 1h for 10m holds no request; expected one inside the trace's ");
    }

    private static string Folder { get; } = Find();

    private static LoadSettings Load(string name)
    {
        var read = PlanReader.Read(Path.Combine(Folder, name), _ => "a-value");
        read.Errors.ShouldBeEmpty();
        var plan = read.Plan.ShouldNotBeNull();
        var made = PlanCompiler.Of(plan, plan.Seed ?? 1);
        made.Errors.ShouldBeEmpty();
        return made.Settings.ShouldNotBeNull();
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tollgate.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.ShouldNotBeNull().FullName, "examples", "plans");
    }
}
