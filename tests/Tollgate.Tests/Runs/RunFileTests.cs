using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Exchanges.Codec;
using Tollgate.Load;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;
using Tollgate.Statistics;
using Tollgate.Tests.Exchanges;
using Outcome = Tollgate.Exchanges.Outcome;

namespace Tollgate.Tests.Runs;

public sealed class RunFileTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Fact]
    public void Exchanges_OfAnyKind_ComeBackAsTheyWere() =>
        Prop.ForAll(Arbitraries.Exchanges, exchanges =>
        {
            var path = folder.WriteAsync(exchanges).GetAwaiter().GetResult();
            using var file = RunFolder.Open(path);
            file.Exchanges(withReplies: true).Select(Arbitraries.Spell).ShouldBe(exchanges.Select(Arbitraries.Spell));
            file.Exchanges("b").Select(Arbitraries.Spell).ShouldBe(exchanges
                .Where(exchange => exchange.Target == "b")
                .Select(exchange => Arbitraries.Spell(exchange with { Reply = Reply.Empty })));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task Info_OfARun_ComesBackWithoutSecrets()
    {
        var path = await folder.WriteAsync([], new RunEnd("stopped", true, ["The machine was busy."]));
        using var file = RunFolder.Open(path);
        file.Info.ShouldBe(RunFolder.Info with
        {
            Targets = file.Info.Targets, StartedAt = file.Info.StartedAt, Configuration = file.Info.Configuration,
        });
        file.Configuration.ShouldBeOfType<MeasureConfiguration>().Targets.ShouldNotBeNull().ShouldBeEmpty();
        file.Info.StartedAt.ShouldBe(RunFolder.Info.StartedAt);
        file.Info.Targets.Count.ShouldBe(2);
        file.Info.Targets[1].ShouldBe(RunFolder.Info.Targets[1] with { Headers = file.Info.Targets[1].Headers });
        var first = file.Info.Targets[0];
        first.ShouldBe(RunFolder.Info.Targets[0] with { ApiKey = default, Headers = first.Headers });
        first.Headers.ShouldBe([new("X-Org", default)]);
        file.State.ShouldBe(RunState.Complete);
        file.End!.Reason.ShouldBe("stopped");
        file.End.Warnings.ShouldBe(["The machine was busy."]);

        // A complete run is one file, and the keys are nowhere in it.
        Directory.GetFiles(folder.Root).ShouldBe([path]);
        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)).ShouldNotContain("secret");
    }

    // Where it was registered comes back with it; a run that was not has nothing there.
    [Fact]
    public async Task Registration_OfARun_ComesBack()
    {
        var registration = new RunRegistration(7, new string('a', 64));
        var path = folder.NewPath();
        await using (var writer = RunWriter.TryCreate(
            path, RunFolder.Info with { Registration = registration }, TimeProvider.System, out _).ShouldNotBeNull())
        {
            await writer.CompleteAsync(new RunEnd("finished", true, []));
        }

        using var file = RunFolder.Open(path);
        file.Info.Registration.ShouldBe(registration);
        using var other = RunFolder.Open(await folder.WriteAsync([]));
        other.Info.Registration.ShouldBeNull();
    }

    [Fact]
    public async Task Totals_OfARun_AreCountedByTarget()
    {
        var failed = RunFolder.Exchange(3) with
        {
            Outcome = Outcome.Failed,
            Failure = new Failure(FailureKind.NotSent, FailurePhase.Schedule, "full"),
        };
        var path = await folder.WriteAsync(
            [RunFolder.Exchange(0), RunFolder.Exchange(1, "b"),
                RunFolder.Exchange(2) with { Outcome = Outcome.Cancelled }, failed]);
        using var file = RunFolder.Open(path);
        file.Totals.ShouldBe([new TargetTotals("a", 3, 1, 1, 1, 0, 1), new TargetTotals("b", 1, 1, 0, 0, 0, 0)]);
        file.Lost.ShouldBe(0);
    }

    [Fact]
    public async Task Open_ARunThatWasNotCompleted_IsInterruptedAndKnowsWhatWasInFlight()
    {
        var path = folder.NewPath();
        await using (var writer = RunFolder.Create(path))
        {
            writer.Issued("a");
            writer.Issued("a");
            writer.Ended(RunFolder.Exchange(0));
        }

        using var file = RunFolder.Open(path);
        file.State.ShouldBe(RunState.Interrupted);
        file.End.ShouldBeNull();
        file.Totals[0].ShouldBe(new TargetTotals("a", 2, 1, 0, 0, 1, 0));
    }

    [Fact]
    public async Task Ended_AfterTheFileWasClosed_CountsTheLoss()
    {
        var writer = RunFolder.Create(folder.NewPath());
        await writer.CompleteAsync(new RunEnd("finished", true, []));
        writer.Ended(RunFolder.Exchange(0));
        writer.Lost.ShouldBe(1);
    }

    [Fact]
    public async Task Ended_TheSameIdTwice_StopsTheWritingAndMakesTheRunInvalid()
    {
        // Stands for any failure of the disk: what cannot be written is counted, and nobody is thrown at.
        var path = folder.NewPath();
        var writer = RunFolder.Create(path);
        for (var i = 0; i < 3; i++)
        {
            writer.Ended(RunFolder.Exchange(7));
        }

        var end = await writer.CompleteAsync(new RunEnd("finished", true, []));
        end.Valid.ShouldBeFalse();
        end.Warnings.Count.ShouldBe(2);
        writer.Problem.ShouldNotBeNull().ShouldStartWith(path);
        writer.Lost.ShouldBeInRange(2, 3);
        using var file = RunFolder.Open(path);
        file.State.ShouldBe(RunState.Interrupted);
    }

    [Fact]
    public void TryCreate_AFileThatIsThere_SaysSoAndLeavesItAlone()
    {
        var path = folder.NewPath();
        File.WriteAllText(path, "mine");
        RunWriter.TryCreate(path, RunFolder.Info, TimeProvider.System, out var error).ShouldBeNull();
        error.ShouldBe($"{path}: there is such a file already; expected the name of a new run file.");
        File.ReadAllText(path).ShouldBe("mine");
    }

    [Fact]
    public async Task Exchanges_WhileTheRunIsWritten_AreThoseThatWereCommitted()
    {
        var path = folder.NewPath();
        var written = 0L;
        await using var writer = RunFolder.Create(path);
        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < 100; i++)
            {
                writer.Ended(RunFolder.Exchange(written++));
            }

            while (writer.Committed < written)
            {
                await Task.Yield();
            }

            using var file = RunFolder.Open(path);
            file.Exchanges().Select(exchange => exchange.Id)
                .ShouldBe(Enumerable.Range(0, (int)written).Select(i => (long)i));
        }

        // One reader stays in the middle of the file while the writer closes it.
        using var open = RunFolder.Open(path);
        using var reading = open.Exchanges().GetEnumerator();
        reading.MoveNext().ShouldBeTrue();
        writer.Ended(RunFolder.Exchange(written));
        await writer.CompleteAsync(new RunEnd("finished", true, []));
        var rest = 1;
        while (reading.MoveNext())
        {
            rest++;
        }

        rest.ShouldBe((int)written);
    }

    [Fact]
    public void Open_WhatIsNoRunFile_SaysSoInOneSentence()
    {
        var path = folder.NewPath();
        RunFolder.Error(path).ShouldBe($"{path}: there is no such file; expected a run file.");
        RunFolder.Error(folder.Root).ShouldBe($"{folder.Root}: this is a folder; expected a run file.");
        File.WriteAllBytes(path, []);
        RunFolder.Error(path).ShouldBe($"{path}: the file is empty; expected a run file.");
        File.WriteAllText(path, "targets:\n  - name: a\n");
        RunFolder.Error(path).ShouldBe($"{path}: this is no run file; expected one that Tollgate wrote.");
        File.WriteAllText(path, "SQ");
        RunFolder.Error(path).ShouldBe($"{path}: the run file is truncated: it has 2 bytes.");

        var other = folder.NewPath();
        Sql(other, "CREATE TABLE meta (key, value)");
        RunFolder.Error(other).ShouldBe($"{other}: this is another program's SQLite database; expected a run file that "
            + "Tollgate wrote.");
    }

    [Fact]
    public async Task Open_AFileOfANewerVersion_SaysWhatIsNeeded()
    {
        var path = await folder.WriteAsync([]);
        Sql(path, "PRAGMA user_version = 5");
        RunFolder.Error(path).ShouldBe(
            $"{path}: the run file has version 5 and this Tollgate reads versions 3 to 4; a newer Tollgate is "
                + "needed.");
        Sql(path, "PRAGMA user_version = 2");
        RunFolder.Error(path).ShouldBe(
            $"{path}: the run file has version 2 and this Tollgate reads versions 3 to 4; an older Tollgate wrote it.");
    }

    // Files of version 3 have a column for each fact.
    [Fact]
    public async Task Exchanges_OfAFileOfVersion3_AreTheSame()
    {
        var completed = RunFolder.Exchange(0) with { Turn = new SessionTurn(3, 2), Remarks = ExchangeRemarks.ConnectionReused };
        var failed = RunFolder.Exchange(1, "b", arrivals: 0) with
        {
            Outcome = Outcome.Failed,
            Failure = new Failure(FailureKind.RateLimited, FailurePhase.Headers, "slow down")
            {
                Status = 429,
                RetryAfter = TimeSpan.FromSeconds(2),
            },
            Usage = null,
            FinishReason = null,
            Warmup = true,
        };
        var path = await folder.WriteAsync([]);
        var arrivals = new ArrayBufferWriter<byte>();
        ArrivalCodec.Encode(completed.Timeline.Arrivals.Span, completed.Timeline.IntendedNs, arrivals);
        Sql(path, $"""
            DROP TABLE exchanges;
            DROP TABLE origins;
            CREATE TABLE exchanges (
                id INTEGER PRIMARY KEY, target INTEGER NOT NULL REFERENCES targets, task INTEGER NOT NULL,
                attempt INTEGER NOT NULL, warmup INTEGER NOT NULL, outcome INTEGER NOT NULL,
                failure_kind INTEGER, failure_phase INTEGER, failure_message TEXT, status INTEGER,
                retry_after_ticks INTEGER,
                intended_ns INTEGER NOT NULL, connect_start_ns INTEGER, connected_ns INTEGER, sent_ns INTEGER,
                first_byte_ns INTEGER, headers_ns INTEGER, end_ns INTEGER, over_ns INTEGER NOT NULL,
                stamp INTEGER NOT NULL, reads INTEGER NOT NULL,
                input_tokens INTEGER, cached_input_tokens INTEGER, cache_write_tokens INTEGER, output_tokens INTEGER,
                reasoning_tokens INTEGER,
                finish_reason TEXT, request_id TEXT, answered_by TEXT, arrivals BLOB NOT NULL, session INTEGER,
                turn INTEGER, remarks INTEGER NOT NULL);
            INSERT INTO exchanges VALUES (0, 0, 0, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 20000, NULL, NULL,
                3000000000, 3000000000, 0, 20, 100, 0, 0, 20, 0, 'stop', 'req-0', 'gpt-5.5',
                x'{Convert.ToHexString(arrivals.WrittenSpan)}', 3, 2, 1);
            INSERT INTO exchanges VALUES (1, 1, 0, 1, 1, 1, {(int)FailureKind.RateLimited}, {(int)FailurePhase.Headers},
                'slow down', 429, 20000000, 1000000, NULL, NULL, 1020000, NULL, NULL, 3001000000, 3001000000, 0, 0,
                NULL, NULL, NULL, NULL, NULL, NULL, 'req-1', 'gpt-5.5', x'', NULL, NULL, 0);
            PRAGMA user_version = 3;
            """);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^RunSeal.Bytes]);
        using var file = RunFolder.Open(path);
        file.Exchanges(withReplies: true).Select(Arbitraries.Spell)
            .ShouldBe([Arbitraries.Spell(completed), Arbitraries.Spell(failed)]);
        file.Exchanges("b").ShouldHaveSingleItem().Id.ShouldBe(1);
    }

    [Fact]
    public async Task Open_TruncatedAnywhere_IsASentence()
    {
        var path = await folder.WriteAsync(Enumerable.Range(0, 300).Select(i => RunFolder.Exchange(i)));
        var whole = File.ReadAllBytes(path);
        var cut = folder.NewPath();
        for (var length = 1; length < whole.Length; length += 1 + (length / 40))
        {
            File.WriteAllBytes(cut, whole[..length]);
            RunFolder.Error(cut).ShouldStartWith($"{cut}: the run file is truncated");
        }
    }

    [Fact]
    public async Task Open_DamagedAnywhere_IsASentenceOrAReadThatEndsInOne()
    {
        var path = await folder.WriteAsync(Enumerable.Range(0, 100).Select(i => RunFolder.Exchange(i)));
        var whole = File.ReadAllBytes(path);
        var random = new RandomStream(4);
        var damaged = folder.NewPath();
        var found = 0;
        for (var round = 0; round < 300; round++)
        {
            var bytes = whole.ToArray();
            random.NextBytes(bytes.AsSpan(random.Next(bytes.Length - 64), 64));
            File.WriteAllBytes(damaged, bytes);
            var (file, error) = RunFile.Open(damaged);
            try
            {
                file?.Exchanges(withReplies: true).Count().ShouldBeLessThan(2000);
            }
            catch (RunFileException thrown)
            {
                error = thrown.Message;
            }

            file?.Dispose();
            found += error is null ? 0 : 1;
            (error ?? damaged).ShouldStartWith(damaged);
        }

        found.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Open_ALogThatWasCut_OpensWithWhatIsWhole()
    {
        var path = folder.NewPath();
        await using var writer = RunFolder.Create(path);
        for (var i = 0; i < 200; i++)
        {
            writer.Ended(RunFolder.Exchange(i));
        }

        while (writer.Committed < 200)
        {
            await Task.Yield();
        }

        var main = File.ReadAllBytes(path);
        var log = ReadShared(path + "-wal");
        log.Length.ShouldBeGreaterThan(0);
        var copy = folder.NewPath();
        for (var length = log.Length; length >= 0; length -= 1 + (log.Length / 60))
        {
            File.WriteAllBytes(copy, main);
            File.Delete(copy + "-shm");
            File.WriteAllBytes(copy + "-wal", log[..length]);
            using var file = RunFolder.Open(copy);
            file.Exchanges().Count().ShouldBe(length == log.Length ? 200 : 0);
            (file.Missing is null).ShouldBe(length >= 32 + 24 + 4096, $"{length} bytes: the first commit is one page");
        }
    }

    [Fact]
    public async Task List_OfAFolder_HasEveryRunAndSaysWhichCannotBeRead()
    {
        var complete = await folder.WriteAsync([RunFolder.Exchange(0)]);
        var broken = folder.NewPath();
        File.WriteAllText(broken, "nothing");
        File.WriteAllText(Path.Combine(folder.Root, "other.txt"), "no run");
        var runs = RunFile.List(folder.Root);
        runs.Select(run => run.Path).ShouldBe([complete, broken]);
        runs[0].Name.ShouldBe("run0");
        runs[0].State.ShouldBe(RunState.Complete);
        runs[0].Totals[0].Completed.ShouldBe(1);
        runs[1].Error.ShouldNotBeNull();
        RunFile.List(Path.Combine(folder.Root, "none")).ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
