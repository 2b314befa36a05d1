using Tollgate.Gate.Evidence;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Tests.Gate;

public class NumbersTests
{
    // What is in the file, and what is read of it: line, session, value.
    [Theory]
    [InlineData("session,value\ncall,4.5\ncall#2,-1e2\n", "2 call 4.5; 3 call#2 -100")]
    [InlineData("value,who,session\r\n4,ann,call\r\n\r\n5,bob,call\r\n", "2 call 4; 4 call 5")] // other columns and order, CRLF, an empty line
    [InlineData("\uFEFFsession,value\n call , 4 ", "2 call 4")] // a mark at the start, spaces, no last line end
    [InlineData("session,value\n\"a \"\"b\"\", c\",4\n", "2 a \"b\", c 4")] // quoted
    [InlineData("session,value\n17,0\n", "2 17 0")] // a task
    [InlineData("session,value\n\"two\nlines\",1\nx,2\n", "2 two\nlines 1; 4 x 2")] // lines inside of a field count
    public void Read_AFile_GivesItsRows(string text, string rows)
    {
        var read = NumberFile.Read(text, "marks.csv");
        read.Errors.ShouldBeEmpty();
        string.Join("; ", read.Numbers.ShouldNotBeNull().Rows.Select(row =>
            FormattableString.Invariant($"{row.Line} {row.Session} {row.Value}"))).ShouldBe(rows);
    }

    [Theory]
    [InlineData("", "marks.csv: the file is empty; expected a header with the columns `session` and `value`")]
    [InlineData("\n\n", "marks.csv: the file is empty; expected a header with the columns `session` and `value`")]
    [InlineData("session,value\n", "marks.csv: the file holds no values; expected a line a value")]
    [InlineData("call,4\n", "marks.csv:1: there is no column `session`; found \"call\", \"4\"; expected a header such as session,value | marks.csv:1: there is no column `value`; found \"call\", \"4\"; expected a header such as session,value")]
    [InlineData("sesion,value\ncall,4\n", "marks.csv:1: there is no column `session`; found \"sesion\", \"value\"; is \"sesion\" meant?")]
    [InlineData("session;value\ncall;4\n", "marks.csv:1: there is no column `session`; found \"session;value\"; expected a header such as session,value | marks.csv:1: there is no column `value`; found \"session;value\"; expected a header such as session,value")]
    [InlineData("session,value,value\ncall,4,5\n", "marks.csv:1: the column `value` is there 2 times; expected it once")]
    [InlineData("session,value\ncall,NaN\n", "marks.csv:2: found NaN for \"call\"; expected a finite number")]
    [InlineData("session,value\ncall,1e999\n", "marks.csv:2: found 1e999 for \"call\"; expected a finite number")]
    [InlineData("session,value\ncall,1e308\n", "marks.csv:2: found 1e308 for \"call\"; expected a number of at most 1e+15, above or below zero")]
    [InlineData("session,value\ncall,-Infinity\n", "marks.csv:2: found -Infinity for \"call\"; expected a finite number")]
    [InlineData("session,value\ncall,good\n", "marks.csv:2: found \"good\" for \"call\"; expected a number such as 4.5")]
    [InlineData("session,value\ncall,\"4,5\"\n", "marks.csv:2: found \"4,5\" for \"call\"; expected a number such as 4.5")]
    [InlineData("session,value\ncall,1\ncall\n", "marks.csv:3: found no value for \"call\"; expected a number, or no line at all")]
    [InlineData("session,value\n,4\n", "marks.csv:2: found no session; expected a call's name, or a task's number")]
    [InlineData("session,value\ncall,x\ncall,4\nbill,y\n", "marks.csv:2: found \"x\" for \"call\"; expected a number such as 4.5 | marks.csv:4: found \"y\" for \"bill\"; expected a number such as 4.5")]
    [InlineData("session,value\n\"a\"b,4\n", "marks.csv:2: a quotation mark stands where none may; expected it around a whole field, and doubled inside of one")]
    public void Read_AWrongFile_SaysWhereAndWhat(string text, string errors)
    {
        var read = NumberFile.Read(text, "marks.csv");
        read.Numbers.ShouldBeNull();
        string.Join(" | ", read.Errors).ShouldBe(errors);
    }

    [Fact]
    public void Read_AFileOfSomethingElse_SaysSoOnceOrTwenty() =>
        NumberFile.Read("session,value\n" + string.Concat(Enumerable.Repeat("a,b\n", 1000)), "marks.csv")
            .Errors.Count.ShouldBe(20);

    [Fact]
    public void Attach_SeveralRowsOfASession_AreSeveralValues()
    {
        var attached = Attach(Side(["x"], Session(0, "call", 0), Session(1, "call", 1), Session(2, "bill", 0)),
            "session,value\ncall,4\ncall#1,5\ncall#1,2\n");
        attached.Errors.ShouldBeEmpty();
        var evidence = attached.Evidence.ShouldNotBeNull();
        evidence.Figures.ShouldBe(["first_token_ms", "mark"], ignoreOrder: true);
        evidence.Sessions[0].Values["mark"].ShouldBe([4]);
        evidence.Sessions[1].Values["mark"].ShouldBe([5, 2]);
        evidence.Sessions[1].Sums["mark"].ShouldBe(new ScoreCount(7, 2));
        evidence.Sessions[1].Values["first_token_ms"].ShouldBe([1], "what was there stays");
        evidence.Sessions[2].Values.Keys.ShouldNotContain("mark");
    }

    [Theory]
    [InlineData("cal#1", "the run has no session \"cal#1\" with a; did you mean \"call#1\"?")]
    [InlineData("call#0", "the run has no session \"call#0\" with a; did you mean \"call#1\"?")]
    [InlineData("greeting", "the run has no session \"greeting\" with a; expected one such as \"call\"")]
    public void Attach_AnUnknownSession_NamesTheNearest(string session, string error) =>
        Attach(Side(["x"], Session(0, "call", 0), Session(1, "call", 1)), $"session,value\ncall,1\n{session},4\n")
            .Errors.Select(one => one.ToString()).ShouldBe([$"marks.csv:3: {error}"]);

    [Fact]
    public void Attach_ToTasks_GoesByTheirNumbers() =>
        Attach(Side(["x"], Session(16, "", 0), Session(17, "", 0)), "session,value\n17,4\n").Evidence
            .ShouldNotBeNull().Sessions[1].Sums["mark"].ShouldBe(new ScoreCount(4, 1));

    [Fact]
    public void Attach_ToSeveralRuns_WantsTheRunsName()
    {
        var side = Side(["x", "y"], Session(0, "call", 0), Session(SessionIds.Id(1, 0), "call", 0),
            Session(SessionIds.Id(1, 1), "bill", 0));
        Attach(side, "session,value\ncall,4\n").Errors.ShouldHaveSingleItem().ToString()
            .ShouldBe("marks.csv:2: \"call\" is in 2 of the runs; expected the run's name before it, such as \"x:call\"");
        var evidence = Attach(side, "session,value\ny:call,4\nbill,5\n").Evidence.ShouldNotBeNull();
        evidence.Sessions.Select(session => session.Sums.GetValueOrDefault("mark").Sum).ShouldBe([0, 4, 5]);
    }

    [Fact]
    public void Attach_ANameThatTheRunsHold_IsRefused() =>
        EvidenceNumbers.Attach(Side(["x"], Session(0, "call", 0)), "first_token_ms", Numbers("session,value\ncall,4\n"))
            .Errors.ShouldHaveSingleItem().Message
            .ShouldBe("the runs hold \"first_token_ms\" themselves; expected another name for the number");

    // The reference is `printf 'bill\t5\ncall\t-0.1\ncall\t4\n' | sha256sum`: by session, then by value.
    [Theory]
    [InlineData("call,4\nbill,5\ncall,-0.1\n", true)]
    [InlineData("bill,5.0\ncall,-1e-1\ncall,4\n", true)] // another order, and other words for the same values
    [InlineData("bill,5\ncall,-0.1\ncall,4.000000000000001\n", false)]
    [InlineData("bill,5\ncall,-0.1\n", false)] // one withheld
    [InlineData("bill,5\nbill,-0.1\ncall,4\n", false)] // of another session
    public void Attach_ValuesOfARun_HaveTheDigestOfTheirMeaning(string rows, bool same)
    {
        var evidence = Attach(Side(["x"], Session(0, "call", 0), Session(2, "bill", 0)), "session,value\n" + rows)
            .Evidence.ShouldNotBeNull();
        (evidence.Numbers.ShouldHaveSingleItem().Digest == "31861e41f3ca8296ed5d603dbd1cc5ddc8e16fd91ace0755e23e97d18198769b").ShouldBe(same);
    }

    // A run's digest is its own: more runs, more digests, and the first run's stays.
    [Fact]
    public void Attach_ToSeveralRuns_HasADigestForEach()
    {
        var one = Attach(Side(["x"], Session(0, "call", 0)), "session,value\ncall,4\n").Evidence.ShouldNotBeNull();
        var two = Attach(
            Side(["x", "y"], Session(0, "call", 0), Session(SessionIds.Id(1, 0), "call", 0)),
            "session,value\ny:call,5\nx:call,4\n").Evidence.ShouldNotBeNull();
        two.Numbers.Select(number => number.Run).ShouldBe(["x", "y"]);
        two.Numbers[0].ShouldBe(one.Numbers[0]);
        two.Numbers[1].Digest.ShouldNotBe(two.Numbers[0].Digest);
    }

    private static NumberAttachment Attach(SideEvidence side, string text) =>
        EvidenceNumbers.Attach(side, "mark", Numbers(text));

    private static NumberFile Numbers(string text) => NumberFile.Read(text, "marks.csv").Numbers.ShouldNotBeNull();

    private static SessionEvidence Session(long id, string name, int repetition) => new()
    {
        Id = id,
        Name = name,
        Repetition = repetition,
        Values = new Dictionary<string, double[]> { ["first_token_ms"] = [1] },
        Sums = new Dictionary<string, ScoreCount>(),
    };

    private static SideEvidence Side(string[] runs, params SessionEvidence[] sessions) => new()
    {
        Target = "a",
        Runs = [.. runs.Select(run => (run, ""))],
        Sessions = sessions,
        Figures = new HashSet<string> { "first_token_ms" },
    };
}
