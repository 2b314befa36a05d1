using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Results.Fitness;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;
using Tollgate.Workflows.Judging;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Conformance.Tests;

/// <summary>The gate as a user has it: the command, files, and every way to bend them.</summary>
public sealed class GateCommandTests : IClassFixture<GateRuns>, IDisposable
{
    private readonly Command command = new();
    private readonly GateRuns runs;

    public GateCommandTests(GateRuns runs)
    {
        this.runs = runs;
        runs.CopyTo(command);
    }

    // Who deserves it is adopted, who is wrong is rejected; what costs more, but not badly, decides nothing.
    [Theory]
    [InlineData("both", "gpt-5.5", "both", "opus-4.7", 0, "adopt", "ADOPT")]
    [InlineData("both", "gpt-5.5", "wrong", "opus-4.7", 3, "reject", "REJECT")]
    [InlineData("both", "opus-4.7", "both", "gpt-5.5", 4, "inconclusive", "INCONCLUSIVE")]
    public async Task Gate_ACandidate_GetsItsVerdictAndExitCode(
        string baseline, string own, string candidate, string other, int code, string verdict, string headline)
    {
        string[] arguments =
        [
            "gate", "--rubric", "quick.yaml", "--baseline", runs[baseline], "--baseline-target", own, "--candidate",
            runs[candidate], "--candidate-target", other,
        ];
        var first = await command.RunAsync(arguments);
        first.Code.ShouldBe(code, first.ToString());
        first.Output.ShouldStartWith(headline);
        first.Output.ShouldContain("cost_per_session");
        Verdicts().ShouldBe([verdict]);

        // The same again is the same verdict, kept once; as JSON it is one document, and nothing else.
        var again = await command.RunAsync([.. arguments, "--json"]);
        again.Code.ShouldBe(code, again.ToString());
        again.Diagnostics.ShouldBeEmpty();
        using var json = JsonDocument.Parse(again.Output);
        var root = json.RootElement;
        root.GetProperty("verdict").GetString().ShouldBe(verdict);
        root.GetProperty("sessions").GetInt32().ShouldBe(40);
        root.GetProperty("rows").GetArrayLength().ShouldBe(2);
        Verdicts().ShouldBe([verdict]);
        (await command.RunAsync("ledger", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Gate_FilesOfEveryForm_AreWritten()
    {
        var result = await GateAsync(
            "--json", "--junit", "out/j.xml", "--html", "v.html", "--markdown-file", "v.md");
        result.Code.ShouldBe(0, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        XDocument.Load(command.Path("out/j.xml")).Root!.Name.LocalName.ShouldBe("testsuites"); // It has a root.
        File.ReadAllText(command.Path("v.html")).ShouldContain("</html>");
        var markdown = File.ReadAllText(command.Path("v.md"));
        markdown.ShouldContain("| ");
        (await GateAsync("--markdown")).Output.ShouldBe(markdown);
        result.Diagnostics.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
    }

    // What is wrong with the arguments: the exit code 2, a sentence, and nothing else; BOTH stands for a run.
    [Theory]
    [InlineData("--baseline BOTH --candidate BOTH --baseline-target gpt-5.4 --candidate-target opus-4.7", "--baseline-target: ", "did you mean \"gpt-5.5\"?")]
    [InlineData("--baseline BOTH --candidate BOTH --baseline-target gpt-5.5", "--candidate-target: ", "the run has 2 targets")]
    [InlineData("--baseline none.tollgate --candidate BOTH", "none.tollgate", "there is no such file")]
    [InlineData("--baseline . --candidate BOTH", ".", "this is a folder")]
    [InlineData("--baseline BOTH", "--candidate: is not given", "")]
    [InlineData("--candidate BOTH", "--baseline: is not given", "")]
    [InlineData("--baseline BOTH --candidate BOTH --self-test", "--candidate: is given with --self-test", "")]
    [InlineData("--baseline BOTH --candidate BOTH --json --markdown", "expected one of the two", "")]
    [InlineData("--baseline BOTH --candidate BOTH --number rating", "--number: found \"rating\"", "NAME=BASELINE.csv,CANDIDATE.csv")]
    [InlineData("--baseline BOTH --candidate BOTH --number rating=none.csv,none.csv", "there is no file \"none.csv\"", "")]
    [InlineData("--baseline BOTH --candidate BOTH --number rating=bad.csv,bad.csv", "bad.csv:3", "expected a number such as 4.5")]
    [InlineData("--baseline BOTH --candidate BOTH --html quick.yaml", "quick.yaml", "expected another name")]
    [InlineData("--baseline BOTH --candidate BOTH --junit ledger.jsonl", "ledger.jsonl", "expected another name")]
    [InlineData("--baseline BOTH --candidate BOTH --junit ledger.jsonl.head", "ledger.jsonl.head", "expected another name")]
    [InlineData("--baseline BOTH --candidate BOTH --number rating=good.csv,good.csv --markdown-file ./good.csv", "good.csv", "expected another name")]
    [InlineData("--baseline BOTH --candidate BOTH --html v --junit ./v", "v: this is asked for in two forms", "")]
    [InlineData("--baseline BOTH --candidate BOTH --html quick.yaml/v.html", "quick.yaml/v.html", "cannot be written")]
    public async Task Gate_BadInput_IsExitCode2AndAppendsNothing(string arguments, string says, string and)
    {
        command.Write("bad.csv", "session,value\nbook,1\nbook,four\n");
        command.Write("good.csv", "session,value\nbook,1\n");
        var before = Ledger();
        var result = await command.RunAsync(
            ["gate", "--rubric", "quick.yaml", .. arguments.Split(' ').Select(word => word == "BOTH" ? runs["both"] : word)]);
        result.Code.ShouldBe(2, result.ToString());
        result.Output.ShouldBeEmpty();
        result.Diagnostics.ShouldContain(says);
        result.Diagnostics.ShouldContain(and);
        Ledger().ShouldBe(before);
        File.ReadAllText(command.Path("good.csv")).ShouldStartWith("session,value");
    }

    // The rubric as it was published is the only one: what was done to it, and what is said.
    [Theory]
    [InlineData("rubric: quick", "rubric: other", "the rubric other is not in ledger.jsonl")]
    [InlineData("# Cheaper, and as right.", "# Cheaper.", "its comments or its layout were changed since it was published on ")]
    [InlineData("wins: 1", "wins:  1", "its comments or its layout were changed")]
    [InlineData("win: 1 %", "win: 0.5 %", "criteria[cost_per_session].win")]
    [InlineData("bad_loss: 5 points", "bad_loss: 50 points", "criteria[tool_arguments].bad_loss")]
    [InlineData("fewest: 30", "fewest: 3", "sessions.fewest differ; expected the published one")]
    [InlineData("wins: 1", "wins: 0", "published on ")]
    public async Task Gate_ARubricThatIsNotAsPublished_IsRefused(string found, string put, string says)
    {
        GateRuns.Quick.ShouldContain(found);
        command.Write("quick.yaml", GateRuns.Quick.Replace(found, put));
        await RefusedAsync(says, () => GateAsync());
    }

    // Line ends are no change: a checkout on another system has the same rubric.
    [Fact]
    public async Task Gate_ARubricWithOtherLineEnds_IsTheSame()
    {
        command.Write("quick.yaml", GateRuns.Quick.Replace("\n", "\r\n"));
        (await GateAsync()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Gate_ARubricThatIsNone_IsExitCode2()
    {
        command.Write("quick.yaml", GateRuns.Quick.Replace("wins: 1", "wins: 5"));
        var before = Ledger();
        var result = await GateAsync();
        result.Code.ShouldBe(2, result.ToString());
        result.Diagnostics.ShouldContain("found 5 wins of 2 criteria");
        Ledger().ShouldBe(before);
    }

    // Runs that may not be held against each other, and what is said of them.
    [Theory]
    [InlineData("early", "early", "the run began before the rubric was published on ")]
    [InlineData("few", "early", "the run began before the rubric was published on ")]
    [InlineData("both", "again", "the runs have the seeds 7 and 8; expected the same chance on both sides.")]
    [InlineData("few", "load", "the runs differ in concurrency: 8 against 4; expected the same.")]
    [InlineData("few", "suite", "the runs played different versions of the suite workshop")]
    [InlineData("both", "few", "the runs differ in repeat: 10 against 1; expected the same.")]
    public async Task Gate_RunsThatAreNoPair_AreRefused(string baseline, string candidate, string says) =>
        await RefusedAsync(says, () => command.RunAsync(
            "gate", "--rubric", "quick.yaml", "--baseline", runs[baseline], "--baseline-target", "gpt-5.5",
            "--candidate", runs[candidate], "--candidate-target", "opus-4.7"));

    [Fact]
    public async Task Gate_TheBaselineAsItsOwnCandidate_IsRefused()
    {
        File.Copy(runs["both"], command.Path("copy.tollgate"));
        foreach (var candidate in new[] { runs["both"], command.Path("copy.tollgate") })
        {
            await RefusedAsync("are the same target of the same run, gpt-5.5; expected two.", () => command.RunAsync(
                "gate", "--rubric", "quick.yaml", "--baseline", runs["both"], "--baseline-target", "gpt-5.5",
                "--candidate", candidate, "--candidate-target", "gpt-5.5"));
        }

        // Nor does the same run twice make twice the evidence.
        await RefusedAsync("they are the same chance twice", () => command.RunAsync(
            "gate", "--rubric", "quick.yaml", "--baseline", runs["both"], command.Path("copy.tollgate"),
            "--baseline-target", "gpt-5.5", "--candidate", runs["both"], command.Path("copy.tollgate"),
            "--candidate-target", "opus-4.7"));
        await RefusedAsync("There are 1 runs of the baseline and 2 of the candidate", () => command.RunAsync(
            "gate", "--rubric", "quick.yaml", "--baseline", runs["both"], "--baseline-target", "gpt-5.5",
            "--candidate", runs["both"], runs["again"], "--candidate-target", "opus-4.7"));
    }

    // A byte of the file, its end, and what SQL does to it.
    [Theory]
    [InlineData("flip 0")] // what says that it is SQLite
    [InlineData("flip middle")]
    [InlineData("flip -1")] // the seal
    [InlineData("cut 40")] // all of the seal
    [InlineData("UPDATE meta SET value = '2999-01-01T00:00:00.000Z' WHERE key = 'started_at'")]
    public async Task Gate_AnEditedRun_IsRefused(string edit)
    {
        var path = command.Path("edited.tollgate");
        File.Copy(runs["wrong"], path);
        Edit(path, edit);
        var talk = await RefusedAsync("edited.tollgate: ", () => command.RunAsync(
            "gate", "--rubric", "quick.yaml", "--baseline", runs["both"], "--baseline-target", "gpt-5.5", "--candidate",
            path));
        talk.TrimEnd().Split('\n').Length.ShouldBe(1, talk);
    }

    // The seal holds, and SQLite alone would read other numbers out of the file: a log beside it decides nothing.
    [Fact]
    public async Task Gate_ALogBesideARun_IsRefused()
    {
        var path = command.Path("forged.tollgate");
        var (pages, log) = (command.Path("pages.db"), path + "-wal");
        File.Copy(runs["wrong"], path);
        File.WriteAllBytes(pages, File.ReadAllBytes(path)[..^RunSeal.Bytes]);
        using (var connection = new SqliteConnection($"Data Source={pages};Pooling=False"))
        {
            connection.Open();
            using var sql = connection.CreateCommand();
            foreach (var one in new[] { "PRAGMA journal_mode = WAL", "UPDATE session_scores SET sum = count" })
            {
                sql.CommandText = one;
                sql.ExecuteNonQuery();
            }

            using var from = new FileStream(pages + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = File.Create(log);
            from.CopyTo(to);
        }

        string[] arguments =
        [
            "gate", "--rubric", "quick.yaml", "--baseline", runs["both"], "--baseline-target", "gpt-5.5", "--candidate",
            path,
        ];
        RunSeal.Check(path).State.ShouldBe(SealState.Sealed);
        var talk = await RefusedAsync(
            $"{path}: the run file is closed, and {log} is not part of it; move {log} away, then try again.",
            () => command.RunAsync(arguments));
        talk.TrimEnd().Split('\n').Length.ShouldBe(1, talk);

        // Nor does a report show any numbers, and the list says why there are none.
        var report = await command.RunAsync("report", path, "--json");
        report.Code.ShouldBe(5, report.ToString());
        report.Output.ShouldBeEmpty();
        report.Diagnostics.ShouldBe(talk);
        (await command.RunAsync("runs", command.Folder, "--json")).Output.ShouldContain("is not part of it");

        File.Delete(log);
        (await command.RunAsync(arguments)).Code.ShouldBe(3);
    }

    // Two names of one file would be one run; a file that takes the name between the two openings is another.
    [Fact]
    public void Inputs_AFileThatTakesTheNameInBetween_IsCheckedForItself()
    {
        var path = command.Path("swapped.tollgate");
        File.Copy(runs["both"], path);
        using var first = RunFile.Open(path).File.ShouldNotBeNull();
        var edited = command.Path("edited.tollgate");
        File.Copy(runs["both"], edited);
        Edit(edited, "UPDATE session_scores SET sum = count");
        File.Move(edited, path, overwrite: true);
        using var second = RunFile.Open(path).File.ShouldNotBeNull();
        Comparable.Check([first], [second], "gpt-5.5", "opus-4.7").ShouldBe(
            [$"{path}: this run file was changed after it was closed; expected it as its run left it."]);
    }

    // The same by the checks that the command makes, at many more places: the file's header, its pages, its seal.
    [Fact]
    public void Inputs_ARunThatWasEditedAnywhere_IsNotValid()
    {
        var path = command.Path("edited.tollgate");
        var whole = File.ReadAllBytes(runs["wrong"]);
        string[] edits =
        [
            .. Enumerable.Range(0, 100).Select(at => $"flip {at}"), .. Enumerable.Range(1, 41).Select(at => $"flip -{at}"),
            .. Enumerable.Range(0, 100).Select(i => $"flip {100 + (i * (whole.Length - 200L) / 100)}"),
            "cut 1", "cut 39", "cut 40", "cut 41", "cut 5000", "cut all", "append", "PRAGMA journal_mode = WAL", "VACUUM",
            "UPDATE sessions SET session = session", "UPDATE session_scores SET sum = count",
        ];
        var rubric = RubricReader.Read(GateRuns.Quick, "quick.yaml").Rubric.ShouldNotBeNull();
        var request = new JudgeRequest
        {
            Rubric = rubric,
            RubricFile = "quick.yaml",
            LedgerFile = "ledger.jsonl",
            Baseline = [runs["both"]],
            BaselineTarget = "gpt-5.5",
            Candidate = [path],
        };
        foreach (var edit in edits.Prepend("nothing"))
        {
            File.WriteAllBytes(path, whole);
            Edit(path, edit);
            Code().ShouldBe(edit == "nothing" ? 0 : 5, edit);
        }

        int Code()
        {
            var opened = JudgedFiles.Open(request);
            using (opened.Value)
            {
                try
                {
                    var problem = opened.Problem ?? opened.Value?.Read(request).Problem;
                    return problem is null ? 0 : ExitCodes.Of(problem.Kind);
                }
                catch (RunFileException)
                {
                    return 5; // So does the command.
                }
            }
        }
    }

    // Where the ledger is broken, is not there, or cannot grow, there is no verdict.
    [Fact]
    public async Task Gate_ALedgerThatIsBroken_IsRefused()
    {
        var text = File.ReadAllText(command.Path("ledger.jsonl"));
        foreach (var (bent, says) in new[]
        {
            (text.Replace("\"name\":\"quick\"", "\"name\":\"quack\""), "ledger.jsonl:1: the ledger is broken"),
            (text[(text.IndexOf('\n') + 1)..], "ledger.jsonl:1: the ledger is broken: found entry 2"),
            ("", "ledger.jsonl: entries were cut off: it ends at entry 0, and ledger.jsonl.head names entry 4"),
            (text[..(text.TrimEnd().LastIndexOf('\n') + 1)], "ledger.jsonl: entries were cut off: it ends at entry 3, and ledger.jsonl.head names entry 4"),
            (text[..^1], "ledger.jsonl: entries were cut off: it ends at entry 3, and ledger.jsonl.head names entry 4"),
            (text + "more\n", "ledger.jsonl:5: the ledger is broken"),
        })
        {
            command.Write("ledger.jsonl", bent);
            await RefusedAsync(says, () => GateAsync());
        }

        // A copy, a ledger from before there were head files, or one whose head file somebody took away: it is judged by, and
        // the verdict says so.
        command.Write("ledger.jsonl", text);
        var head = File.ReadAllText(command.Path("ledger.jsonl.head"));
        File.Delete(command.Path("ledger.jsonl.head"));
        var headless = await GateAsync("--json");
        headless.Code.ShouldBe(0, headless.ToString());
        headless.Output.ShouldContain("there is no ledger.jsonl.head, so nobody can tell whether the last entries were cut off");
        File.Exists(command.Path("ledger.jsonl.head")).ShouldBeTrue();
        command.Write("ledger.jsonl.head", "4:9f2b");
        await RefusedAsync("ledger.jsonl.head: found no head of a ledger", () => GateAsync());
        command.Write("ledger.jsonl.head", head);

        File.Delete(command.Path("ledger.jsonl"));
        var none = await GateAsync();
        none.Code.ShouldBe(5, none.ToString());
        none.Diagnostics.ShouldContain("there is no such file, and ledger.jsonl.head is still there");
        File.Exists(command.Path("ledger.jsonl")).ShouldBeFalse();
    }

    [Fact]
    public async Task Gate_AVerdictThatCannotBeRecorded_IsDiscarded()
    {
        // Where the head's new file should be, there is a folder: the verdict cannot be recorded whole.
        Directory.CreateDirectory(command.Path("ledger.jsonl.head.new"));
        var before = Ledger();
        var result = await GateAsync("--junit", "j.xml", "--json");
        result.Code.ShouldBe(2, result.ToString());
        result.Output.ShouldBeEmpty();
        result.Diagnostics.ShouldContain("ledger.jsonl.head cannot be written");
        result.Diagnostics.ShouldContain("the verdict could not be recorded and was discarded");
        File.Exists(command.Path("j.xml")).ShouldBeFalse();
        Ledger().ShouldBe(before);
    }

    // A clock that was wrong once stops nobody, and dates nothing but its own entry.
    [Fact]
    public async Task Gate_BehindAnEntryFromTheFuture_StillJudges()
    {
        var ledger = Ledgers.Read(Ledger());
        var rubric = ledger.Entries[3].Rubric.ShouldNotBeNull();
        var (future, entry) = ledger.Next(rubric, new DateTimeOffset(2999, 1, 1, 0, 0, 0, default), null);
        await File.WriteAllBytesAsync(command.Path("ledger.jsonl"), [.. Ledger(), .. future]);
        command.Write("ledger.jsonl.head", entry.Head + "\n");
        var result = await GateAsync();
        result.Code.ShouldBe(0, result.ToString());
        var verified = await command.RunAsync("ledger", "verify");
        verified.Code.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("note: entry 6 is dated ");
        verified.Output.ShouldContain(", before entry 5, 2999-01-01 00:00:00 UTC: a clock was wrong");
    }

    // A signed ledger stays signed: an unsigned verdict is refused before it is appended, a signed one verifies.
    [Fact]
    public async Task Gate_InASignedLedger_SignsItsVerdict()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var job = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        command.Write("key.pem", ecdsa.ExportECPrivateKeyPem());
        command.Write("key.pub", ecdsa.ExportSubjectPublicKeyInfoPem());
        command.Write("job.pem", job.ExportECPrivateKeyPem());
        command.Write("job.pub", job.ExportSubjectPublicKeyInfoPem());
        command.Write("signed.yaml", GateRuns.Quick.Replace("rubric: quick", "rubric: signed"));
        (await command.RunAsync("rubric", "publish", "--no-power", "signed.yaml", "--sign-key", "key.pem")).Code.ShouldBe(0);
        var before = Ledger();
        var unsigned = await GateAsync();
        unsigned.Code.ShouldBe(2, unsigned.ToString());
        unsigned.Output.ShouldBeEmpty();
        unsigned.Diagnostics.ShouldContain("its entries are signed from entry 5 on");
        Ledger().ShouldBe(before);
        (await GateAsync("--sign-key", "none.pem")).Diagnostics.ShouldContain("there is no file \"none.pem\"; expected a private key");

        (await GateAsync("--sign-key", "job.pem")).Code.ShouldBe(0);

        // The rubrics of these tests are not signed; the message names the first of them.
        var strangers = await command.RunAsync("ledger", "verify", "--key", "key.pub", "--key", "job.pub");
        strangers.Code.ShouldBe(5, strangers.ToString());
        strangers.Diagnostics.ShouldContain("ledger.jsonl:1: the rubric quick is not signed; expected a signature by key ");
    }

    // Two processes at once, on the same runs: one verdict, kept once.
    [Fact]
    public async Task Gate_TwiceAtOnce_KeepsOneVerdict()
    {
        var results = await Task.WhenAll(GateAsync("--json"), GateAsync("--json"));
        results.ShouldAllBe(result => result.Code == 0);
        Verdicts().ShouldBe(["adopt"]);
    }

    // The second look is over both runs, is the second, and pays for the first; one look is one look.
    [Fact]
    public async Task Gate_TwoLooks_AreCountedAndPaidFor()
    {
        Task<Command.Result> LookAsync(string rubric, params string[] names) => command.RunAsync(
        [
            "gate", "--rubric", rubric, "--json", "--baseline-target", "gpt-5.5", "--candidate-target", "opus-4.7",
            .. names.SelectMany(name => new[] { "--baseline", runs[name], "--candidate", runs[name] }),
        ]);
        static (int Number, double Confidence) Look(Command.Result result)
        {
            using var json = JsonDocument.Parse(result.Output);
            var look = json.RootElement.GetProperty("look");
            return (look.GetProperty("number").GetInt32(), look.GetProperty("confidence").GetDouble());
        }

        var first = await LookAsync("sequential.yaml", "both");
        first.Code.ShouldBe(4, first.ToString());
        Look(first).Number.ShouldBe(1);
        var second = await LookAsync("sequential.yaml", "both", "again");
        second.Code.ShouldBeOneOf([0, 3, 4], second.ToString());
        Look(second).Number.ShouldBe(2);
        Look(second).Confidence.ShouldBeGreaterThan(0.95);
        Verdicts().Count.ShouldBe(2);
        Ledgers.Read(Ledger()).Entries.Where(entry => entry.Verdict is not null)
            .Select(entry => (entry.Verdict!.Look, entry.Verdict.Sessions)).ShouldBe([(1, 40), (2, 80)]);

        // Each look can be asked for again, and is what it was; nothing is kept twice.
        (await LookAsync("sequential.yaml", "both")).Output.ShouldContain("\"number\": 1");
        Look(await LookAsync("sequential.yaml", "again", "both")).ShouldBe(Look(second));
        Verdicts().Count.ShouldBe(2);

        (await LookAsync("quick.yaml", "both")).Code.ShouldBe(0);
        await RefusedAsync(
            "the rubric plans one look, and 40 pairs of these were judged before",
            () => LookAsync("quick.yaml", "both", "again"));

        // Another run alone is no later look, and yet it is told that there was one.
        (await LookAsync("quick.yaml", "again")).Output.ShouldContain("One other verdict on these two by this rubric");
    }

    // A number of the team's: what a file says decides; another file for the same runs cannot turn the verdict.
    [Fact]
    public async Task Gate_ANumberOfTheTeams_IsJudgedAndCannotBeTried()
    {
        string[] names =
        [
            .. from session in new[] { "book_tallow", "book_smyth", "cancel", "cancel_not_there" }
            from repetition in Enumerable.Range(0, 10)
            select repetition == 0 ? session : $"{session}#{repetition}",
        ];
        string Csv(double mean) => "session,value\n" + string.Join('\n', names.Select((name, i) =>
            FormattableString.Invariant($"{name},{mean + (i % 5 * 0.01)}")));
        command.Write("low.csv", Csv(3));
        command.Write("high.csv", Csv(4));
        Task<Command.Result> RateAsync(string own, string other) =>
            GateAsync("rated.yaml", "--json", "--number", $"rating={own},{other}");
        await RefusedAsync(
            "gpt-5.5 has no number rating; expected --number rating=BASELINE.csv,CANDIDATE.csv.",
            () => GateAsync("rated.yaml"));

        var better = await RateAsync("low.csv", "high.csv");
        better.Code.ShouldBe(0, better.ToString());
        Verdicts().ShouldBe(["adopt"]);
        using (var json = JsonDocument.Parse(better.Output))
        {
            var kept = json.RootElement.GetProperty("record").GetProperty("numbers").EnumerateArray().ToList();
            kept.Select(one => (one.GetProperty("number").GetString(), one.GetProperty("target").GetString(), one.GetProperty("file").GetString()))
                .ShouldBe([("rating", "gpt-5.5", "low.csv"), ("rating", "opus-4.7", "high.csv")]);
            Ledgers.Read(Ledger()).Entries[^1].Verdict.ShouldNotBeNull().Numbers.Select(one => one.Digest)
                .ShouldBe(kept.Select(one => one.GetProperty("sha256").GetString()));
        }

        // Others in their place, by turning them round, by one value, or by withholding some, are refused.
        await RefusedAsync(
            "rating: the values for both with gpt-5.5 are not those of entry 5, SHA-256 ", () => RateAsync("high.csv", "low.csv"));
        command.Write("bent.csv", Csv(4).Replace("cancel#3,4.03", "cancel#3,4.04"));
        await RefusedAsync("rating: the values for both with opus-4.7 are not those of entry 5", () => RateAsync("low.csv", "bent.csv"));
        command.Write("less.csv", Csv(4).Replace("cancel#3,4.03\n", "").Replace("cancel#4,4.04\n", ""));
        var withheld = await RefusedAsync("rating: the values for both with opus-4.7 are not those of entry 5", () => RateAsync("low.csv", "less.csv"));
        withheld.ShouldContain("2 of 40 sessions of opus-4.7 have no rating, the first is cancel#3; expected a value for each, or `missing: leave_out` or `missing: worst`");
        (await RateAsync("low.csv", "high.csv")).Code.ShouldBe(0);

        // Another rubric is told of it, and judges as it says: without the pair, on both sides.
        command.Write("other.yaml", GateRuns.Rated.Replace("rubric: rated", "rubric: other").Replace("better: higher,", "better: higher, missing: leave_out,"));
        (await command.RunAsync("rubric", "publish", "--no-power", "other.yaml")).Code.ShouldBe(0);

        // The runs of these tests began before it was published: the ledger is written as if they had not.
        var ledger = Ledgers.Read(Ledger());
        WriteLedger([ledger.Entries[^1], .. ledger.Entries.Take(5)], ledger.Entries[0].At);

        var left = await GateAsync("other.yaml", "--json", "--number", "rating=low.csv,less.csv");
        left.Code.ShouldBe(0, left.ToString());
        left.Output.ShouldContain("rating rests on 38 of 40 pairs: 2 have no value on one side or both, and the rubric leaves them out.");
        left.Output.ShouldContain("rating: the values for both with opus-4.7 are not those of entry 6, SHA-256 ");
        left.Output.ShouldContain("These runs were judged once before, by 1 other rubric: adopt 1.");

        command.Write("typo.csv", "session,value\nbok_smyth,3\n");
        var typo = await RateAsync("typo.csv", "high.csv");
        typo.Code.ShouldBe(2, typo.ToString());
        typo.Diagnostics.ShouldContain("typo.csv:2");
        typo.Diagnostics.ShouldContain("did you mean \"book_smyth\"?");
        Verdicts().ShouldBe(["adopt", "adopt"]);
    }

    [Fact]
    public async Task Gate_AmountsInAnotherCurrency_AreRefused() => await RefusedAsync(
        "the rubric's amounts are in EUR and the runs' prices in USD; expected one currency.",
        () => GateAsync("euros.yaml"));

    [Fact]
    public async Task SelfTest_TheBaselineAgainstItself_SaysHowOftenItWouldBeAdoptedAndKeepsNothing()
    {
        var before = Ledger();
        var result = await command.RunAsync(
            "gate", "--rubric", "quick.yaml", "--baseline", runs["both"], "--baseline-target", "gpt-5.5", "--self-test",
            "--json");
        result.Code.ShouldBe(0, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        var test = json.RootElement.GetProperty("self_test");
        test.GetProperty("sessions").GetInt32().ShouldBe(40);
        test.GetProperty("adopted").GetDouble().ShouldBeLessThan(0.06);
        json.RootElement.GetProperty("pairs_of").GetString().ShouldBe("two repetitions of the same scripted session");
        Ledger().ShouldBe(before);
    }

    // Every byte of a rubric's file, every bit of it, and its complement: by the checks that the command makes, each is
    // either no rubric or not the published one.
    [Fact]
    public void Rubric_AnyByteFlipped_IsRefused()
    {
        var ledger = Ledgers.Read(Ledger());
        foreach (var name in new[] { "quick.yaml", "rated.yaml" })
        {
            var bytes = File.ReadAllBytes(command.Path(name));
            IsPublished(bytes).ShouldBeTrue();
            var missed = new List<string>();
            for (var at = 0; at < bytes.Length; at++)
            {
                var old = bytes[at];
                foreach (var bits in new byte[] { 1, 2, 4, 8, 16, 32, 64, 128, 255 })
                {
                    bytes[at] = (byte)(old ^ bits);
                    if (IsPublished(bytes))
                    {
                        missed.Add($"{name}: byte {at}, {old:x2} to {bytes[at]:x2}");
                    }
                }

                bytes[at] = old;
            }

            missed.ShouldBeEmpty();
        }

        bool IsPublished(byte[] bytes) => RubricReader.Read(InputFiles.Decode(bytes), "r.yaml").Rubric is { } rubric
            && PublicationChecks.Find(ledger, rubric, "r.yaml", "ledger.jsonl").Entry is not null;
    }

    public void Dispose() => command.Dispose();

    private Task<Command.Result> GateAsync(params string[] more) => command.RunAsync(
    [
        "gate", "--rubric", more is [{ } rubric, ..] && rubric.EndsWith(".yaml") ? rubric : "quick.yaml", "--baseline",
        runs["both"], "--baseline-target", "gpt-5.5", "--candidate", runs["both"], "--candidate-target", "opus-4.7",
        .. more.Where(word => !word.EndsWith(".yaml")),
    ]);

    // Exit code 5, the sentence, no data; and the ledger is as it was, however it was.
    private async Task<string> RefusedAsync(string says, Func<Task<Command.Result>> gate)
    {
        var before = Ledger();
        var result = await gate();
        result.Code.ShouldBe(5, result.ToString());
        result.Output.ShouldBeEmpty();
        result.Diagnostics.ShouldContain(says);
        result.Diagnostics.ShouldNotContain("   at ");
        Ledger().ShouldBe(before);
        return result.Diagnostics;
    }

    private void WriteLedger(IEnumerable<LedgerEntry> entries, DateTimeOffset at)
    {
        byte[] bytes = [];
        foreach (var entry in entries)
        {
            var before = Ledgers.Read(bytes);
            bytes = [.. bytes, .. entry.Rubric is { } rubric
                ? before.Next(rubric, at, null).Line
                : before.Next(entry.Verdict.ShouldNotBeNull(), at, null).Line];
        }

        File.WriteAllBytes(command.Path("ledger.jsonl"), bytes);
        command.Write("ledger.jsonl.head", Ledgers.Read(bytes).Head + "\n");
    }

    private byte[] Ledger() => File.ReadAllBytes(command.Path("ledger.jsonl"));

    private List<string> Verdicts() =>
    [
        .. Ledgers.Read(Ledger()).Entries.Select(entry => entry.Verdict).OfType<LedgerVerdict>()
            .Select(verdict => verdict.Outcome.ToString().ToLowerInvariant()),
    ];

    private static void Edit(string path, string edit)
    {
        var bytes = File.ReadAllBytes(path);
        switch (edit.Split(' '))
        {
            case ["flip", var at]:
                var place = at == "middle" ? bytes.Length / 2 : int.Parse(at);
                bytes[place < 0 ? bytes.Length + place : place] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            case ["cut", var count]:
                File.WriteAllBytes(path, count == "all" ? [] : bytes[..^int.Parse(count)]);
                break;
            case ["append"]:
                File.WriteAllBytes(path, [.. bytes, 0]);
                break;
            case ["nothing"]:
                break;
            default:
                using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
                {
                    connection.Open();
                    using var sql = connection.CreateCommand();
                    sql.CommandText = edit;
                    sql.ExecuteNonQuery();
                }

                break;
        }
    }

    private static class Ledgers
    {
        public static Ledger Read(byte[] bytes)
        {
            var (ledger, error) = Tollgate.Gate.Ledgers.Ledger.Read(bytes, "ledger.jsonl");
            return ledger.ShouldNotBeNull(error?.ToString());
        }
    }
}
