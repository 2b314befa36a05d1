using Tollgate.Transcripts;

namespace Tollgate.Tests.Transcripts;

public class TurnTimingsTests
{
    [Fact]
    public void Of_Entries_GivesOneATurnThatCanBeTimed()
    {
        var turns = TurnTimings.Of(
        [
            Agent(0, 0, 500), // the greeting is no turn
            Caller(1, 900, 2000),
            Agent(1, 2600, 3000),
            Tool(1, 3000, 3400),
            Agent(1, 4500, 5000),
            Caller(2, 5400, 6000),
            Agent(2, 6300, 6800) with { Interrupted = true },
            Caller(3, null, 7000), // when it began is not known
            Agent(3, 7200, null),
            Caller(4, 8000, 8500),
            Tool(4, 8600, 9000), // nothing was said
            Caller(5, 9000, null), // when it ended is not known
            Agent(5, 9900, 9950),
            Caller(6, 10_000, 10_500),
            Agent(6, null, 11_000), // nor when this began
        ]);

        turns.ShouldBe(
        [
            new TurnTiming
            {
                Turn = 1, SpeechStartNs = Ms(900), SpeechEndNs = Ms(2000), AudibleNs = Ms(2600), SpokenNs = Ms(5000),
                DeadAirNs = Ms(1500), // between what was said before the tools and after them
            },
            new TurnTiming
            {
                Turn = 2, SpeechStartNs = Ms(5400), SpeechEndNs = Ms(6000), AudibleNs = Ms(6300), SpokenNs = Ms(6800),
                DeadAirNs = Ms(300), Interrupted = true,
            },
            new TurnTiming
            {
                Turn = 3, SpeechStartNs = Ms(7000), SpeechEndNs = Ms(7000), AudibleNs = Ms(7200),
                DeadAirNs = Ms(200),
            },
        ]);
    }

    // A word of agreement during the reply is not what the reply answers.
    [Fact]
    public void Of_ABackchannel_MeasuresFromTheCallersLine() =>
        TurnTimings.Of([Caller(1, 0, 1000), Agent(1, 1800, 4000), Caller(1, 2500, 2900) with { Kind = SpeechKind.Backchannel }])
            .ShouldHaveSingleItem().SpeechEndNs.ShouldBe(Ms(1000));

    // The end of a turn that was cut in two is.
    [Fact]
    public void Of_AContinuation_MeasuresFromIt() =>
        TurnTimings.Of(
            [
                Caller(1, 0, 1000) with { Kind = SpeechKind.CutShort },
                Caller(1, 1500, 2000) with { Kind = SpeechKind.Continuation },
                Agent(1, 2400, 3000),
            ]).ShouldHaveSingleItem().SpeechEndNs.ShouldBe(Ms(2000));

    private static long Ms(long ms) => ms * 1_000_000;

    private static CallerSaid Caller(int turn, long? fromMs, long? toMs) => new("words", "words", SpeechKind.Line)
    {
        Turn = turn,
        AtNs = fromMs * 1_000_000,
        UntilNs = toMs * 1_000_000,
    };

    private static AgentSaid Agent(int turn, long? fromMs, long? toMs) => new("front", "words", "words", null)
    {
        Turn = turn,
        AtNs = fromMs * 1_000_000,
        UntilNs = toMs * 1_000_000,
    };

    private static ToolRan Tool(int turn, long fromMs, long toMs) =>
        new("front", "c", "find", "{}", ToolStatus.Answered, "{}", null)
        {
            Turn = turn,
            AtNs = Ms(fromMs),
            UntilNs = Ms(toMs),
        };
}
