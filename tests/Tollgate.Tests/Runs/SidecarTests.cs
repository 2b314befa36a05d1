using Microsoft.Data.Sqlite;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;

namespace Tollgate.Tests.Runs;

/// <summary>A closed run is its file's bytes: whatever lies next to it is refused, and never read.</summary>
public sealed class SidecarTests : IDisposable
{
    // The token counts of RunFolder's exchanges in a record, as hexadecimal digits: of 20 tokens out, and of 21.
    private const string Twenty = "C80100002800", TwentyOne = "C80100002A00";
    private const string Forge = $"UPDATE exchanges SET record = unhex(replace(hex(record), '{Twenty}', '{TwentyOne}'))";
    private const string ReadTokens = $"SELECT max(iif(instr(hex(record), '{TwentyOne}') > 0, 21, 20)) FROM exchanges";
    private readonly RunFolder folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // as an older Tollgate left it, or one that was killed while it closed the file
    public async Task Open_AClosedRunWithALogBeside_IsRefused(bool isSealed)
    {
        var path = await WriteAsync();
        ForgedLog.PutBeside(path, Forge);
        if (!isSealed)
        {
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^RunSeal.Bytes]);
        }

        SqlTokens(path).ShouldBe(21, "SQLite takes the log for a part of the file");
        var result = RunFile.Open(path);
        result.File.ShouldBeNull();
        result.NotValid.ShouldBeTrue();
        result.Error.ShouldBe(
            $"{path}: the run file is closed, and {path}-wal is not part of it; move {path}-wal away, then try again.");
        RunFile.List(folder.Root).ShouldHaveSingleItem().Error.ShouldBe(result.Error);

        File.Delete(path + "-wal");
        Tokens(path).ShouldBe(20);
    }

    // What may lie there, and whether it holds anything.
    [Theory]
    [InlineData("-wal", "something", true)]
    [InlineData("-journal", "something", true)]
    [InlineData("-wal", "", false)] // SQLite leaves one where a process was killed early
    [InlineData("-journal", "", false)]
    [InlineData("-shm", "something", false)] // an index of a log that is not there
    [InlineData("-wal", null, true)] // a folder
    public async Task Open_AClosedRunWithAFileBeside_IsRefusedWhereThatHoldsData(string ending, string? text, bool refused)
    {
        var path = await WriteAsync();
        if (text is null)
        {
            Directory.CreateDirectory(path + ending);
        }
        else
        {
            File.WriteAllText(path + ending, text);
        }

        if (refused)
        {
            RunFolder.Error(path).ShouldContain($"{path}{ending} is not part of it");
        }
        else
        {
            Tokens(path).ShouldBe(20);
            RunSeal.Check(path).State.ShouldBe(SealState.Sealed);
        }
    }

    [Fact]
    public async Task Open_ThroughALink_LooksBesideTheFileAndBesideTheLink()
    {
        var path = await WriteAsync();
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Root, "links")).FullName, "link.tollgate");
        File.CreateSymbolicLink(link, path);
        Tokens(link).ShouldBe(20);
        File.WriteAllText(link + "-wal", "something");
        RunFolder.Error(link).ShouldContain($"{link}-wal is not part of it");
        File.Delete(link + "-wal");
        ForgedLog.PutBeside(path, Forge);
        RunFolder.Error(link).ShouldContain($"{path}-wal is not part of it");
    }

    // The log comes when the file is open already, or between the check and SQLite: it is not read even then.
    [Fact]
    public async Task Read_ALogThatComesLater_IsNotRead()
    {
        var path = await WriteAsync();
        using var file = RunFolder.Open(path);
        ForgedLog.PutBeside(path, Forge);
        file.Exchanges().ShouldAllBe(exchange => exchange.Usage!.Value.Output == 20);
        file.CheckSeal().State.ShouldBe(SealState.Sealed);

        using var bytes = RunFileBytes.Open(path);
        using var connection = RunFileVfs.Connect(bytes);
        using var command = connection.CreateCommand();
        command.CommandText = ReadTokens;
        command.ExecuteScalar().ShouldBe(20L);
    }

    // Another file takes the name while the run is open: what is read and what is hashed is the file that was opened.
    [Fact]
    public async Task Read_AFileThatWasPutInItsPlace_IsNotRead()
    {
        var (path, other) = (await WriteAsync(), await folder.WriteAsync([RunFolder.Exchange(7, arrivals: 5)]));
        var seal = RunSeal.Check(path);
        using var file = RunFolder.Open(path);
        File.Move(other, path, overwrite: true);
        file.CheckSeal().ShouldBe(seal);
        file.Exchanges().Count().ShouldBe(300);
        RunSeal.Check(path).ShouldNotBe(seal);
    }

    [Fact]
    public async Task Read_BytesThatWereChangedAfterTheSealWasChecked_Fails()
    {
        var path = await WriteAsync();
        using var file = RunFolder.Open(path);
        file.CheckSeal().State.ShouldBe(SealState.Sealed);
        FlipPages(path);
        Should.Throw<RunFileException>(() => file.Exchanges().Count()).Message
            .ShouldBe($"{path}: this run file was changed while it was read; expected it as its run left it.");
    }

    // The bytes are back when the seal is computed; what was read is not what is sealed.
    [Fact]
    public async Task CheckSeal_BytesThatWereOthersWhenTheyWereRead_IsBroken()
    {
        var path = await WriteAsync();
        var whole = File.ReadAllBytes(path);
        SqlExecute(path, Forge);
        var forged = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole);
        using var file = RunFolder.Open(path);
        File.WriteAllBytes(path, forged);
        file.Exchanges().ShouldAllBe(exchange => exchange.Usage!.Value.Output == 21);
        File.WriteAllBytes(path, whole);
        file.CheckSeal().State.ShouldBe(SealState.Broken);
        RunSeal.Check(path).State.ShouldBe(SealState.Sealed);
    }

    // Sealed anew by somebody who can compute a SHA-256: no run was ever closed like that.
    [Fact]
    public async Task CheckSeal_AFileInWalMode_IsBroken()
    {
        var path = await WriteAsync();
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^RunSeal.Bytes]);
        SqlExecute(path, "PRAGMA journal_mode = WAL");
        RunSeal.TryAppend(path).ShouldBeNull();
        RunSeal.Check(path).State.ShouldBe(SealState.Broken);
        using (var file = RunFolder.Open(path))
        {
            file.CheckSeal().State.ShouldBe(SealState.Broken);
            RunReport.Of([file]).Valid.ShouldBeFalse();
        }

        File.WriteAllText(path + "-wal", "something");
        RunFolder.Error(path).ShouldContain("is not part of it");
    }

    [Fact]
    public async Task TryAppend_WithALogBeside_SealsNothing()
    {
        var path = await WriteAsync();
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^RunSeal.Bytes]);
        File.WriteAllText(path + "-wal", "something");
        RunSeal.TryAppend(path).ShouldBe($"{path}-wal is next to it");
        File.Delete(path + "-wal");
        RunSeal.Check(path).ShouldBe(default);
    }

    // Reading leaves the folder as it is, so one that cannot be written will do; and several may read at once.
    [Fact]
    public async Task Read_ByTwoAtOnce_WritesNothing()
    {
        var path = await WriteAsync();
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var written = File.GetLastWriteTimeUtc(path);
        using (var one = RunFolder.Open(path))
        using (var other = RunFolder.Open(path))
        {
            one.Exchanges().Zip(other.Exchanges(withReplies: true)).Count().ShouldBe(300);
            Directory.GetFileSystemEntries(folder.Root).ShouldBe([path]);
            RunReport.Of([one]).Valid.ShouldBeTrue();
        }

        Directory.GetFileSystemEntries(folder.Root).ShouldBe([path]);
        File.GetLastWriteTimeUtc(path).ShouldBe(written);
        File.SetAttributes(path, FileAttributes.Normal);
    }

    // Names that mean something in a URI, to SQLite or to the connection's settings.
    [Theory]
    [InlineData("a?mode=memory.tollgate")]
    [InlineData("a#b.tollgate")]
    [InlineData("a%3f%00.tollgate")]
    [InlineData("file:a.tollgate")]
    [InlineData("two words' and \"quotes\"; Mode=Memory.tollgate")]
    [InlineData("Größe-測定.tollgate")]
    [InlineData(":memory:")]
    public async Task Open_ANameWithAMeaningElsewhere_IsThatFile(string name)
    {
        var path = Path.Combine(folder.Root, name);
        await using (var writer = RunFolder.Create(path))
        {
            writer.Issued("a");
            writer.Ended(RunFolder.Exchange(0));
            while (writer.Committed < 1)
            {
                await Task.Yield();
            }

            using (var live = RunFolder.Open(path))
            {
                live.Missing.ShouldBeNull();
                live.Exchanges().Count().ShouldBe(1);
            }

            (await writer.CompleteAsync(new RunEnd("finished", true, []))).Warnings.ShouldBeEmpty();
        }

        Directory.GetFileSystemEntries(folder.Root).ShouldBe([path]);
        using var file = RunFolder.Open(Path.GetRelativePath(Directory.GetCurrentDirectory(), path));
        file.CheckSeal().State.ShouldBe(SealState.Sealed);
        file.Exchanges().Count().ShouldBe(1);
    }

    // The log of a run whose file was deleted: the new run of that name has nothing to do with it.
    [Fact]
    public async Task Create_WhereALogOfAnotherRunLies_LeavesNothingOfIt()
    {
        var (old, path) = (await WriteAsync(), folder.NewPath());
        ForgedLog.PutBeside(old, Forge);
        File.Move(old + "-wal", path + "-wal");
        File.WriteAllText(path + "-shm", "something");
        await using (var writer = RunFolder.Create(path))
        {
            writer.Ended(RunFolder.Exchange(0));
            (await writer.CompleteAsync(new RunEnd("finished", true, []))).Warnings.ShouldBeEmpty();
        }

        Directory.GetFileSystemEntries(folder.Root).Order().ShouldBe([old, path]);
        Tokens(path).ShouldBe(20);
    }

    public void Dispose() => folder.Dispose();

    private Task<string> WriteAsync() => folder.WriteAsync(Enumerable.Range(0, 300).Select(i => RunFolder.Exchange(i)));

    private static long Tokens(string path)
    {
        using var file = RunFolder.Open(path);
        return file.Exchanges().Max(exchange => exchange.Usage!.Value.Output); // Each of these has a count.
    }

    // From the tenth page on, where exchanges lie, a bit of each.
    private static void FlipPages(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        for (var at = 10 * 4096L; at < file.Length - RunSeal.Bytes; at += 4096)
        {
            file.Position = at + 4095;
            var value = (byte)file.ReadByte();
            file.Position = at + 4095;
            file.WriteByte((byte)(value ^ 1));
        }
    }

    private static long SqlTokens(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = ReadTokens;
        return (long)command.ExecuteScalar()!; // There are exchanges.
    }

    private static void SqlExecute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
