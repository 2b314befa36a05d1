using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Scores;
using Tollgate.Sessions;
using Tollgate.Sessions.StandIns;
using Tollgate.Simulator;
using Tollgate.Suites;
using Tollgate.Time;
using Tollgate.Transcripts;

namespace Tollgate.Conformance.Tests;

/// <summary>The suites under examples/: what they promise, and that a model that behaves gets through all of them.</summary>
public class ShippedSuiteTests
{
    private const int Verticals = 6;

    // Reading one takes a while, and every test wants all of them.
    private static readonly Lazy<IReadOnlyList<Suite>> All = new(() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(ReadmeTests.Root, "examples", "suites"), "*.yaml")
            .Order(StringComparer.Ordinal).Select(Read),
    ]);

    public static TheoryData<string> Names => [.. Directory
        .EnumerateFiles(Path.Combine(ReadmeTests.Root, "examples", "suites"), "*.yaml")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Suites_AreSixVerticalsOf37AgentsAnd90Tools()
    {
        All.Value.Count.ShouldBe(Verticals);
        All.Value.Sum(suite => suite.Agents.Count).ShouldBe(37);
        All.Value.Sum(suite => suite.Tools.Count).ShouldBeGreaterThanOrEqualTo(90);
        Of("healthcare").Tools.Count.ShouldBe(14);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Suite_HasTheCallsThatItPromises(string name)
    {
        var suite = Of(name);

        suite.Sessions.Count.ShouldBeGreaterThanOrEqualTo(25);
        (5 * Count(session => session.Missing.Count > 0)).ShouldBeGreaterThanOrEqualTo(suite.Sessions.Count);
        (3 * Count(session => session.ExpectedCalls.Any(call => Transfer.IsTransfer(call.Tool, out _))))
            .ShouldBeGreaterThanOrEqualTo(suite.Sessions.Count);
        suite.Sessions.Select(session => session.Noise).Distinct().ShouldBeSubsetOf([0, 0.05, 0.15, 0.25]);
        foreach (var noise in new[] { 0.05, 0.15, 0.25 })
        {
            Count(session => session.Noise == noise).ShouldBeGreaterThan(0, $"noise {noise}");
        }

        foreach (var kind in Enum.GetValues<ToolFaultKind>())
        {
            Count(session => session.Steps.Any(step => step.Faults.Any(fault => fault.Kind == kind)))
                .ShouldBeGreaterThan(0, kind.ToString());
        }

        Count(session => session.Steps.Any(step => step.BargeIn is not null)).ShouldBeGreaterThan(0);
        Count(session => session.Steps.Any(step => step.Backchannel is not null)).ShouldBeGreaterThan(0);
        Count(session => session.Steps.Any(step => step.Cut is { TrailsOff: false })).ShouldBeGreaterThan(0);
        Count(session => session.Steps.Any(step => step.Cut is { TrailsOff: true })).ShouldBeGreaterThan(0);
        suite.PostCall.ShouldNotBeNull();
        suite.Sessions.ShouldAllBe(session => session.Labels.Count == suite.PostCall.Questions.Count);

        int Count(Func<SuiteSession, bool> has) => suite.Sessions.Count(has);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Suite_PlayedByAModelThatBehaves_IsAllRightAndAsLongAsACall(string name)
    {
        var suite = Of(name);

        foreach (var transcript in Play(suite))
        {
            var session = suite.Sessions.First(one => one.Name == transcript.Session);
            var score = SessionScorer.Score(suite, session, transcript);
            transcript.Ending.ShouldBe(SessionEnding.Finished, $"{transcript.Session}: {transcript.EndingWhy}");
            transcript.Turns.Count.ShouldBeInRange(20, 40, transcript.Session);
            transcript.LengthNs!.Value.ShouldBeGreaterThanOrEqualTo(300_000_000_000, transcript.Session);
            Wrong(score).ShouldBeEmpty(transcript.Session);
            transcript.Turns.ShouldAllBe(turn => turn.Parts.TotalNs >= 0 && turn.DeadAirNs >= 0);
        }
    }

    internal static Suite Of(string name) => All.Value.First(suite =>
        suite.Name == name || suite.Name == name.Replace('-', '_'));

    private static IEnumerable<string> Wrong(SessionScore score) => score.Calls
        .Where(call => call.Counts && call.Verdict != CallVerdict.Right).Select(call => call.Reason)
        .Concat(score.Items.Where(item => item.Right == false).Select(item => $"{item.Score}, turn {item.Turn}: {item.Reason}"));

    private static List<Transcript> Play(Suite suite)
    {
        var time = new VirtualTime();
        var sink = new Sink();
        var runner = new RehearsalRunner(
            new RehearsalSettings
            {
                Suite = suite,
                Sessions = suite.Sessions,
                Targets =
                [
                    new Target
                    {
                        Name = "gpt-5.5",
                        Wire = "openai-chat",
                        Url = new Uri("http://simulated.invalid"),
                        Model = "gpt-5.5",
                    },
                ],
                Seed = 1,
                Concurrency = 30,
                StandIns = SpoilRates.None,
            },
            new SimulatedExchanger(time, ProfileSet.Default, 1), sink, sink, new MonotonicAxis(time));
        time.Run(() => (Task)runner.RunAsync(default));
        return sink.Transcripts;
    }

    private static Suite Read(string path)
    {
        var (suite, errors) = SuiteReader.Load(path);
        errors.ShouldBeEmpty();
        return suite.ShouldNotBeNull();
    }

    private sealed class Sink : IExchangeSink, ISessionSink
    {
        public List<Transcript> Transcripts { get; } = [];

        public void Issued(string target)
        {
        }

        public void Ended(Exchange exchange)
        {
        }

        public void Ended(Transcript transcript) => Transcripts.Add(transcript);
    }
}
