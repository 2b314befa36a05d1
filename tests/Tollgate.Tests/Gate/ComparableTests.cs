using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Results.Fitness;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;
using Tollgate.Tests.Measures;
using Tollgate.Tests.Runs;

namespace Tollgate.Tests.Gate;

public sealed class ComparableTests : IDisposable
{
    private readonly RunFolder folder = new();
    private readonly List<RunFile> opened = [];

    [Fact]
    public async Task Check_RunsOfOnePlanAndSeed_MayBeHeldAgainstEachOther()
    {
        var (one, other) = (await RehearsalAsync(), await RehearsalAsync());
        Check(one, other).ShouldBeEmpty();
        Check(one, other, "a", "b").ShouldBeEmpty();
        Check(one, one, "a", "b").ShouldBeEmpty("two targets of one run");
        var (measured, again) = (await MeasuredAsync(), await MeasuredAsync());
        Check(measured, again).ShouldBeEmpty();
    }

    // What a rehearsal's plan says otherwise, and the reason after the two files' names.
    [Theory]
    [InlineData("\"hurry\":1", "\"hurry\":2", "the runs differ in hurry: 1 against 2; expected the same.")]
    [InlineData("\"hurry\":1", "\"hurry\":1.0", null)]
    [InlineData("\"noise\":null", "\"noise\":0.1", "the runs differ in noise: none against 0.1; expected the same.")]
    [InlineData("\"noise\":null,", "", null)] // what is not said is null
    [InlineData("\"temperature\":null", "\"temperature\":0", "the runs differ in temperature: none against 0; expected the same.")]
    [InlineData("\"post_call\":true", "\"post_call\":false", "the runs differ in post call: true against false; expected the same.")]
    [InlineData("\"concurrency\":8", "\"concurrency\":9", "the runs differ in concurrency: 8 against 9; expected the same.")]
    [InlineData("\"rate_per_second\":null", "\"rate_per_second\":2", "the runs differ in rate per second: none against 2; expected the same.")]
    [InlineData("\"repeat\":2", "\"repeat\":3", "the runs differ in repeat: 2 against 3; expected the same.")]
    [InlineData("\"call\",\"bill\"", "\"call\"", "the runs played other sessions of the suite; expected the same.")]
    [InlineData("\"stand_in\":\"none\"", "\"stand_in\":null", "simulated models that knew the answers took the calls of one run, and other models those of the other; expected the same.")]
    [InlineData("\"stand_in\":\"none\"", "\"stand_in\":\"wrong_value=0.1\"", null)] // how often it errs is the model's own
    [InlineData("\"seed\":1", "\"retry\":{\"attempts\":3}", "the runs differ in retry: none against {\"attempts\":3}; expected the same.")]
    public async Task Check_RehearsalsOfOtherPlans_SayInWhat(string from, string to, string? reason)
    {
        EvidenceRuns.RehearsalPlan.ShouldContain(from);
        var one = await RehearsalAsync();
        var other = await RehearsalAsync(info => info with
        {
            Configuration = RunConfigurationJson.Read(EvidenceRuns.RehearsalPlan.Replace(from, to), isRehearsal: true),
        });
        Check(one, other).ShouldBe(reason is null ? [] : [$"{one.Path} and {other.Path}: {reason}"]);
    }

    [Theory]
    [InlineData("\"rate\":\"5/s\"", "\"rate\":\"6/s\"", "the runs differ in load: {\"rate\":\"5/s\",\"arrivals\":\"poisson\"} against {\"rate\":\"6/s\",\"arrivals\":\"poisson\"}; expected the same.")]
    [InlineData("\"requests\":200", "\"requests\":300", "the runs differ in requests: 200 against 300; expected the same.")]
    [InlineData("\"requests\":200", "\"requests\":200,\"limits\":{\"task\":\"1s\"}", "the runs differ in limits: none against {\"task\":\"1s\"}; expected the same.")]
    [InlineData("\"name\":\"a\"", "\"name\":\"c\"", null)] // the targets are what is compared
    [InlineData("\"transport\":\"auto\"", "\"transport\":\"direct\"", null)] // what it came to counts
    public async Task Check_MeasurementsOfOtherPlans_SayInWhat(string from, string to, string? reason)
    {
        EvidenceRuns.MeasurePlan.ShouldContain(from);
        var one = await MeasuredAsync();
        var other = await MeasuredAsync(info => info with
        {
            Configuration = RunConfigurationJson.Read(EvidenceRuns.MeasurePlan.Replace(from, to), isRehearsal: false),
        });
        Check(one, other).ShouldBe(reason is null ? [] : [$"{one.Path} and {other.Path}: {reason}"]);
    }

    // The two transports, whether the runs are rehearsals, and the reason.
    [Theory]
    [InlineData("virtual", "direct", true, "one run was over virtual time and the other over sockets (direct); expected the same.")]
    [InlineData("handler", "direct", true, null)] // calls are the same over both
    [InlineData("handler", "direct", false, "one run was over sockets (handler) and the other over sockets (direct); expected the same.")]
    [InlineData("direct", "direct", false, null)]
    public async Task Check_OtherTransports_AreARefusalWhereTheyMatter(string a, string b, bool rehearsal, string? reason)
    {
        var (one, other) = rehearsal
            ? (await RehearsalAsync(info => info with { Transport = a }), await RehearsalAsync(info => info with { Transport = b }))
            : (await MeasuredAsync(info => info with { Transport = a }), await MeasuredAsync(info => info with { Transport = b }));
        Check(one, other).ShouldBe(reason is null ? [] : [$"{one.Path} and {other.Path}: {reason}"]);
    }

    [Fact]
    public async Task Check_OtherSuites_SaySo()
    {
        var one = await RehearsalAsync();
        var renamed = await RehearsalAsync(info => info with { Suite = new SuiteInfo("clinic", "def", "") });
        var changed = await RehearsalAsync(info => info with { Suite = new SuiteInfo("desk", "0123456789abcdef", "") });
        var none = await MeasuredAsync();
        Check(one, renamed).ShouldBe(
            [$"{one.Path} and {renamed.Path}: the runs played the suites desk and clinic; expected the same."]);
        Check(one, changed).ShouldBe(
            [$"{one.Path} and {changed.Path}: the runs played different versions of the suite desk (SHA-256 abc and 0123456789ab); expected the same."]);
        Check(one, none).ShouldBe(
            [$"{one.Path} and {none.Path}: one run is a rehearsal and the other is none; expected the same kind."]);
    }

    [Fact]
    public async Task Check_OtherSeeds_AreARefusalOfAPair_NotOfASide()
    {
        var (one, two) = (await RehearsalAsync(), await RehearsalAsync(info => info with { Seed = 2 }));
        var (other, otherTwo) = (await RehearsalAsync(), await RehearsalAsync(info => info with { Seed = 2 }));
        Check(one, two).ShouldBe([$"{one.Path} and {two.Path}: the runs have the seeds 1 and 2; expected the same chance on both sides."]);
        Comparable.Check([one, two], [other, otherTwo], "a", "a").ShouldBeEmpty();
        Comparable.Check([one, two], [otherTwo, other], "a", "a").Count.ShouldBe(2, "each pair");
        Comparable.Check([one, two], [other], "a", "a").ShouldBe(
            ["There are 2 runs of the baseline and 1 of the candidate; expected a pair for each."]);
        Comparable.Check([one, other], [one, other], "a", "b").ShouldBe([
            $"{one.Path} and {other.Path}: these runs of one side have the same seed, 1, so they are the same chance twice; expected a seed for each."]);
    }

    [Fact]
    public async Task Check_TheBaselineItself_IsRefused()
    {
        var one = await RehearsalAsync();
        var copy = folder.NewPath();
        File.Copy(one.Path, copy);
        var copied = RunFolder.Open(copy);
        opened.Add(copied);
        string[] refusal = [$"{one.Path}: the baseline and the candidate are the same target of the same run, a; expected two."];
        Check(one, one).ShouldBe(refusal);
        Check(one, copied).ShouldBe(refusal, "under another name");
        Check(one, copied, "a", "b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_ARunThatIsNotFit_SaysWhy()
    {
        var one = await MeasuredAsync();
        var stopped = await MeasuredAsync(end: new RunEnd("stopped", true, []));
        var invalid = await MeasuredAsync(end: new RunEnd("finished", false, ["The run is not valid: why."]));
        Check(one, stopped).ShouldBe([$"{stopped.Path}: the run was stopped before its end; expected one that finished."]);
        Check(invalid, one).ShouldBe([$"{invalid.Path}: the run is not valid (The run is not valid: why); expected a valid one."]);

        var bare = await MeasuredAsync();
        File.WriteAllBytes(bare.Path, File.ReadAllBytes(bare.Path)[..^RunSeal.Bytes]);
        Check(one, bare).ShouldHaveSingleItem().ShouldStartWith($"{bare.Path}: the run file has no seal, ");

        var edited = await MeasuredAsync();
        Sql(edited.Path, "UPDATE meta SET value = '9' WHERE key = 'processors'");
        Check(one, edited).ShouldBe([$"{edited.Path}: this run file was changed after it was closed; expected it as its run left it."]);
    }

    [Fact]
    public async Task Check_ARunThatWasCutOff_SaysThatAlone()
    {
        var one = await MeasuredAsync();
        var path = folder.NewPath();
        await using (var writer = RunWriter.TryCreate(path, EvidenceRuns.Measured, TimeProvider.System, out _).ShouldNotBeNull())
        {
            writer.Issued("a");
            for (var task = 0; task < 6; task++)
            {
                writer.Ended(RunFolder.Exchange(task, task < 3 ? "a" : "b") with { TaskId = task % 3 });
            }
        }

        var cut = RunFolder.Open(path);
        opened.Add(cut);
        Check(one, cut).ShouldBe([$"{path}: the run was cut off; expected one that came to its end."]);
    }

    [Fact]
    public async Task Check_TotalsThatDoNotAddUp_AreToldOnce()
    {
        var path = folder.NewPath();
        await using (var writer = RunWriter.TryCreate(path, EvidenceRuns.Measured, TimeProvider.System, out _).ShouldNotBeNull())
        {
            writer.Issued("a");
            await writer.CompleteAsync(new RunEnd("finished", true, []));
        }

        var run = RunFolder.Open(path);
        opened.Add(run);
        Check(run, run, "a", "b").ShouldBe(
            [$"{path}: the totals of a do not add up: 1 were issued, 0 completed, 0 failed and 0 were cancelled."]);
    }

    [Fact]
    public async Task Check_SessionsOfOneSideAlone_AreARefusal()
    {
        var (one, other) = (await RehearsalAsync(), await RehearsalAsync(sessions: 3));
        Check(one, other).ShouldBe(
            [$"1 session is with a in {one.Path} and not with a in {other.Path}, the first is bill#1; expected the same on both sides."]);
        var (many, few) = (await MeasuredAsync(), await MeasuredAsync(tasks: 1));
        Check(few, many).ShouldBe(
            [$"2 tasks are with a in {many.Path} and not with a in {few.Path}, the first is task 1; expected the same on both sides; --requests sets how many there are."]);
    }

    [Fact]
    public async Task Check_PricesInTwoCurrencies_AreARefusal()
    {
        var one = await RehearsalAsync();
        var other = await RehearsalAsync(info => info with
        {
            Targets = [Recorded.Target("a", Recorded.Price with { Currency = "EUR" }), Recorded.Target("b")],
        });
        Check(one, other).ShouldBe([$"{one.Path} and {other.Path}: the prices are in USD and in EUR; expected one currency."]);
        Check(one, other, "a", "b").ShouldBeEmpty("one has none: that is the rubric's to mind");
    }

    public void Dispose()
    {
        opened.ForEach(run => run.Dispose());
        folder.Dispose();
    }

    private static IReadOnlyList<string> Check(RunFile baseline, RunFile candidate, string target = "a", string other = "a") =>
        Comparable.Check([baseline], [candidate], target, other);

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Four calls with each of two targets: call, bill, call#1, bill#1. No two runs are the same bytes.
    private async Task<RunFile> RehearsalAsync(Func<RunInfo, RunInfo>? change = null, int sessions = 4)
    {
        var info = EvidenceRuns.Rehearsed with { CommandLine = $"run {opened.Count}" };
        var run = await folder.WriteAsync(
            change?.Invoke(info) ?? info, [],
            Enumerable.Range(0, sessions).SelectMany(i => new[] { "a", "b" }.Select(target => EvidenceRuns.Scored(
                EvidenceRuns.Call(i, [], target: target, name: i % 2 == 0 ? "call" : "bill", repetition: i / 2)))));
        opened.Add(run);
        return run;
    }

    private async Task<RunFile> MeasuredAsync(Func<RunInfo, RunInfo>? change = null, int tasks = 3, RunEnd? end = null)
    {
        var info = EvidenceRuns.Measured with { CommandLine = $"run {opened.Count}" };
        var run = await folder.WriteAsync(
            change?.Invoke(info) ?? info,
            Enumerable.Range(0, tasks).SelectMany(IEnumerable<Exchange> (task) => [
                Recorded.Completed(101) with { Target = "a", TaskId = task },
                Recorded.Completed(101) with { Target = "b", TaskId = task }]),
            end: end);
        opened.Add(run);
        return run;
    }
}
