using System.Security.Cryptography;
using System.Text;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

public sealed class LedgerTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 15, 0, 123, TimeSpan.Zero);

    // Small forms: every byte of the ledger is flipped, and each flip verifies all of it.
    private static readonly LedgerRubric First = Of("first", "{\"rubric\":\"first\"}");
    private static readonly LedgerRubric Second = Of("second", "{\"rubric\":\"second\",\"wins\":1}");
    private static readonly LedgerVerdict Verdict = new()
    {
        RubricDigest = First.Digest,
        Baseline = "old \"model\", é",
        Candidate = "new",
        BaselineRuns = [("a", new string('1', 64)), ("b", new string('2', 64))],
        CandidateRuns = [("c", new string('3', 64))],
        Sessions = 312,
        Look = 2,
        Outcome = VerdictOutcome.Inconclusive,
    };

    private static readonly LedgerNumber Mark = new("mark", "new", new string('3', 64), new string('7', 64));

    private static readonly LedgerRun Run = new()
    {
        RubricDigest = First.Digest,
        Publication = 1,
        Command = "rehearse",
        Suite = "salon",
        SuiteDigest = new string('4', 64),
        Targets = ["old \"model\", é", "new"],
        Seed = 9_007_199_254_740_991,
        Part = 2,
        Sessions = 312,
    };

    private readonly ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly SigningKey key;

    public LedgerTests() => key = SigningKey.Read(ecdsa.ExportECPrivateKeyPem()).Key.ShouldNotBeNull();

    [Fact]
    public void Read_NoBytes_IsALedgerWithoutEntries()
    {
        var ledger = Read([]).ShouldNotBeNull();
        (ledger.Entries.Count, ledger.Length, ledger.TornBytes).ShouldBe((0, 0, 0));
        ledger.Head.ShouldBe(new LedgerHead(0, new string('0', 64)));
    }

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        var bytes = Sample();
        var ledger = Read(bytes).ShouldNotBeNull();
        ledger.Length.ShouldBe(bytes.Length);
        ledger.Entries.Select(entry => (entry.Seq, entry.At)).ShouldBe(
            [(1, Start), (2, Start), (3, Start.AddMilliseconds(1)), (4, Start.AddDays(1)), (5, Start.AddDays(1)), (6, Start.AddDays(1))]);
        ledger.Entries.Select(entry => entry.Rubric).ShouldBe([First, Second, null, Second, null, null]);
        ledger.Entries.Select(entry => entry.PublicKey).ShouldBe([null, null, key.PublicKey, key.PublicKey, null, key.PublicKey]);
        var run = ledger.Entries[4].Run.ShouldNotBeNull();
        run.Targets.ShouldBe(Run.Targets);
        (run with { Targets = Run.Targets }).ShouldBe(Run);
        ledger.Entries[5].Verdict.ShouldNotBeNull().Registered.ShouldBe([(new string('3', 64), 5L)]);
        ledger.Entries[2].Verdict.ShouldNotBeNull().Registered.ShouldBeEmpty();
        ledger.Entries[5].Verdict.ShouldNotBeNull().Numbers.ShouldBe([Mark]);
        var verdict = ledger.Entries[2].Verdict.ShouldNotBeNull();
        verdict.BaselineRuns.ShouldBe(Verdict.BaselineRuns);
        verdict.CandidateRuns.ShouldBe(Verdict.CandidateRuns);
        (verdict with
        {
            BaselineRuns = Verdict.BaselineRuns, CandidateRuns = Verdict.CandidateRuns, Registered = Verdict.Registered,
            Numbers = Verdict.Numbers,
        }).ShouldBe(Verdict);
        ledger.Publication(Second.Digest)!.Seq.ShouldBe(2); // It was just published.
        ledger.Publication(new string('0', 64)).ShouldBeNull();
        ledger.LastNamed("second")!.Seq.ShouldBe(4); // The same.
    }

    [Fact]
    public void Line_IsInTheOrderThatIsPublished()
    {
        var lines = Encoding.ASCII.GetString(Sample()).Split('\n');
        var zeros = new string('0', 64);
        var body = $$"""{"seq":1,"at":"2026-03-02T09:15:00.123Z","kind":"rubric","name":"first","digest":"{{First.Digest}}","text_digest":"{{First.TextDigest}}","canonical":{"rubric":"first"},"previous":"{{zeros}}" """.TrimEnd();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(body)));
        lines[0].ShouldBe(body + ",\"hash\":\"" + hash + "\"}");

        // Another implementation of the signature's form: the key itself, over what stands before it.
        var at = lines[2].IndexOf(",\"public_key\"", StringComparison.Ordinal);
        var signature = Convert.FromHexString(lines[2].Split("\"signature\":\"")[1][..128]);
        ecdsa.VerifyData(Encoding.ASCII.GetBytes(lines[2][..at]), signature, HashAlgorithmName.SHA256).ShouldBeTrue();
        lines[2].ShouldContain("\"kind\":\"verdict\",\"rubric_digest\":\"");
        lines[2].ShouldContain("\"sessions\":312,\"look\":2,\"outcome\":\"inconclusive\",\"previous\":\"");
        lines[4].ShouldContain($"\"kind\":\"run\",\"rubric_digest\":\"{First.Digest}\",\"publication\":1,\"command\":\"rehearse\",\"suite\":\"salon\",\"suite_digest\":\"{Digest('4')}\",\"targets\":[\"old \\u0022model\\u0022, \\u00E9\",\"new\"],\"seed\":9007199254740991,\"part\":2,\"sessions\":312,\"previous\":\"");
    }

    [Fact]
    public void Read_WithAnyByteFlipped_IsBroken()
    {
        var bytes = Sample();
        byte[] values = [(byte)'\n', (byte)' ', (byte)'}', 0xFF];
        for (var at = 0; at < bytes.Length; at++)
        {
            var right = bytes[at];
            foreach (var value in values.Append((byte)(right ^ 1)).Append((byte)(right ^ 0x20)).Where(one => one != right))
            {
                bytes[at] = value;
                Ledger.Read(bytes, "l").Ledger.ShouldBeNull($"byte {at}, {right} made {value}");
            }

            bytes[at] = right;
        }

        Read(bytes).ShouldNotBeNull();
    }

    [Fact]
    public void Read_WithAnyByteCutOutOrPutIn_IsBroken()
    {
        var bytes = Sample();
        for (var at = 0; at < bytes.Length - 1; at++)
        {
            Ledger.Read([.. bytes[..at], .. bytes[(at + 1)..]], "l").Ledger.ShouldBeNull($"without byte {at}");
            Ledger.Read([.. bytes[..at], (byte)' ', .. bytes[at..]], "l").Ledger.ShouldBeNull($"a space at {at}");
        }
    }

    [Fact]
    public void Read_CutAnywhereInTheLastLine_IsTornAndTheNextEntryTakesItsPlace()
    {
        foreach (var count in new[] { 1, 3, 4, 5, 6 })
        {
            var bytes = Sample(count);
            var start = bytes.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1;
            for (var length = start; length < bytes.Length; length++)
            {
                var ledger = Read(bytes[..length]).ShouldNotBeNull($"cut at {length}");
                (ledger.Entries.Count, ledger.Length, ledger.TornBytes).ShouldBe((count - 1, start, length - start));
                Read([.. bytes[..ledger.Length], .. ledger.Next(First, Start.AddDays(2), null).Line])!
                    .Entries.Count.ShouldBe(count); // It verifies.
            }
        }
    }

    // What stands after the last of four lines and is no start of the fifth entry.
    [Theory]
    [InlineData("{", true)] // Right.
    [InlineData("{\"seq\":5,\"at\":\"2026", true)] // Right.
    [InlineData("{\"seq\":5,\"at\":\"2026\",\"kind\":\"rubric\",\"name\":\"a", true)] // Right.
    [InlineData("{\"seq\":5,\"at\":\"2026\",\"name\":\"a", false)] // Its kind is left out.
    [InlineData("{\"seq\":4", false)]
    [InlineData("{ ", false)]
    [InlineData("x", false)]
    [InlineData("{\"seq\":5,\"at\":\"2026\",\"kind\":\"rubric\"}", false)] // It is whole, and no entry.
    [InlineData("{\"seq\":5,\"at\":\"2026\",\"kind\":\"rubric\",]", false)]
    [InlineData("\r", false)]
    public void Read_ATail_IsTornOnlyWhereItIsTheStartOfAnEntry(string tail, bool torn) =>
        (Read([.. Sample(4), .. Encoding.ASCII.GetBytes(tail)]) is not null).ShouldBe(torn);

    // Entries whose hashes are right, by somebody who can work hashes out: the chain and the contents still tell.
    [Theory]
    [InlineData("\"seq\":2", "\"seq\":3", "found entry 3; expected entry 2")]
    [InlineData("2026-03-02", "2026-03-01", null)] // A clock was wrong: the order of the entries stands.
    [InlineData("\"name\":\"second\"", "\"name\":\"third\"", "the rubric's name is not that in its canonical form")]
    [InlineData("\"wins\":1", "\"wins\":0", "the rubric's digest is not that of its canonical form")]
    [InlineData("\"seq\":2", "\"seq\": 2", "found what no ledger holds")]
    [InlineData("\"kind\":\"rubric\"", "\"kind\":\"rubrik\"", "found what no ledger holds")]
    [InlineData("\"name\"", "\"more\":1,\"name\"", "found what no ledger holds")]
    [InlineData("PREVIOUS", "0000000000000000000000000000000000000000000000000000000000000000", "the entry does not follow the one before it")]
    [InlineData("\"wins\":1", "\"wins\":\"\\ud800\"", "the rubric's digest")]
    [InlineData("\"name\":\"second\"", "\"name\":\"\\ud800\"", "found what no ledger holds")]
    [InlineData("\"seq\":2", "\"seq\":2", null)] // Nothing changed: right.
    public void Read_AForgedEntryWithItsOwnHash_IsBroken(string found, string put, string? says)
    {
        var lines = Encoding.ASCII.GetString(Unsigned()).Split('\n');
        var previous = lines[0].Split("\"hash\":\"")[1][..64];
        var body = lines[1][..lines[1].IndexOf(",\"hash\"", StringComparison.Ordinal)];
        body = body.Replace(found.Replace("PREVIOUS", previous), put);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(body)));
        var result = Ledger.Read(Encoding.ASCII.GetBytes($"{lines[0]}\n{body},\"hash\":\"{hash}\"}}\n"), "l.jsonl");
        (result.Error is null).ShouldBe(says is null);
        if (says is not null)
        {
            result.Error!.ToString().ShouldStartWith("l.jsonl:2: the ledger is broken: "); // Says is what it says.
            result.Error.Message.ShouldContain(says);
        }
    }

    [Fact]
    public void Read_ASignatureOfAnotherKeyOrEntry_IsBroken()
    {
        var line = Encoding.ASCII.GetString(Read([])!.Next(First, Start, key).Line); // No bytes are a ledger.
        var at = line.IndexOf(",\"public_key\"", StringComparison.Ordinal);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = SigningKey.Read(other.ExportPkcs8PrivateKeyPem()).Key;
        var foreign = line.Replace(key.PublicKey, stranger!.PublicKey); // It was just read.
        var body = foreign[..foreign.IndexOf(",\"hash\"", StringComparison.Ordinal)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(body)));
        var result = Ledger.Read(Encoding.ASCII.GetBytes($"{body},\"hash\":\"{hash}\"}}\n"), "l");
        result.Error!.Message.ShouldContain("signature is not that of its key"); // It is broken.
        at.ShouldBePositive();
    }

    [Fact]
    public void Next_WithAClockBehindTheLastEntry_AppendsAndTheStepShows()
    {
        var bytes = Sample();
        var ledger = Read(bytes).ShouldNotBeNull();
        ledger.ClockStep.ShouldBeNull();
        var (line, entry) = ledger.Next(First, Start.AddDays(-1), null);
        entry.At.ShouldBe(Start.AddDays(-1));
        var after = Read([.. bytes, .. line]).ShouldNotBeNull();
        after.ClockStep.ShouldNotBeNull().Entry.Seq.ShouldBe(7);
        after.ClockStep.ShouldNotBeNull().Before.Seq.ShouldBe(6);
    }

    // What the entries are dated, in hours, with the clock at ten; and since when each of them stands.
    [Theory]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("1 2 1", "1 2 2")] // Backdated: no earlier than the one in front of it.
    [InlineData("1 99 3", "1 1 3")] // A clock in the future says nothing.
    [InlineData("99 3", "99 3")] // With no other, its own time has to do.
    [InlineData("5 99 3 4 7", "5 5 5 5 7")]
    public void EffectiveTime_OfEachEntry_NeverGoesBack(string hours, string expected)
    {
        byte[] bytes = [];
        foreach (var hour in hours.Split(' '))
        {
            bytes = [.. bytes, .. Read(bytes).ShouldNotBeNull().Next(First, Start.AddHours(int.Parse(hour)), null).Line];
        }

        var ledger = Read(bytes).ShouldNotBeNull();
        ledger.Entries.Select(entry => (ledger.EffectiveTime(entry, Start.AddHours(10)) - Start).TotalHours)
            .ShouldBe(expected.Split(' ').Select(double.Parse));
    }

    [Fact]
    public void CutOff_AgainstAHead_IsNullWhereTheEntryIsThere()
    {
        var bytes = Sample();
        var ledger = Read(bytes).ShouldNotBeNull();
        var heads = ledger.Entries.Select(static entry => entry.Head).ToList();
        heads.ShouldAllBe(head => ledger.CutOff(head, "it") == null);
        ledger.CutOff(new LedgerHead(0, Ledger.NoHash), "it").ShouldBeNull();
        ledger.CutOff(heads[3] with { Hash = heads[2].Hash }, "it")
            .ShouldBe("entries were cut off or replaced: entry 4 has another hash than it names");
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            // A cut in the last line leaves a ledger that verifies; it is no longer the one that had this head.
            if (Ledger.Read(bytes.AsSpan()[..^cut], "l").Ledger is { } shorter)
            {
                shorter.CutOff(ledger.Head, "it").ShouldStartWith("entries were cut off: it ends at entry ", customMessage: $"cut {cut}");
            }
        }
    }

    [Theory]
    [InlineData("3:HASH", true)]
    [InlineData("HASH", false)]
    [InlineData("0:HASH", false)]
    [InlineData("-3:HASH", false)]
    [InlineData("3:HASH0", false)]
    [InlineData("3:HASH:", false)]
    [InlineData("3: HASH", false)]
    [InlineData("3:9F2B", false)]
    [InlineData("", false)]
    public void Parse_AHead_TakesNumberAndHashAlone(string text, bool right)
    {
        var written = text.Replace("HASH", Digest('a'));
        LedgerHead.Parse(written)?.ToString().ShouldBe(right ? written : null);
        (LedgerHead.Parse(written) is not null).ShouldBe(right);
    }

    // Who must sign: k is the publisher's key, j a job's, - nobody; R a rubric, V a verdict; and the entry that is
    // refused.
    [Theory]
    [InlineData("kR kV", 0)]
    [InlineData("kR jV", 0)]
    [InlineData("kR -V", 2)] // Anybody can work out the hash of an unsigned one.
    [InlineData("kR kV -V kV", 3)]
    [InlineData("-R", 1)]
    [InlineData("jR", 1)] // A job's key publishes nothing.
    [InlineData("-V kR kV", 0)] // In front of the first signed one there may be others.
    [InlineData("-V -R kR", 2)]
    public void Stranger_InALedger_IsTheFirstEntryWithoutItsSignature(string entries, int refused)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var job = SigningKey.Read(other.ExportPkcs8PrivateKeyPem()).Key.ShouldNotBeNull();
        byte[] bytes = [];
        foreach (var entry in entries.Split(' '))
        {
            var before = Read(bytes).ShouldNotBeNull();
            var signer = entry[0] switch { 'k' => key, 'j' => job, _ => null };
            bytes = [.. bytes, .. entry[1] == 'R' ? before.Next(First, Start, signer).Line : before.Next(Verdict, Start, signer).Line];
        }

        var ledger = Read(bytes).ShouldNotBeNull();
        (LedgerSignatures.Stranger(ledger, key.PublicKey, [key.PublicKey, job.PublicKey])?.Seq ?? 0).ShouldBe(refused);
    }

    // A line without what came later, and one that ends with a time: all that is optional left out.
    [Fact]
    public void Read_ARunWithoutASuite_GivesItBackAndIsTornInEveryPlace()
    {
        var bare = Run with { Suite = null, SuiteDigest = null, Sessions = null };
        var line = Read([])!.Next(bare, Start, null).Line; // No bytes are a ledger.
        var read = Read(line).ShouldNotBeNull().Entries[0].Run.ShouldNotBeNull();
        (read with { Targets = bare.Targets }).ShouldBe(bare);
        Encoding.ASCII.GetString(line).ShouldNotContain("suite");
        for (var length = 0; length < line.Length; length++)
        {
            Read(line[..length]).ShouldNotBeNull($"cut at {length}").TornBytes.ShouldBe(length);
        }
    }

    [Fact]
    public void Of_ARubricThatWasRead_VerifiesInALedger()
    {
        var rubric = RubricTexts.Read(RubricTexts.Good);
        var line = Read([])!.Next(LedgerRubric.Of(rubric), Start, key).Line; // No bytes are a ledger.
        Read(line)!.Publication(rubric.Digest)!.Rubric!.Canonical.ShouldBe(rubric.Canonical); // It verifies.
    }

    public void Dispose()
    {
        key.Dispose();
        ecdsa.Dispose();
    }

    private static Ledger? Read(byte[] bytes) => Ledger.Read(bytes, "l.jsonl").Ledger;

    private static LedgerRubric Of(string name, string form) => new(
        name, Tollgate.Gate.Reading.RubricForm.DigestOf(form), new string('9', 64), form);

    private static string Digest(char digit) => new(digit, 64);

    private static byte[] Unsigned()
    {
        var first = Read([])!.Next(First, Start, null).Line; // No bytes are a ledger.
        return [.. first, .. Read(first)!.Next(Second, Start, null).Line]; // It was just written.
    }

    // Unsigned and signed; rubrics, a run, and verdicts on registered runs and others; some at the same instant.
    private byte[] Sample(int count = 6)
    {
        byte[] bytes = [];
        var ledger = Read(bytes)!; // No bytes are a ledger.
        foreach (var next in new Func<Ledger, byte[]>[]
        {
            before => before.Next(First, Start, null).Line,
            before => before.Next(Second, Start.AddTicks(9), null).Line,
            before => before.Next(Verdict, Start.AddMilliseconds(1), key).Line,
            before => before.Next(Second, Start.AddDays(1), key).Line,
            before => before.Next(Run, Start.AddDays(1), null).Line,
            before => before.Next(Verdict with { Registered = [(new string('3', 64), 5)], Numbers = [Mark] }, Start.AddDays(1), key).Line,
        }.Take(count))
        {
            bytes = [.. bytes, .. next(ledger)];
            ledger = Read(bytes).ShouldNotBeNull();
        }

        return bytes;
    }
}
