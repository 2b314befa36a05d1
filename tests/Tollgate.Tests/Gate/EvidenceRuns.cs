using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Statistics;
using Tollgate.Tests.Measures;
using Tollgate.Tests.Runs;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Gate;

/// <summary>Run files of made-up exchanges and calls, for what the gate reads.</summary>
internal static class EvidenceRuns
{
    public const string MeasurePlan = """
        {"targets":[{"name":"a"}],"load":{"rate":"5/s","arrivals":"poisson"},"requests":200,"seed":1,"transport":"auto"}
        """;

    public const string RehearsalPlan = """
        {"suite":"desk","suite_digest":"abc","sessions":["call","bill"],"repeat":2,"seed":1,"concurrency":8,
         "rate_per_second":null,"hurry":1,"noise":null,"temperature":null,"post_call":true,"stand_in":"none"}
        """;

    public static readonly RunInfo Measured = RunFolder.Info with
    {
        Seed = 1,
        Targets = [Recorded.Target("a", Recorded.Price), Recorded.Target("b", Recorded.Price)],
        Configuration = RunConfigurationJson.Read(MeasurePlan, isRehearsal: false),
        Transport = "virtual",
        Stamp = StampSource.Virtual,
    };

    public static readonly RunInfo Rehearsed = Measured with
    {
        Configuration = RunConfigurationJson.Read(RehearsalPlan, isRehearsal: true),
        Suite = new SuiteInfo("desk", "abc", ""),
    };

    public static async Task<RunFile> WriteAsync(
        this RunFolder folder, RunInfo info, IEnumerable<Exchange> exchanges,
        IEnumerable<SessionRecord>? sessions = null, RunEnd? end = null)
    {
        var path = folder.NewPath();
        await using (var writer = RunWriter.TryCreate(path, info, TimeProvider.System, out var error).ShouldNotBeNull(error))
        {
            var id = 0;
            foreach (var exchange in exchanges)
            {
                writer.Issued(exchange.Target);
                writer.Ended(exchange with { Id = id++ });
            }

            foreach (var session in sessions ?? [])
            {
                writer.Ended(session);
            }

            await writer.CompleteAsync(end ?? new RunEnd("finished", true, []));
        }

        return RunFolder.Open(path);
    }

    /// <summary>A request of a call: completed, and as long as chance will have it.</summary>
    public static Exchange Request(long task, long session, int turn, RandomStream random, string target = "a")
    {
        var first = 1 + (400 * Math.Exp(0.3 * random.NextGaussian()));
        return Recorded.Completed([.. Enumerable.Range(0, 12).Select(i => first + (i * 20) + (5 * random.NextDouble()))])
            .After(task * 1000) with
            {
                TaskId = task,
                Target = target,
                Turn = new SessionTurn(session, turn),
                Usage = new Usage(300 + task, 50, 0, 12, 0),
            };
    }

    public static Transcript Call(
        long session, IReadOnlyList<TurnTiming> turns, SessionEnding ending = SessionEnding.Finished, string target = "a",
        string name = "call", int repetition = 0) => new()
        {
            Suite = "desk",
            Session = name,
            SessionId = session,
            Repetition = repetition,
            Target = target,
            Ending = ending,
            Entries = [.. turns.Select(turn => new CallerSaid("hello", "hello", SpeechKind.Line) { Turn = turn.Turn })],
            Turns = turns,
            LengthNs = Recorded.Ns(60_000 + (session * 100)),
        };

    public static TurnTiming Turn(int turn, double perceivedMs) => new()
    {
        Turn = turn,
        SpeechStartNs = 0,
        SpeechEndNs = Recorded.Ns(1000),
        AudibleNs = Recorded.Ns(1000 + perceivedMs),
        FirstTokenNs = Recorded.Ns(perceivedMs / 2),
        FirstClauseNs = Recorded.Ns(perceivedMs / 1.5),
        DeadAirNs = Recorded.Ns(perceivedMs + 1),
        Underruns = (int)perceivedMs % 2,
        Parts = new TurnParts(0, 0, 0, Recorded.Ns(perceivedMs / 2), 0, 0, Recorded.Ns(perceivedMs), 0),
    };

    public static SessionRecord Scored(Transcript transcript, params (string Name, double Sum, double Count)[] scores) =>
        new(transcript, scores.ToDictionary(score => score.Name, score => (score.Sum, score.Count, 0.0)));
}
