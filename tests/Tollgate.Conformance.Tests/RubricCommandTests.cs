using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Tollgate.Conformance.Tests;

public sealed class RubricCommandTests : IDisposable
{
    private const string Rubric = """
        rubric: NAME
        wins: 1
        sessions: { fewest: 10, planned: 20 }
        criteria:
          - { score: goals, win: 1 point, bad_loss: 2 points }

        """;

    private readonly Command command = new();

    [Fact]
    public async Task Publish_ThenAgain_AppendsOnceAndSaysSinceWhen()
    {
        Write("a.yaml", "a");
        var first = await command.RunAsync("rubric", "publish", "--no-power", "a.yaml", "--json");
        first.Code.ShouldBe(0, first.ToString());
        using var json = JsonDocument.Parse(first.Output);
        var digest = json.RootElement.GetProperty("digest").GetString().ShouldNotBeNull();
        json.RootElement.GetProperty("new").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("published").GetProperty("entry").GetInt32().ShouldBe(1);

        var before = await File.ReadAllBytesAsync(command.Path("ledger.jsonl"));
        var again = await command.RunAsync("rubric", "publish", "--no-power", "a.yaml");
        again.Code.ShouldBe(0, again.ToString());
        again.Output.ShouldContain($"digest {digest}");
        again.Output.ShouldContain("It is published already, since ");
        (await File.ReadAllBytesAsync(command.Path("ledger.jsonl"))).ShouldBe(before);

        // Another text of the same meaning is another entry, with the same digest.
        command.Write("a.yaml", "# why\n" + Rubric.Replace("NAME", "a"));
        (await command.RunAsync("rubric", "check", "a.yaml")).Output.ShouldContain("with other comments or another layout");
        (await command.RunAsync("rubric", "publish", "--no-power", "a.yaml")).Output.ShouldContain("entry 2 of ledger.jsonl, not signed.");
        Lines().Count.ShouldBe(2);
        Lines()[1].ShouldContain(digest);
    }

    [Fact]
    public async Task Check_BeforeAndAfterPublishing_SaysHowTheRubricStands()
    {
        Write("a.yaml", "a");
        var before = await command.RunAsync("rubric", "check", "a.yaml");
        before.Code.ShouldBe(0, before.ToString());
        before.Output.ShouldContain("It is not published in ledger.jsonl.");
        File.Exists(command.Path("ledger.jsonl")).ShouldBeFalse();

        (await command.RunAsync("rubric", "publish", "--no-power", "a.yaml")).Code.ShouldBe(0);
        (await command.RunAsync("rubric", "check", "a.yaml")).Output.ShouldContain("It is published already, since ");
        command.Write("a.yaml", Rubric.Replace("NAME", "a").Replace("win: 1 point", "win: 3 points").Replace("20 }", "30 }"));
        var bent = await command.RunAsync("rubric", "check", "a.yaml", "--json");
        using var json = JsonDocument.Parse(bent.Output);
        json.RootElement.GetProperty("published").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("differs_in").EnumerateArray().Select(one => one.GetString())
            .ShouldBe(["criteria[goals].hope", "criteria[goals].win", "looks.at", "sessions.planned"]);
        Lines().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Publish_Signed_VerifiesByItsKeyAndByNoOther()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        command.Write("key.pem", key.ExportECPrivateKeyPem());
        command.Write("key.pub", key.ExportSubjectPublicKeyInfoPem());
        command.Write("other.pub", other.ExportSubjectPublicKeyInfoPem());
        command.Environment["SIGN_KEY"] = key.ExportPkcs8PrivateKeyPem();
        Write("a.yaml", "a");
        Write("b.yaml", "b");
        (await command.RunAsync("rubric", "publish", "--no-power", "a.yaml", "--sign-key", "key.pem")).Output.ShouldContain("signed by key ");
        (await command.RunAsync("rubric", "publish", "--no-power", "b.yaml", "--sign-key-env", "SIGN_KEY")).Code.ShouldBe(0);

        var right = await command.RunAsync("ledger", "verify", "--key", "key.pub");
        right.Code.ShouldBe(0, right.ToString());
        right.Output.ShouldContain("ledger.jsonl is whole: 2 rubrics published, 0 runs registered, 0 verdicts, since ");
        right.Output.ShouldContain("2 of 2 signed by key ");
        var wrong = await command.RunAsync("ledger", "verify", "--key", "other.pub");
        wrong.Code.ShouldBe(5, wrong.ToString());
        wrong.Diagnostics.ShouldContain("ledger.jsonl:1: the rubric a is signed by key ");
        wrong.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_AKeyThatIsNone_SaysSoWithoutTheKeyAndAppendsNothing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var pem = key.ExportECPrivateKeyPem();
        command.Write("p384.pem", pem);
        command.Environment["P384"] = pem;
        Write("a.yaml", "a");
        foreach (var (arguments, says) in new (string[], string)[]
        {
            (["--sign-key", "p384.pem"], "--sign-key p384.pem: found a key of another curve"),
            (["--sign-key-env", "P384"], "--sign-key-env P384: found a key of another curve"),
            (["--sign-key", pem], "--sign-key: found a key itself; expected the name of a file"),
            (["--sign-key-env", pem], "--sign-key-env: found what is no variable's name"),
            (["--sign-key", "none.pem"], "there is no file \"none.pem\""),
            (["--sign-key-env", "NO_SUCH_VARIABLE"], "the variable NO_SUCH_VARIABLE is not set"),
            (["--sign-key", "p384.pem", "--sign-key-env", "P384"], "expected one of the two"),
        })
        {
            var result = await command.RunAsync(["rubric", "publish", "--no-power", "a.yaml", .. arguments]);
            result.Code.ShouldBe(2, result.ToString());
            result.Diagnostics.ShouldContain(says);
            pem.Split('\n').Where(line => line.Length > 20).ShouldAllBe(line => !result.ToString().Contains(line));
            File.Exists(command.Path("ledger.jsonl")).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("rubric publish bad.yaml", "bad.yaml:1:9")]
    [InlineData("rubric check bad.yaml", "bad.yaml:1:9")]
    [InlineData("rubric publish none.yaml", "there is no file \"none.yaml\"; expected a rubric")]
    [InlineData("rubric publish a.yaml --ledger .", "found a folder; expected a ledger's file")]
    [InlineData("rubric publish a.yaml --ledger a.yaml/l.jsonl", "a.yaml/l.jsonl: its folder cannot be made")]
    [InlineData("rubric check a.yaml --ledger .", "found a folder")]
    [InlineData("ledger verify", "ledger.jsonl: there is no such file; `tollgate rubric publish` begins a ledger")]
    [InlineData("ledger verify a.yaml --key none.pub", "there is no file \"none.pub\"; expected a public key")]
    public async Task Run_BadInput_IsOneSentenceAndExitCode2(string arguments, string says)
    {
        Write("a.yaml", "a");
        Write("bad.yaml", "a b");
        var result = await command.RunAsync(arguments.Split(' '));
        result.Code.ShouldBe(2, result.ToString());
        result.Output.ShouldBeEmpty();
        result.Diagnostics.TrimEnd().ShouldContain(says);
        result.Diagnostics.TrimEnd().ShouldNotContain('\n');
        File.Exists(command.Path("ledger.jsonl")).ShouldBeFalse();
    }

    [Fact]
    public async Task ABrokenLedger_IsExitCode5EverywhereAndStaysAsItIs()
    {
        Write("a.yaml", "a");
        Write("b.yaml", "b");
        (await command.RunAsync("rubric", "publish", "--no-power", "a.yaml")).Code.ShouldBe(0);
        var bent = (await File.ReadAllTextAsync(command.Path("ledger.jsonl"))).Replace("\"wins\":1", "\"wins\":0");
        command.Write("ledger.jsonl", bent);
        foreach (var arguments in new[] { "ledger verify", "rubric publish b.yaml", "rubric check a.yaml" })
        {
            var result = await command.RunAsync(arguments.Split(' '));
            result.Code.ShouldBe(5, result.ToString());
            result.Diagnostics.ShouldContain("ledger.jsonl:1: the ledger is broken: the entry's hash is not that of what it holds");
        }

        (await File.ReadAllTextAsync(command.Path("ledger.jsonl"))).ShouldBe(bent);
    }

    [Fact]
    public async Task Publish_AfterATornAppend_CutsItOff()
    {
        Write("a.yaml", "a");
        Write("b.yaml", "b");
        Write("c.yaml", "c");
        (await command.RunAsync("rubric", "publish", "--no-power", "a.yaml")).Code.ShouldBe(0);
        (await command.RunAsync("rubric", "publish", "--no-power", "b.yaml")).Code.ShouldBe(0);
        var text = await File.ReadAllTextAsync(command.Path("ledger.jsonl"));
        var whole = await File.ReadAllTextAsync(command.Path("ledger.jsonl.head"));

        // With the head that names it, the second entry was cut; with the one before, a process was killed in it.
        command.Write("ledger.jsonl", text[..^7]);
        var cut = await command.RunAsync("ledger", "verify");
        cut.Code.ShouldBe(5, cut.ToString());
        cut.Diagnostics.ShouldContain("entries were cut off: it ends at entry 1, and ledger.jsonl.head names entry 2");
        (await command.RunAsync("rubric", "publish", "--no-power", "c.yaml")).Code.ShouldBe(5);
        command.Write("ledger.jsonl.head", HeadOf(text.Split('\n')[0], 1));
        var torn = await command.RunAsync("ledger", "verify");
        torn.Code.ShouldBe(0, torn.ToString());
        torn.Diagnostics.ShouldContain("are of an entry that a process did not end");
        torn.Output.ShouldContain("1 rubric published");
        (await command.RunAsync("rubric", "publish", "--no-power", "c.yaml")).Output.ShouldContain("entry 2 of ledger.jsonl");
        (await command.RunAsync("ledger", "verify")).Diagnostics.ShouldBeEmpty();
        (await File.ReadAllTextAsync(command.Path("ledger.jsonl.head"))).ShouldNotBe(whole);
    }

    [Fact]
    public async Task Publish_ThroughALinkIntoAFolderThatIsNotThereYet_AppendsToWhatItNames()
    {
        Write("a.yaml", "a");
        Write("b.yaml", "b");
        (await command.RunAsync("rubric", "publish", "--no-power", "a.yaml", "--ledger", "deep/er/l.jsonl")).Code.ShouldBe(0);
        File.CreateSymbolicLink(command.Path("link.jsonl"), command.Path("deep/er/l.jsonl"));
        (await command.RunAsync("rubric", "publish", "--no-power", "b.yaml", "--ledger", "link.jsonl")).Code.ShouldBe(0);
        new FileInfo(command.Path("link.jsonl")).LinkTarget.ShouldNotBeNull();
        (await File.ReadAllLinesAsync(command.Path("deep/er/l.jsonl"))).Length.ShouldBe(2);
        (await File.ReadAllTextAsync(command.Path("deep/er/l.jsonl.head"))).ShouldStartWith("2:");
    }

    [Fact]
    public async Task Publish_WithAClockBehindTheLedger_AppendsAndVerifyNotesIt()
    {
        Write("a.yaml", "a");
        var at = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var ledger = Tollgate.Gate.Ledgers.Ledger.Read([], "l").Ledger.ShouldNotBeNull();
        var rubric = Tollgate.Gate.Reading.RubricReader.Read(Rubric.Replace("NAME", "b"), "b").Rubric.ShouldNotBeNull();
        var (line, entry) = ledger.Next(Tollgate.Gate.Ledgers.LedgerRubric.Of(rubric), at, null);
        await File.WriteAllBytesAsync(command.Path("ledger.jsonl"), line);
        command.Write("ledger.jsonl.head", entry.Head + "\n");
        var result = await command.RunAsync("rubric", "publish", "--no-power", "a.yaml");
        result.Code.ShouldBe(0, result.ToString());
        Lines().Count.ShouldBe(2);
        var verified = await command.RunAsync("ledger", "verify");
        verified.Code.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("note: entry 2 is dated ");
    }

    [Fact]
    public async Task Publish_PrintsItsHead_WhichVerifiesALedgerWithoutAHeadFile()
    {
        Write("a.yaml", "a");
        Write("b.yaml", "b");
        var first = await command.RunAsync("rubric", "publish", "--no-power", "a.yaml", "--json");
        using var json = JsonDocument.Parse(first.Output);
        var head = json.RootElement.GetProperty("published").GetProperty("head").GetString().ShouldNotBeNull();
        head.ShouldStartWith("1:");
        (await command.RunAsync("rubric", "publish", "--no-power", "a.yaml")).Output.ShouldContain($"head {head}\n");
        var second = await command.RunAsync("rubric", "publish", "--no-power", "b.yaml");
        second.Output.ShouldContain("head 2:");
        var last = second.Output.Split("head ")[1][..66];
        (await command.RunAsync("ledger", "verify")).Output.ShouldContain($"head {last}");

        // Somebody cuts the ledger, and takes the head file away with it.
        var lines = Lines();
        command.Write("ledger.jsonl", lines[0] + "\n");
        File.Delete(command.Path("ledger.jsonl.head"));
        foreach (var (arguments, code, says) in new[]
        {
            ("ledger verify", 5, "there is no ledger.jsonl.head, so nobody can tell whether the last entries were cut off"),
            ($"ledger verify --head {last}", 5, "entries were cut off: it ends at entry 1, and --head names entry 2"),
            ($"ledger verify --head {last} --write-head", 5, "entries were cut off"),
            ($"ledger verify --head 1:{last[2..]}", 5, "entries were cut off or replaced: entry 1 has another hash than --head names"),
            ("ledger verify --head 1", 2, "--head: found \"1\"; expected the number and the hash of an entry"),
            ("ledger verify --write-head", 2, "--write-head: is given without --head"),
        })
        {
            var result = await command.RunAsync(arguments.Split(' '));
            result.Code.ShouldBe(code, result.ToString());
            result.Diagnostics.ShouldContain(says);
            result.Output.ShouldBeEmpty();
        }

        File.Exists(command.Path("ledger.jsonl.head")).ShouldBeFalse();
        foreach (var nothing in new[] { "", lines[0][..^1] })
        {
            command.Write("ledger.jsonl", nothing);
            var empty = await command.RunAsync("ledger", "verify");
            empty.Code.ShouldBe(5, empty.ToString());
            empty.Diagnostics.ShouldContain("there are no entries and no ledger.jsonl.head");
        }

        command.Write("ledger.jsonl", lines[0] + "\n");
        (await command.RunAsync("ledger", "verify", "--head", head)).Code.ShouldBe(0);
        (await command.RunAsync("ledger", "verify", "--head", head, "--write-head")).Code.ShouldBe(0);
        (await command.RunAsync("ledger", "verify")).Code.ShouldBe(0);

        // What a killed process left behind its head is fine, and the next append writes the head anew.
        await File.AppendAllTextAsync(command.Path("ledger.jsonl"), lines[1] + "\n");
        (await command.RunAsync("ledger", "verify")).Code.ShouldBe(0);
        (await command.RunAsync("rubric", "publish", "--no-power", "b.yaml")).Output.ShouldContain("It is published already");
        (await File.ReadAllTextAsync(command.Path("ledger.jsonl.head"))).ShouldBe(last + "\n");
    }

    [Fact]
    public async Task Publish_WhereFileLocksDoNotWork_IsRefused()
    {
        Write("a.yaml", "a");
        command.Environment["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1";
        var result = await command.RunAsync("rubric", "publish", "--no-power", "a.yaml");
        result.Code.ShouldBe(2, result.ToString());
        result.Diagnostics.TrimEnd().ShouldStartWith("tollgate: ledger.jsonl: file locks do not work here");
        result.Diagnostics.TrimEnd().ShouldNotContain('\n');
        new FileInfo(command.Path("ledger.jsonl")).Length.ShouldBe(0);
    }

    [Fact]
    public async Task EightProcesses_ThatPublishAtOnce_AllSucceed()
    {
        var names = Enumerable.Range(0, 8).Select(i => "r" + i.ToString(CultureInfo.InvariantCulture)).ToList();
        names.ForEach(name => Write(name + ".yaml", name));
        var results = await Task.WhenAll(names.Select(name => command.RunAsync("rubric", "publish", "--no-power", name + ".yaml")));
        results.ShouldAllBe(result => result.Code == 0);
        Lines().Count.ShouldBe(8);
        (await command.RunAsync("ledger", "verify")).Code.ShouldBe(0);
        names.ShouldAllBe(name => Lines().Count(line => line.Contains($"\"name\":\"{name}\"")) == 1);
    }

    // As soon as one of them is through, the others are at the lock or in the middle of an append, and are killed.
    [Fact]
    public async Task PublishersThatAreKilled_LeaveALedgerThatVerifies()
    {
        var done = 0;
        for (var round = 0; round < 6; round++)
        {
            var names = Enumerable.Range(0, 4).Select(i => string.Create(CultureInfo.InvariantCulture, $"k{round}-{i}")).ToList();
            names.ForEach(name => Write(name + ".yaml", name));
            var processes = names.Select(name => command.Start("rubric", "publish", "--no-power", name + ".yaml")).ToList();
            try
            {
                await Task.WhenAny(processes.Select(process => process.WaitForExitAsync()));
            }
            finally
            {
                processes.ForEach(process => process.Kill());
                await Task.WhenAll(processes.Select(process => process.WaitForExitAsync()));
            }

            done += processes.Count(process => process.ExitCode == 0);
            processes.ForEach(process => process.Dispose());
            var verified = await command.RunAsync("ledger", "verify", "--json");
            verified.Code.ShouldBe(0, verified.ToString());
            using var json = JsonDocument.Parse(verified.Output);

            // Whoever said that it was done is in the ledger.
            json.RootElement.GetProperty("entries").GetArrayLength().ShouldBeGreaterThanOrEqualTo(done);
        }

        done.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task Publish_WhileAnotherHasTheLedger_WaitsForIt()
    {
        Write("a.yaml", "a");
        Process process;
        await using (new FileStream(command.Path("ledger.jsonl"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            process = command.Start("rubric", "publish", "--no-power", "a.yaml");
            var checking = await command.RunAsync("rubric", "check", "none.yaml"); // It takes as long as coming to the lock.
            checking.Code.ShouldBe(2);
            new FileInfo(command.Path("ledger.jsonl")).Length.ShouldBe(0);
        }

        using (process)
        {
            (await Command.EndAsync(process)).Code.ShouldBe(0);
        }

        Lines().Count.ShouldBe(1);
    }

    public void Dispose() => command.Dispose();

    private void Write(string file, string name) => command.Write(file, Rubric.Replace("NAME", name));

    private static string HeadOf(string line, int seq) => $"{seq}:{line[^66..^2]}\n";

    private List<string> Lines() => [.. File.ReadLines(command.Path("ledger.jsonl"))];
}
