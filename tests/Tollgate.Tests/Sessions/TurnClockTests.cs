using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Tollgate.Sessions.Phone;
using Tollgate.Time;
using Tollgate.Transcripts;
using Outcome = Tollgate.Exchanges.Outcome;

namespace Tollgate.Tests.Sessions;

public class TurnClockTests
{
    private const long StallNs = 250_000_000;

    // One exchange as it came to pass: each number is the nanoseconds since the one before.
    private static readonly Gen<Passed> Exchanges =
        from before in Wait
        from retries in Gen.OneOf(Gen.Constant(0), Wait)
        from delay in Gen.OneOf(Gen.Constant(0), Wait)
        from first in Wait
        from gaps in (from gap in Wait from kind in Gen.Elements(Enum.GetValues<ArrivalKind>()) select (gap, kind)).ListOf()
        select new Passed(before, retries, delay, first, [.. gaps]);

    private static Gen<int> Wait => Gen.Choose(0, 400_000_000);

    [Fact]
    public void Parts_OfAnyTurn_AddUpToTheTimeToItsLastToken() =>
        Prop.ForAll(Exchanges.NonEmptyListOf().ToArbitrary(), passed =>
        {
            var clock = new CallClock(new MonotonicAxis(new VirtualTime()), 1);
            const long startNs = 1_000_000_000;
            var turn = new TurnClock(clock, startNs, StallNs);
            var atNs = startNs;
            foreach (var one in passed)
            {
                var exchange = one.At(atNs);
                turn.Enter(exchange, atNs + one.Before);
                atNs = exchange.Timeline.LastTokenNs!.Value; // There is always a first one.
            }

            turn.Parts.TotalNs.ShouldBe(atNs - startNs);
            var gaps = passed.SelectMany(one => one.Gaps).ToList();
            long Sum(ArrivalKind kind) => gaps.Where(gap => gap.Kind == kind).Sum(gap => (long)gap.Gap);
            turn.Parts.ShouldBe(new TurnParts(
                passed[0].Before, passed.Sum(one => (long)one.Retries), passed.Sum(one => (long)one.Delay),
                passed.Sum(one => (long)one.First), Sum(ArrivalKind.Reasoning), Sum(ArrivalKind.Tool),
                Sum(ArrivalKind.Text), passed.Skip(1).Sum(one => (long)one.Before)));
            turn.FirstTokenNs.ShouldBe(passed[0].First);
            turn.Stalls.ShouldBe(gaps.Count(gap => gap.Gap > StallNs));
            (turn.GapMs ?? -1).ShouldBe(gaps.Count > 0 ? gaps.Average(gap => gap.Gap / 1e6) : -1, 1e-6);
        }).QuickCheckThrowOnFailure();

    // An exchange that brought nothing has no part of its own; what comes after it takes up its time.
    [Fact]
    public void Parts_AfterAnExchangeWithoutATokenAddUpAsWell()
    {
        var turn = new TurnClock(new CallClock(new MonotonicAxis(new VirtualTime()), 1), 0, StallNs);
        var silent = new Passed(100, 0, 20, 0, []).At(0);
        turn.Enter(silent with { Timeline = silent.Timeline with { Arrivals = default } }, 100);
        turn.FirstTokenNs.ShouldBeNull();
        turn.FirstSentNs.ShouldBe(120);
        turn.Parts.TotalNs.ShouldBe(100);
        turn.Enter(new Passed(50, 0, 20, 300, [(10, ArrivalKind.Text)]).At(1000), 1050);
        turn.Parts.TotalNs.ShouldBe(1000 + 50 + 20 + 300 + 10);
        turn.FirstTokenNs.ShouldBe(300);
        turn.FirstSentNs.ShouldBe(120, "the turn's first exchange is the one that was sent first");
    }

    private sealed record Passed(int Before, int Retries, int Delay, int First, (int Gap, ArrivalKind Kind)[] Gaps)
    {
        public Exchange At(long ns)
        {
            var intendedNs = ns + Before + Retries;
            var atNs = intendedNs + Delay + First;
            var arrivals = new List<Arrival> { new(atNs, 1, ArrivalKind.Text, false, 0) };
            arrivals.AddRange(Gaps.Select(gap => new Arrival(atNs += gap.Gap, 1, gap.Kind, false, 0)));
            return new Exchange
            {
                Id = 0,
                Target = "t",
                TaskId = 0,
                Outcome = Outcome.Completed,
                Timeline = new Timeline
                {
                    IntendedNs = intendedNs,
                    SentNs = intendedNs + Delay,
                    OverNs = atNs,
                    Arrivals = arrivals.ToArray(),
                },
            };
        }
    }
}
