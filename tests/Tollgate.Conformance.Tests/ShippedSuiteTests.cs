using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Sessions;
using Tollgate.Simulator.InProcess;
using Tollgate.Simulator.Oracles;
using Tollgate.Simulator.Profiles;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading;
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

        suite.Sessions.Count.ShouldBeGreaterThanOrEqualTo(26);
        (5 * Count(session => session.Brief.Wishes.Any(wish => wish.Missing is not null))).ShouldBeGreaterThanOrEqualTo(suite.Sessions.Count);
        (4 * Count(session => session.Brief.Wishes.Any(wish => wish.HandsOverTo is not null
                || (wish.Agents.Count > 0 && !wish.Agents.Contains(session.StartsWith)))))
            .ShouldBeGreaterThanOrEqualTo(suite.Sessions.Count);
        suite.Sessions.Select(session => session.Noise).Distinct().ShouldBeSubsetOf([0, 0.05, 0.15, 0.25]);
        foreach (var noise in new[] { 0.05, 0.15, 0.25 })
        {
            Count(session => session.Noise == noise).ShouldBeGreaterThan(0, $"noise {noise}");
        }

        Count(session => session.Brief.Faults.Count > 0).ShouldBeGreaterThan(4);
        Count(session => session.Brief.Interrupts.Count > 0).ShouldBeGreaterThan(0);
        Count(session => session.Brief.Backchannel is not null).ShouldBeGreaterThan(0);
        Count(session => session.Brief.Cuts.Count > 0).ShouldBeGreaterThan(0);
        Count(session => session.Brief.Wishes.Any(wish => wish.Change is not null)).ShouldBeGreaterThan(0);
        suite.PostCall.ShouldNotBeNull();

        int Count(Func<SuiteSession, bool> has) => suite.Sessions.Count(has);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Suite_PlayedByAModelThatBehaves_IsAllRight(string name)
    {
        var suite = Of(name);

        foreach (var transcript in Play(suite))
        {
            var session = suite.Sessions.First(one => one.Name == transcript.Session);
            var score = SessionScorer.Score(suite, session, transcript);
            transcript.Ending.ShouldBe(SessionEnding.Finished, $"{transcript.Session}: {transcript.EndingWhy}");
            transcript.Turns.Count.ShouldBeInRange(3, 40, transcript.Session);
            Wrong(score).ShouldBeEmpty(transcript.Session);
            transcript.Turns.ShouldAllBe(turn => turn.Parts.TotalNs >= 0 && turn.DeadAirNs >= 0);
        }
    }

    // Nobody is lost and nothing is charged, whoever calls and however a good agent leads the call. Tools that fail twice in
    // a row may leave one of a thousand callers without what he wanted.
    [Theory]
    [MemberData(nameof(Names))]
    public void AThousandDrawnCallers_WithAgentsThatBehave_AreAllServed(string name)
    {
        var suite = Of(name);
        var wrong = BriefDrawer.Draw(suite, 1_000, 2026).Select((session, i) => (session, Style: AgentStyle.All[i % AgentStyle.All.Count]))
            .AsParallel().AsOrdered().SelectMany(one =>
            {
                var transcript = OracleCall.Play(suite, one.session, one.Style, 7);
                var score = SessionScorer.Score(suite, one.session, transcript);
                return Wrong(score, one.Style)
                    .Concat(transcript.Ending == SessionEnding.Finished ? [] : [transcript.EndingWhy])
                    .Select(what => (Caller: one.session.Name, What: $"{one.session.Name} ({one.Style.Name}): {what}"));
            }).ToList();
        wrong.Select(one => one.Caller).Distinct().Count()
            .ShouldBeLessThanOrEqualTo(1, string.Join('\n', wrong.Select(one => one.What).Take(10)));
    }

    internal static Suite Of(string name) => All.Value.First(suite =>
        suite.Name == name || suite.Name == name.Replace('-', '_'));

    // Who reads a value back wrongly says what stands nowhere.
    private static IEnumerable<string> Wrong(SessionScore score, AgentStyle? style = null) => score.Calls
        .Where(call => call.Counts && call.Verdict != CallVerdict.Right).Select(call => call.Reason)
        .Concat(score.Items.Where(item => item.Right == false && !(style is { MisreadsOnce: true }
                && item.Score is FabricationsScore.Name or RefusalsOnMissingScore.Name
                    or AnswersWithoutLookupScore.Name))
            .Select(item => $"{item.Score}, turn {item.Turn}: {item.Reason}"));

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
                Oracles = new OracleFactory(InjectionRates.None),
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
