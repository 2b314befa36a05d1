using Microsoft.Data.Sqlite;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Tests.Runs;

public sealed class SessionRowsTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Fact]
    public async Task Sessions_ThatWereWritten_AreReadBack()
    {
        SessionRecord[] written = [Session(2, "b"), Session(7, "a"), Session(1, "a"), Session(2, "a", scored: false)];
        using var file = RunFolder.Open(await WriteAsync(written, new SuiteInfo("desk", "abc", "suite: desk\n# é 日")));

        var read = file.Sessions().ToList();
        read.Select(one => (one.Transcript.Target, one.Transcript.SessionId)).ShouldBe(
            [("a", 1), ("a", 2), ("a", 7), ("b", 2)], "by target, as the run has them, and number");
        foreach (var record in read)
        {
            var same = written.Single(one => one.Transcript.Target == record.Transcript.Target
                && one.Transcript.SessionId == record.Transcript.SessionId);
            TranscriptJson.Write(record.Transcript).ShouldBe(TranscriptJson.Write(same.Transcript));
            record.Scores.ShouldBe(same.Scores, ignoreOrder: true);
        }

        file.Info.Suite.ShouldBe(new SuiteInfo("desk", "abc", "suite: desk\n# é 日"));
        file.Sessions().Count().ShouldBe(4, "it can be read anew");
    }

    [Fact]
    public async Task Transcript_ReadBack_IsWhole()
    {
        using var file = RunFolder.Open(await WriteAsync([Session(1, "a")]));
        var transcript = file.Sessions().ShouldHaveSingleItem().Transcript;
        transcript.Ending.ShouldBe(SessionEnding.OffScript);
        transcript.Entries.Select(entry => entry.GetType()).ShouldBe(
            [typeof(CallerSaid), typeof(AgentSaid), typeof(ToolRan), typeof(HandedOver), typeof(ExchangeFailed)]);
        transcript.Entries.OfType<CallerSaid>().Single().Heard.ShouldBe("grüße \0 '); DROP TABLE sessions; --");
        transcript.Entries.OfType<ToolRan>().Single().Changes.ShouldBe([new RecordChange("t", "k", null, "{}")]);
        transcript.Turns.ShouldHaveSingleItem().Parts.ToolRunNs.ShouldBe(8);
        transcript.PostCall.ShouldBe(new PostCallAnswer("{}", 9));
        transcript.Planted.ShouldBe([new PlannedFault(1, "wrong_value", "name")]);
        transcript.Seed.ShouldBe(ulong.MaxValue);
    }

    [Fact]
    public async Task Run_WithoutSessions_HasNone()
    {
        using var file = RunFolder.Open(await folder.WriteAsync([RunFolder.Exchange(0)]));
        file.Sessions().ShouldBeEmpty();
        file.Info.Suite.ShouldBeNull();
    }

    [Theory]
    [InlineData("UPDATE sessions SET transcript = substr(transcript, 1, 40)")] // cut off
    [InlineData("UPDATE sessions SET transcript = 'null'")]
    [InlineData("UPDATE sessions SET transcript = '{}'")] // nothing that it needs
    [InlineData("UPDATE sessions SET transcript = replace(transcript, 'caller_said', 'sang')")] // no such entry
    [InlineData("UPDATE sessions SET transcript = replace(transcript, 'off_script', 'dropped')")] // no such ending
    [InlineData("DROP TABLE session_scores")]
    public async Task Sessions_OfADamagedFile_AreASentence(string damage)
    {
        var path = await WriteAsync([Session(1, "a"), Session(2, "a")]);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = damage;
            command.ExecuteNonQuery();
        }

        using var file = RunFolder.Open(path);
        Should.Throw<RunFileException>(() => file.Sessions().ToList()).Message
            .ShouldStartWith($"{path}: the run file is truncated or damaged (");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A session with one of everything.</summary>
    internal static SessionRecord Session(long id, string target, bool scored = true) => new(
        new Transcript
        {
            Suite = "desk",
            Session = "call",
            SessionId = id,
            Repetition = 3,
            Target = target,
            Seed = ulong.MaxValue,
            Noise = 0.15,
            Ending = SessionEnding.OffScript,
            EndingWhy = "Why.",
            LengthNs = 60_000_000_000,
            Entries =
            [
                new CallerSaid("said", "grüße \0 '); DROP TABLE sessions; --", SpeechKind.BargeIn)
                {
                    Turn = 1, AtNs = 1, UntilNs = 2, Steps = ["1"], Interims = ["g"],
                },
                new AgentSaid("front", "text", "te", 4) { Turn = 1, Interrupted = true },
                new ToolRan("front", "c", "find", "{", ToolStatus.TimedOut, "{}", 4)
                {
                    Turn = 1, Changes = [new RecordChange("t", "k", null, "{}")], LaterJson = "{}",
                },
                new HandedOver("front", "bills", "c") { Turn = 1 },
                new ExchangeFailed("bills", "status 500", 5) { Turn = 1 },
            ],
            Turns = [new TurnTiming { Turn = 1, SpeechStartNs = 1, SpeechEndNs = 2, Parts = new(1, 2, 3, 4, 5, 6, 7, 8) }],
            PostCall = new PostCallAnswer("{}", 9),
            Planted = [new PlannedFault(1, "wrong_value", "name")],
        },
        scored
            ? new Dictionary<string, (double, double, double)> { ["tool_arguments"] = (1.5, 2, 0), ["goals"] = (0, id, 1) }
            : new Dictionary<string, (double, double, double)>());

    private async Task<string> WriteAsync(IEnumerable<SessionRecord> sessions, SuiteInfo? suite = null)
    {
        var path = folder.NewPath();
        var info = RunFolder.Info with { Suite = suite ?? new SuiteInfo("desk", "abc", "") };
        await using var writer = RunWriter.TryCreate(path, info, TimeProvider.System, out var error).ShouldNotBeNull(error);
        foreach (var session in sessions)
        {
            writer.Ended(session);
        }

        await writer.CompleteAsync(new RunEnd("finished", true, []));
        return path;
    }
}
