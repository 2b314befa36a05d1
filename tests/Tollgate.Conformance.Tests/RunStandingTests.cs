using Tollgate.Exchanges;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Conformance.Tests;

/// <summary>Which rubric may judge a run: by the chain where it was registered, by clocks else.</summary>
public sealed class RunStandingTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Rubric Quick = Read(GateRuns.Quick);
    private static readonly Rubric Milder = Read(GateRuns.Quick.Replace("win: 1 %", "win: 0.5 %"));
    private static readonly Rubric Seeded = Read(GateRuns.Quick + "seed: 7\n");

    private readonly Command command = new();
    private int files;

    public void Dispose() => command.Dispose();

    // The ledger, an hour an entry: q, m and s publish rubrics of one name, r registers a run under the last. What the
    // run names and has, the rubric that is to judge it, and what is said.
    [Theory]
    [InlineData("q r", "2", "q", null)]
    [InlineData("q r m", "2", "q", null)] // What is published later changes nothing.
    [InlineData("q m q r", "4", "q", null)] // Published anew: in force again.
    [InlineData("s r", "2", "s", null)]
    [InlineData("q r", "2", "m", "the run was registered under the rubric quick, of entry 1; expected runs that were registered under the rubric that judges them")]
    [InlineData("m q r", "3", "m", "the run was registered under the rubric quick, of entry 2")]
    [InlineData("q r m", "2", "m", "the run was registered under the rubric quick, of entry 1")]
    [InlineData("q r", "1", "q", "the run was registered as entry 1 (")] // That is no run.
    [InlineData("q r", "3", "q", "and ledger.jsonl has no such entry there")] // Cut off, or of another ledger.
    [InlineData("q r r", "2 hash", "q", "and ledger.jsonl has another entry there; expected the ledger that it was registered in")]
    [InlineData("q r", "2 seed", "q", "; expected the same")]
    [InlineData("q r", "2 target", "q", "the run has the targets other, and entry 2 registered it with a; expected the same")]
    [InlineData("q r", "2 suite", "q", "the run played the suite desk, and entry 2 registered it with another version of no suite")]
    [InlineData("q f", "2", "q", "entry 2 registered the run with the seed 8; expected ")] // Forged by hand: a seed that does not follow.
    [InlineData("q m o", "3", "q", "the rubric quick of entry 2 was in force when the run was registered; expected that one")] // Forged: under the old one.
    public async Task Of_ARegisteredRun_GoesByTheChain(string entries, string run, string rubric, string? refusal)
    {
        var ledger = Build(entries);
        var words = run.Split(' ');
        var number = int.Parse(words[0]);
        var entry = ledger.Entries.ElementAtOrDefault(number - 1);
        var registered = entry?.Run;
        using var file = await WriteAsync(Info(registered?.Seed ?? 1) with
        {
            // A clock that is years behind: no clock is asked.
            StartedAt = Start.AddYears(-10),
            Seed = words.Contains("seed") ? 99 : registered?.Seed ?? 1,
            Targets = [Target(words.Contains("target") ? "other" : "a")],
            Suite = words.Contains("suite") ? new SuiteInfo("desk", "abc", "") : null,
            Registration = new RunRegistration(number, words.Contains("hash") ? new string('f', 64) : entry?.Hash ?? ""),
        });
        var standing = RunStanding.Of(ledger, Of(rubric[0]), file, Start.AddDays(1), "ledger.jsonl");
        if (refusal is null)
        {
            standing.Refusal.ShouldBeNull();
            standing.Entry.ShouldBe(number);
            standing.Publication.ShouldNotBeNull().Seq.ShouldBe(registered.ShouldNotBeNull().Publication);
        }
        else
        {
            standing.Refusal.ShouldNotBeNull().ShouldContain(refusal);
            standing.Publication.ShouldBeNull();
        }
    }

    // The same for runs that nobody registered: when they began, in hours.
    [Theory]
    [InlineData("q", 1, "q", 1, null)] // At the very instant.
    [InlineData("q", 0.99, "q", 0, "the run began before the rubric was published on 2026-03-02 10:00:00 UTC")]
    [InlineData("q m", 1.5, "q", 1, null)] // In force then.
    [InlineData("q m", 2.5, "q", 0, "the rubric quick of entry 2 was in force when the run began; expected that one")]
    [InlineData("q m", 2.5, "m", 2, null)]
    [InlineData("q m", 1.5, "m", 0, "the run began before the rubric was published on 2026-03-02 11:00:00 UTC")]
    [InlineData("q m q", 3.5, "q", 3, null)]
    [InlineData("m", 1.5, "q", 0, "the rubric quick of entry 1 was in force when the run began")]
    [InlineData("q m!0", 1.5, "m", 2, null)] // Backdated: by clocks it stands since the entry in front of it, and no earlier.
    [InlineData("q m!0", 0.5, "m", 0, "the run began before the rubric was published on 2026-03-02 10:00:00 UTC")]
    [InlineData("q m!-5", 0.5, "m", 0, "the run began before the rubric was published on 2026-03-02 10:00:00 UTC")]
    [InlineData("q!9999 m", 2.5, "m", 2, null)] // A clock in the future blocks no later one.
    public async Task Of_ARunThatNobodyRegistered_GoesByClocks(
        string entries, double hours, string rubric, int publication, string? refusal)
    {
        var ledger = Build(entries);
        using var file = await WriteAsync(Info(1) with { StartedAt = Start.AddHours(hours) });
        var standing = RunStanding.Of(ledger, Of(rubric[0]), file, Start.AddDays(1), "ledger.jsonl");
        standing.Entry.ShouldBeNull();
        (standing.Publication?.Seq ?? 0).ShouldBe(publication);
        if (refusal is null)
        {
            standing.Refusal.ShouldBeNull();
        }
        else
        {
            standing.Refusal.ShouldNotBeNull().ShouldContain(refusal);
        }
    }

    private static Ledger Build(string entries)
    {
        byte[] bytes = [];
        var hour = 0;
        foreach (var entry in entries.Split(' '))
        {
            hour++;
            var at = Start.AddHours(entry.Split('!') is [_, var other] ? int.Parse(other) : hour);
            var ledger = Ledger.Read(bytes, "l").Ledger.ShouldNotBeNull();
            var last = ledger.Entries.LastOrDefault(one => one.Rubric is not null);
            bytes = [.. bytes, .. entry[0] switch
            {
                'r' => ledger.Next(Run(last.ShouldNotBeNull(), null), at, null).Line,
                'f' => ledger.Next(Run(last.ShouldNotBeNull(), 8), at, null).Line,
                'o' => ledger.Next(Run(ledger.Entries[0], null), at, null).Line,
                var name => ledger.Next(LedgerRubric.Of(Of(name)), at, null).Line,
            }];
        }

        return Ledger.Read(bytes, "l").Ledger.ShouldNotBeNull();
    }

    private static LedgerRun Run(LedgerEntry publication, ulong? seed)
    {
        var rubric = new[] { Quick, Milder, Seeded }.Single(one => publication.Rubric?.Is(one) == true);
        return new LedgerRun
        {
            RubricDigest = rubric.Digest,
            Publication = publication.Seq,
            Command = "measure",
            Targets = ["a"],
            Seed = seed ?? PublishedSeed.Of(rubric, publication, 1),
            Part = 1,
        };
    }

    private static Rubric Of(char name) => name switch { 'q' => Quick, 'm' => Milder, _ => Seeded };

    private static Rubric Read(string text) => RubricReader.Read(text, "r.yaml").Rubric.ShouldNotBeNull();

    private static Target Target(string name) => new()
    {
        Name = name,
        Wire = "openai-chat",
        Url = new Uri("http://simulated.invalid"),
        Model = name,
    };

    private static RunInfo Info(ulong seed) => new()
    {
        StartedAt = Start,
        Seed = seed,
        Targets = [Target("a")],
        Version = "0",
        Runtime = "",
        OperatingSystem = "",
        Processors = 1,
        Transport = "virtual",
        Stamp = StampSource.Virtual,
    };

    private async Task<RunFile> WriteAsync(RunInfo info)
    {
        var path = command.Path($"{files++}.tollgate");
        await using (var writer = RunWriter.TryCreate(path, info, TimeProvider.System, out var error).ShouldNotBeNull(error))
        {
            await writer.CompleteAsync(new RunEnd("finished", true, []));
        }

        return RunFile.Open(path).File.ShouldNotBeNull();
    }
}
