using Tollgate.Exchanges;
using Tollgate.Measures.Costs;

namespace Tollgate.Tests.Measures;

public class CostBookTests
{
    // 1 USD a million tokens in, 0.1 from the cache, 1.25 into it, 10 out.
    private static readonly Price Price = Recorded.Price;

    [Fact]
    public void Add_EveryKind_HasItsPrice()
    {
        var cost = Cost(1, Counted(new Usage(1_000_000, 2_000_000, 4_000_000, 100_000, 40_000)));
        cost.Total.ShouldBe(1 + 0.2m + 5 + 1);
        (cost.Estimated, cost.Uncounted).ShouldBe((0, 0));
        cost.Tokens.ShouldBe(new TokenKinds(1_000_000, 2_000_000, 4_000_000, 100_000, 40_000, 0, 0, 0));
    }

    [Theory]
    [InlineData(Outcome.Completed, 0, 0)]
    [InlineData(Outcome.Failed, 17, 0)]
    [InlineData(Outcome.Cancelled, 0, 17)]
    public void Add_AnAttemptThatCameToNothing_IsPaidAllTheSame(Outcome outcome, long failed, long cancelled)
    {
        var cost = Cost(1, Counted(new Usage(1, 2, 4, 10, 3)) with { Outcome = outcome });
        cost.Total.ShouldBe((1 + 0.2m + 5 + 100) / 1_000_000);
        cost.Tokens.ShouldBe(new TokenKinds(1, 2, 4, 10, 3, failed, cancelled, 0));
    }

    // Of a stream that was cut off 120 characters came: 30 tokens. What it had read is what its session's exchange
    // before had read and written, 1,200.
    [Theory]
    [InlineData(5L, null, 1230, 0)]
    [InlineData(5L, 1L, 29, 0)] // a stream that began with its count: only the output is not known
    [InlineData(5L, 30L, 0, 0)] // a stream whose count is whole
    [InlineData(6L, null, 0, 1)] // of another session nothing is known
    [InlineData(null, null, 0, 1)] // nor outside of one
    public void Add_AStreamThatWasCutOff_IsEstimated(long? session, long? counted, long estimated, long uncounted)
    {
        var cut = Recorded.Of(
            Recorded.At(100, characters: 40), Recorded.At(110, characters: 40), Recorded.At(120, characters: 40)) with
        {
            Turn = session is { } number ? new SessionTurn(number, 2) : null,
            Outcome = Outcome.Cancelled,
            Usage = counted is { } output ? new Usage(500, 0, 0, output, 0) : null,
        };
        var before = Counted(new Usage(200, 300, 500, 200, 0)) with { Turn = new SessionTurn(5, 1) };
        var cost = Cost(2, before, cut);
        var input = counted is null && estimated > 0 ? 1200 : 0;
        cost.Estimated.ShouldBe((input + ((estimated - input) * 10m)) / 1_000_000);
        cost.Total.ShouldBe(Cost(1, before).Total + cost.Estimated
            + (counted is { } tokens ? (500 + (tokens * 10m)) / 1_000_000 : 0));
        cost.PerSession.ShouldBe(cost.Total / 2);
        cost.Uncounted.ShouldBe(uncounted);
        var kinds = cost.Tokens.ShouldNotBeNull();
        kinds.Estimated.ShouldBe(estimated);
        kinds.OfCancelled.ShouldBe(estimated + (counted is { } known ? 500 + known : 0));
        kinds.Output.ShouldBe(200 + (counted ?? 0), "an estimate is no count");
    }

    // A prompt has tokens, and so has output that came: a count without either is not whole, and is never taken for it.
    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(100, 0, 1)]
    [InlineData(100, 1, 0)]
    public void Add_ACountOfOneSide_IsSaid(long input, long output, long uncounted)
    {
        var usage = new Usage(input, 0, 0, output, 0);
        var cost = Cost(1, Counted(usage));
        (cost.Uncounted, cost.Total).ShouldBe((uncounted, (input + (output * 10m)) / 1_000_000));

        // In a rehearsal what is missing is estimated: the input from the exchange before, the output from its text.
        var turn = new SessionTurn(5, 1);
        var estimated = Cost(1, Counted(new Usage(200, 0, 0, 50, 0)) with { Turn = turn }, Counted(usage) with { Turn = turn });
        (estimated.Uncounted, estimated.Tokens.ShouldNotBeNull().Estimated).ShouldBe((0, input == 0 ? 250 : output == 0 ? 2 : 0));
    }

    [Fact]
    public void Add_AStreamThatWasCutOffAfterSeveral_TakesTheLast()
    {
        var turn = new SessionTurn(5, 1);
        var cost = Cost(
            1, Counted(new Usage(100, 0, 0, 10, 0)) with { Turn = turn }, Counted(new Usage(400, 0, 0, 20, 0)) with { Turn = turn },
            Recorded.Completed(100) with { Turn = turn, Outcome = Outcome.Failed });
        cost.Tokens.ShouldNotBeNull().Estimated.ShouldBe(420 + 1);
        cost.Tokens.OfFailed.ShouldBe(421);
    }

    [Fact]
    public void Add_WhatWasCutOffBeforeItSaidAnything_CostsNothing()
    {
        var cost = Cost(0, Recorded.Of() with { Outcome = Outcome.Cancelled, Turn = new SessionTurn(1, 1) });
        (cost.Total, cost.Uncounted, cost.PerSession).ShouldBe((0, 0, null));
    }

    [Fact]
    public void ToCost_WithoutAPrice_IsNone() => new CostBook(null).ToCost(1).ShouldBeNull();

    private static Cost Cost(long sessions, params Exchange[] exchanges)
    {
        var book = new CostBook(Price);
        foreach (var exchange in exchanges)
        {
            book.Add(exchange);
        }

        return book.ToCost(sessions).ShouldNotBeNull();
    }

    private static Exchange Counted(Usage usage) => Recorded.Completed(100, 110) with { Usage = usage };
}
