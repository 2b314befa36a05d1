using Microsoft.Data.Sqlite;
using Tollgate.Reports.Json;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;

namespace Tollgate.Tests.Runs;

public sealed class RunSealTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Fact]
    public async Task Check_ACompleteRun_IsSealedByTheDigestOfAllBefore()
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)]);
        var bytes = File.ReadAllBytes(path);
        var seal = RunSeal.Check(path);
        seal.State.ShouldBe(SealState.Sealed);
        seal.Hex.ShouldBe(Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, bytes.Length - RunSeal.Bytes))));
        using var file = RunFolder.Open(path);
        file.CheckSeal().ShouldBe(seal);
    }

    // One seal a file, whatever it holds: two runs that differ in a number alone differ in it.
    [Fact]
    public async Task Check_AnotherRun_HasAnotherSeal() =>
        RunSeal.Check(await folder.WriteAsync([RunFolder.Exchange(0)])).Hex
            .ShouldNotBe(RunSeal.Check(await folder.WriteAsync([RunFolder.Exchange(1)])).Hex);

    [Fact]
    public async Task Check_AnyByteFlipped_IsBroken()
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)]);
        var bytes = File.ReadAllBytes(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        var missed = new List<(int At, byte To)>();
        for (var at = 0; at < bytes.Length; at++)
        {
            // Every byte to one other value; those that say what the file is, and the seal's own, to several.
            byte[] others = at < 128 || at >= bytes.Length - (2 * RunSeal.Bytes)
                ? [.. new[] { 0x01, 0x02, 0x03, 0x80, 0xFF }.Select(bits => (byte)(bytes[at] ^ bits))]
                : [(byte)(bytes[at] ^ (1 << (at % 8)))];
            foreach (var other in others)
            {
                Put(file, at, other);
                if (RunSeal.Check(path).State != SealState.Broken)
                {
                    missed.Add((at, other));
                }
            }

            Put(file, at, bytes[at]);
        }

        missed.ShouldBeEmpty();
        RunSeal.Check(path).State.ShouldBe(SealState.Sealed, "all of it was put back");
    }

    [Fact]
    public async Task Check_CutAtAnyLength_IsNotSealed()
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)]);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        var pages = file.Length - RunSeal.Bytes;
        for (var length = file.Length - 1; length >= 0; length--)
        {
            file.SetLength(length);
            RunSeal.Check(path).State.ShouldBe(length == pages ? SealState.None : SealState.Broken, $"{length} bytes");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    [InlineData(40)] // as long as a seal
    [InlineData(4056)] // up to a whole page
    [InlineData(5000)]
    public async Task Check_WithBytesAppended_IsBroken(int count)
    {
        foreach (var value in new byte[] { 0, 0xFF })
        {
            var path = await folder.WriteAsync([RunFolder.Exchange(0)]);
            using (var file = File.OpenWrite(path))
            {
                file.Seek(0, SeekOrigin.End);
                file.Write([.. Enumerable.Repeat(value, count)]);
            }

            RunSeal.Check(path).State.ShouldBe(SealState.Broken);
        }
    }

    // A seal of nothing but itself, or of another file, is no seal of this one.
    [Fact]
    public async Task Check_AnotherFilesSeal_IsBroken()
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)]);
        var other = File.ReadAllBytes(await folder.WriteAsync([RunFolder.Exchange(1)]));
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. bytes[..^RunSeal.Bytes], .. other[^RunSeal.Bytes..]]);
        RunSeal.Check(path).State.ShouldBe(SealState.Broken);
        File.WriteAllBytes(path, [.. bytes, .. bytes[^RunSeal.Bytes..]]);
        RunSeal.Check(path).State.ShouldBe(SealState.Broken);
    }

    [Fact]
    public async Task Check_AfterAnEditBySql_IsNotSealed()
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)]);
        Sql(path, "UPDATE meta SET value = '7' WHERE key = 'seed'");
        RunSeal.Check(path).State.ShouldBe(SealState.Broken, "in place");
        var grown = await folder.WriteAsync([RunFolder.Exchange(0)]);
        Sql(grown, "UPDATE meta SET value = printf('%.9000c', 'x') WHERE key = 'plan_given'");
        RunSeal.Check(grown).State.ShouldNotBe(SealState.Sealed, "new pages lie where the seal was");
    }

    [Fact]
    public async Task Sealed_ForSqlite_IsAnOrdinaryFile()
    {
        var path = await folder.WriteAsync(Enumerable.Range(0, 300).Select(i => RunFolder.Exchange(i)));
        Sql(path, "PRAGMA integrity_check").ShouldBe("ok");
        Sql(path, "PRAGMA quick_check").ShouldBe("ok");
        Sql(path, "SELECT count(*) FROM exchanges").ShouldBe("300");
        Sql(path, "PRAGMA journal_mode").ShouldBe("delete");
        using (var file = RunFolder.Open(path))
        {
            file.Exchanges(withReplies: true).Count().ShouldBe(300);
            file.Sessions().ShouldBeEmpty();
            RunReport.Of([file]).Valid.ShouldBeTrue();
        }

        RunFile.List(folder.Root).ShouldHaveSingleItem().Error.ShouldBeNull();
        RunSeal.Check(path).State.ShouldBe(SealState.Sealed, "readers change nothing");

        // A file that grows by pages writes over its seal and stays whole.
        Sql(path, "CREATE TABLE more AS SELECT * FROM exchanges");
        Sql(path, "PRAGMA integrity_check").ShouldBe("ok");
        Sql(path, "VACUUM");
        Sql(path, "PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    public async Task Check_ARunThatWasCutOff_HasNone()
    {
        var path = folder.NewPath();
        await using (var writer = RunFolder.Create(path))
        {
            writer.Ended(RunFolder.Exchange(0));
            RunSeal.Check(path).ShouldBe(default, "it is being written");
        }

        RunSeal.Check(path).ShouldBe(default);
        using var file = RunFolder.Open(path);
        file.State.ShouldBe(RunState.Interrupted);
        RunReport.Of([file]).Warnings.ShouldNotContain(warning => warning.Contains("changed"));
    }

    // Older files are like that: whole, and without a seal.
    [Fact]
    public async Task Open_AFileWithoutASeal_ReadsItAndWarnsOfNothing()
    {
        var path = await folder.WriteAsync([RunFolder.Exchange(0)]);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^RunSeal.Bytes]);
        RunSeal.Check(path).ShouldBe(default);
        using var file = RunFolder.Open(path);
        var document = MeasureDocument.Of(RunReport.Of([file]));
        document.Valid.ShouldBeTrue();
        document.Warnings.ShouldNotContain(warning => warning.Contains("changed"));
    }

    [Fact]
    public async Task Report_OfAChangedFile_WarnsAndIsNotValid()
    {
        var (good, changed) = (await folder.WriteAsync([RunFolder.Exchange(0)]), await folder.WriteAsync([RunFolder.Exchange(0)]));
        Sql(changed, "UPDATE exchanges SET task = 7");
        using var first = RunFolder.Open(good);
        using var second = RunFolder.Open(changed);
        var document = MeasureDocument.Of(RunReport.Of([second]));
        document.Valid.ShouldBeFalse();
        document.Warnings[0].ShouldBe("The run is not valid: this run file was changed after it was closed.");
        var both = MeasureDocument.Of(RunReport.Of([first, second]));
        both.Valid.ShouldBeFalse();
        both.Warnings.Where(warning => warning.Contains("changed")).ShouldHaveSingleItem().ShouldStartWith("run1: ");
    }

    [Fact]
    public async Task Complete_WhileSomebodyReads_SaysThatThereIsNoSeal()
    {
        var path = folder.NewPath();
        var writer = RunFolder.Create(path);
        writer.Issued("a");
        writer.Ended(RunFolder.Exchange(0));
        RunEnd end;
        using (RunFolder.Open(path))
        {
            end = await writer.CompleteAsync(new RunEnd("finished", true, ["The machine was busy."]));
        }

        end.Valid.ShouldBeTrue("its numbers are whole");
        end.Warnings.ShouldBe(["The machine was busy.",
            $"{path}: the run file has no seal, since it was being read when it was closed; the gate will not take it."]);
        RunSeal.Check(path).ShouldBe(default);
        using var file = RunFolder.Open(path);
        file.End!.Warnings.ShouldBe(end.Warnings, "the file says it as well");
        var document = MeasureDocument.Of(RunReport.Of([file], end: end));
        document.Valid.ShouldBeTrue();
        document.Warnings.Count(warning => warning.Contains("seal")).ShouldBe(1);
    }

    [Fact]
    public async Task Complete_WhenTheReaderLeavesInTime_IsSealed()
    {
        var path = folder.NewPath();
        var writer = RunFolder.Create(path);
        writer.Ended(RunFolder.Exchange(0));
        var reader = RunFolder.Open(path);
        var completing = writer.CompleteAsync(new RunEnd("finished", true, []));

        // The end is written before the file is closed: when it can be read, the writer waits for this reader.
        while (reader.State != RunState.Complete)
        {
            reader.Dispose();
            reader = RunFolder.Open(path);
        }

        reader.Dispose();
        (await completing).Warnings.ShouldBeEmpty();
        RunSeal.Check(path).State.ShouldBe(SealState.Sealed);
    }

    [Fact]
    public void Check_AFileThatIsNotThere_IsASentence()
    {
        var path = folder.NewPath();
        Should.Throw<RunFileException>(() => RunSeal.Check(path)).Message.ShouldStartWith($"{path}: the file cannot be read (");
    }

    public void Dispose() => folder.Dispose();

    private static void Put(FileStream file, int at, byte value)
    {
        file.Position = at;
        file.WriteByte(value);
    }

    private static string Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
