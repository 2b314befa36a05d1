using Microsoft.Data.Sqlite;
using Tollgate.Reports.Json;
using Tollgate.Results;
using Tollgate.Results.Fitness;
using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Tests.Runs;

/// <summary>
/// A run that was cut off is a file and its log: without the log, or with another, it says so. A copy of both while the
/// writer works is what a killed process leaves.
/// </summary>
public sealed class RunLogTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Fact]
    public void Open_WithoutItsLog_SaysWhatIsMissing()
    {
        using var run = new Run(folder);
        run.Write(100);
        run.File.Checkpoint().ShouldBeTrue();
        run.Write(50);
        var (whole, alone) = (run.Kill(), run.Kill());
        Count(whole).ShouldBe(150);
        File.Delete(alone + "-wal");
        var sentence = $"The log of {alone} is missing: {alone}-wal is not there, so the last part of the run may be missing too; keep the two files together.";
        using (var file = RunFolder.Open(alone))
        {
            file.Missing.ShouldBe(sentence);
            file.State.ShouldBe(RunState.Interrupted);
            file.Exchanges().Count().ShouldBe(100, "what went from the log into the file");
            file.Totals[0].Completed.ShouldBe(100);
            var document = MeasureDocument.Of(RunReport.Of([file]));
            document.Valid.ShouldBeFalse();
            document.Warnings[0].ShouldBe("The run is not valid: t" + sentence[1..]);
            document.Warnings.ShouldNotContain(warning => warning.Contains("cut off"));
            RunFitness.Problems(file, file.CheckSeal()).ShouldBe([sentence]);
            GateEvidence.Read([file], "a").Errors.ShouldBe([sentence]);
        }

        RunFile.List(folder.Root).Single(run => run.Path == alone).Missing.ShouldBe(sentence);
        RunFile.List(folder.Root).Single(run => run.Path == whole).Missing.ShouldBeNull();
        Directory.GetFiles(folder.Root, "*-shm").ShouldNotContain(alone + "-shm", "nothing was made beside it");
    }

    // From its first moment on: 0 exchanges are not taken for all that there were.
    [Fact]
    public void Open_ARunThatJustBegan_WithoutItsLog_SaysWhatIsMissing()
    {
        using var run = new Run(folder);
        run.Write(3);
        var killed = run.Kill();
        File.Delete(killed + "-wal");
        using var file = RunFolder.Open(killed);
        file.Exchanges().ShouldBeEmpty();
        file.Missing.ShouldNotBeNull();
        RunReport.Of([file]).Valid.ShouldBeFalse();
    }

    // A log that is empty, cut within its first commit, or spoilt there: SQLite reads nothing of it, without a word.
    [Theory]
    [InlineData(0, false)]
    [InlineData(31, false)]
    [InlineData(32, false)]
    [InlineData(4000, false)]
    [InlineData(int.MaxValue, true)]
    public void Open_WithALogOfNothing_SaysWhatIsMissing(int length, bool spoil)
    {
        using var run = new Run(folder);
        run.Write(20);
        var killed = run.Kill();
        var log = File.ReadAllBytes(killed + "-wal");
        log[100] ^= spoil ? (byte)1 : (byte)0;
        File.WriteAllBytes(killed + "-wal", log[..Math.Min(length, log.Length)]);
        using var file = RunFolder.Open(killed);
        file.Missing.ShouldNotBeNull().ShouldContain($"{killed}-wal has nothing whole in it");
    }

    // All of the log is in the file and the log begins anew, as the process dies: there is nothing to miss.
    [Fact]
    public void Open_WithALogThatBeginsAnew_LacksNothing()
    {
        using var run = new Run(folder);
        run.Write(40);
        run.File.Checkpoint().ShouldBeTrue();
        var (before, old) = (run.Kill(), File.ReadAllBytes(run.Kill() + "-wal"));
        run.Write(40);
        var (after, young) = (run.Kill(), File.ReadAllBytes(run.Kill() + "-wal"));
        Count(after).ShouldBe(80);
        const int frame = 24 + 4096;
        for (var written = 32; young.AsSpan(written + 8, 8).SequenceEqual(young.AsSpan(16, 8)); written += frame)
        {
            File.WriteAllBytes(before + "-wal", [.. young[..written], .. old.Skip(written)]);
            using var file = RunFolder.Open(before);
            file.Missing.ShouldBeNull($"{written} bytes");
            file.Exchanges().Count().ShouldBe(40, $"{written} bytes");
        }

        // A commit that is all there and damaged is another thing.
        young[200] ^= 1;
        File.WriteAllBytes(before + "-wal", young);
        using var spoilt = RunFolder.Open(before);
        spoilt.Missing.ShouldNotBeNull();
    }

    [Fact]
    public void Open_WithTheLogOfAnotherRun_IsRefused()
    {
        using var run = new Run(folder);
        using var other = new Run(folder);
        run.Write(40);
        other.Write(60);
        var (killed, another) = (run.Kill(), other.Kill());
        File.Copy(another + "-wal", killed + "-wal", overwrite: true);
        Foreign(killed);

        // Also where the runs are of the same age, and where all of the log was in the other's file already.
        other.File.Checkpoint().ShouldBeTrue();
        another = other.Kill();
        File.Copy(another + "-wal", killed + "-wal", overwrite: true);
        Foreign(killed);
        Count(another).ShouldBe(60);
    }

    [Fact]
    public void Open_WithTheLogOfAnotherDatabase_IsRefused()
    {
        using var run = new Run(folder);
        run.Write(40);
        var killed = run.Kill();
        var other = Path.Combine(folder.Root, "other.db");
        foreach (var pageSize in new[] { 4096, 1024 })
        {
            ForgedLog.CopyLog(
                other, $"PRAGMA page_size = {pageSize}; CREATE TABLE t (x); INSERT INTO t VALUES (1)", killed + "-wal");
            Foreign(killed);
            File.Delete(other);
        }

        // One that writes neither the first pages nor the row that names the run: only its last table.
        var tables = Enumerable.Range(0, 20).Select(i => $"CREATE TABLE t{i} (x); INSERT INTO t{i} VALUES (1);");
        ForgedLog.CopyLog(other, string.Concat(tables), Path.Combine(folder.Root, "unused"));
        ForgedLog.CopyLog(other, "UPDATE t19 SET x = 2", killed + "-wal");
        Foreign(killed);

        File.WriteAllText(killed + "-wal", "This is no log, and it is longer than the header of one.");
        Foreign(killed);
    }

    // A file and a log of one run that were copied at different times: SQLite would mix them.
    [Fact]
    public void Open_WithItsLogOfAnotherTime_IsRefused()
    {
        using var run = new Run(folder);
        run.Write(40);
        var early = run.Kill();
        for (var round = 0; round < 3; round++)
        {
            run.File.Checkpoint().ShouldBeTrue();
            run.Write(40); // The log begins anew.
        }

        var late = run.Kill();
        Count(early).ShouldBe(40);
        Count(late).ShouldBe(160);
        var (old, young) = (File.ReadAllBytes(early + "-wal"), File.ReadAllBytes(late + "-wal"));
        File.WriteAllBytes(early + "-wal", young);
        Foreign(early);
        File.WriteAllBytes(late + "-wal", old);
        Foreign(late);
    }

    // The process dies while the log goes into the file: some pages are there and the header counts all of them.
    [Fact]
    public void Open_AfterACheckpointThatWasCutOff_ReadsTheLog()
    {
        using var run = new Run(folder);
        run.Write(200);
        var (before, log) = (run.Kill(), File.ReadAllBytes(run.Kill() + "-wal"));
        run.File.Checkpoint().ShouldBeTrue();
        var (old, young) = (File.ReadAllBytes(before), File.ReadAllBytes(run.Kill()));
        var torn = folder.NewPath();
        for (var pages = 0; pages <= young.Length / 4096; pages++)
        {
            byte[] bytes = [.. young[..(pages * 4096)], .. old.Skip(pages * 4096)];
            File.WriteAllBytes(torn, bytes);
            File.WriteAllBytes(torn + "-wal", log);
            Count(torn).ShouldBe(200, $"{pages} pages");

            // Without it there is no way to tell what is whole; never is it taken for a run without a fault.
            File.Delete(torn + "-wal");
            var (file, error) = RunFile.Open(torn);
            (file?.Missing ?? error).ShouldNotBeNull().ShouldContain($"{torn}-wal is not there", Case.Sensitive, $"{pages} pages");
            file?.Dispose();
        }
    }

    // At each stage of the closing, as a killed process leaves it: a file that lacks nothing says nothing.
    [Fact]
    public void TryLeaveWal_CutOffAnywhere_LeavesAFileThatIsWholeOrAsksForItsLog()
    {
        using var run = new Run(folder);
        run.Write(100);
        run.File.End(new RunEnd("finished", true, []));
        var ended = run.Kill();
        Complete(ended, 100);
        File.Delete(ended + "-wal");
        using (var file = RunFolder.Open(ended))
        {
            file.Missing.ShouldNotBeNull();
        }

        // Somebody reads it, so the log must stay; the file has everything all the same, and knows it.
        using (RunFolder.Open(run.Path))
        {
            run.File.TryLeaveWal().ShouldBeFalse();
            var read = run.Kill();
            Complete(read, 100);
            File.Delete(read + "-wal");
            Complete(read, 100);
        }

        run.File.TryLeaveWal().ShouldBeTrue();
        Directory.GetFiles(folder.Root, Path.GetFileName(run.Path) + "*").ShouldBe([run.Path]);
        var left = folder.NewPath();
        RunFolder.Copy(run.Path, left);
        Complete(left, 100);
    }

    // Closing the last connection would copy the log into the file and delete it; the file would ask for it for ever.
    [Fact]
    public void Dispose_WithoutLeavingWal_KeepsTheLog()
    {
        string path;
        using (var run = new Run(folder))
        {
            run.Write(30);
            path = run.Path;
        }

        File.Exists(path + "-wal").ShouldBeTrue();
        Count(path).ShouldBe(30);
        Count(path).ShouldBe(30, "readers leave it there");
        File.Exists(path + "-wal").ShouldBeTrue();
    }

    // Older files do not say whose log they have; a missing one shows all the same.
    [Fact]
    public void Open_AFileThatDoesNotKnowItsLog_ReadsItWithTheLogAndNotWithout()
    {
        using var run = new Run(folder);
        run.Write(10);
        run.File.TryLeaveWal().ShouldBeTrue();
        var old = folder.NewPath();
        RunFolder.Copy(run.Path, old);
        using (var connection = new SqliteConnection($"Data Source={old};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE log";
            command.ExecuteNonQuery();
        }

        ForgedLog.CopyLog(old, "UPDATE meta SET value = '8' WHERE key = 'seed'", Path.Combine(folder.Root, "log"));
        using (var file = RunFolder.Open(old))
        {
            file.Missing.ShouldNotBeNull();
        }

        File.Copy(Path.Combine(folder.Root, "log"), old + "-wal");
        using (var file = RunFolder.Open(old))
        {
            file.Missing.ShouldBeNull();
            file.Exchanges().Count().ShouldBe(10);
        }
    }

    // Two seconds of the clock: the file alone has what was committed, with nobody's help.
    [Fact]
    public async Task Write_AfterTwoSeconds_TheFileAloneHasWhatWasCommitted()
    {
        var (time, path) = (new HandClock(), folder.NewPath());
        await using var writer = RunWriter.TryCreate(path, RunFolder.Info, time, out _).ShouldNotBeNull();
        for (var id = 0; id < 106; id++)
        {
            writer.Issued("a");
            writer.Ended(RunFolder.Exchange(id));
            while (id >= 99 && writer.Committed <= id)
            {
                time.Advance(TimeSpan.FromSeconds(2));
                await Task.Yield();
            }
        }

        // Six commits, two seconds apart at least. A copy may catch the writer at work; the next one is whole.
        var (alone, found) = (folder.NewPath(), 0);
        for (var copy = 0; copy < 100 && found < 100; copy++)
        {
            RunFolder.Copy(path, alone);
            var (file, _) = RunFile.Open(alone);
            using (file)
            {
                file?.Missing.ShouldNotBeNull();
                found = file?.Exchanges().Count() ?? 0;
            }
        }

        found.ShouldBeInRange(100, 106);
    }

    [Fact]
    public void Open_WhereNoHelperFileCanBeMade_RefusesAFileWithALog()
    {
        // A link to nowhere in the place of SQLite's helper file stands for a folder that cannot be written.
        using var run = new Run(folder);
        run.Write(10);
        var killed = run.Kill();
        File.CreateSymbolicLink(killed + "-shm", Path.Combine(folder.Root, "nowhere", "shm"));
        RunFolder.Error(killed).ShouldContain($"its last part lies in {killed}-wal, and its folder cannot be written");
    }

    [Fact]
    public void Open_WithAJournalOfAnotherProgram_IsRefused()
    {
        using var run = new Run(folder);
        run.Write(10);
        var killed = run.Kill();
        File.WriteAllText(killed + "-journal", "something");
        RunFolder.Error(killed).ShouldContain($"another program was writing to the run file and left {killed}-journal");
    }

    // SQLite looks for the log beside the file that a link leads to; a second name of a file has no log.
    [Fact]
    public void Open_ByAnotherName_FindsTheLogWhereSqliteDoes()
    {
        using var run = new Run(folder);
        run.Write(10);
        var killed = run.Kill();
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Root, "links")).FullName, "link.tollgate");
        File.CreateSymbolicLink(link, killed);
        Count(link).ShouldBe(10);
    }

    public void Dispose() => folder.Dispose();

    private static void Foreign(string path)
    {
        RunFile.Open(path).NotValid.ShouldBeTrue();
        RunFolder.Error(path).ShouldBe(
            $"{path}: {path}-wal is the log of another run, or of this one at another time; put the file's own log there, or move this one away.");
    }

    private static int Count(string path)
    {
        using var file = RunFolder.Open(path);
        file.Missing.ShouldBeNull();
        file.State.ShouldBe(RunState.Interrupted);
        return file.Exchanges().Count();
    }

    private static void Complete(string path, int count)
    {
        using var file = RunFolder.Open(path);
        file.Missing.ShouldBeNull();
        file.State.ShouldBe(RunState.Complete);
        file.Exchanges().Count().ShouldBe(count);
        RunReport.Of([file]).Valid.ShouldBeTrue();
    }

    /// <summary>A run as its writer's thread writes it, a step at a time.</summary>
    private sealed class Run : IDisposable
    {
        private readonly RunFolder folder;
        private long next;

        public Run(RunFolder folder)
        {
            this.folder = folder;
            Path = folder.NewPath();
            System.IO.File.WriteAllBytes(Path, []);
            File = new RunFileWriter(RunFileWriter.Create(Path, RunFolder.Info), RunFolder.Info.Targets);
        }

        public string Path { get; }

        public RunFileWriter File { get; }

        public void Write(int count)
        {
            for (var i = 0; i < count; i++)
            {
                File.Write(RunFolder.Exchange(next++), 0);
            }

            File.Commit([next, 0], [0, 0]);
        }

        /// <summary>What a process that is killed now leaves: the file and its log.</summary>
        public string Kill()
        {
            var path = folder.NewPath();
            RunFolder.Copy(Path, path);
            RunFolder.Copy(Path + "-wal", path + "-wal");
            return path;
        }

        public void Dispose() => File.Dispose();
    }

    private sealed class HandClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => Interlocked.Add(ref now, by.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref now);
    }
}
