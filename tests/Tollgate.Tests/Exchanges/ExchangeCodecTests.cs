using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Tollgate.Exchanges.Codec;
using Tollgate.Statistics;
using Outcome = Tollgate.Exchanges.Outcome;

namespace Tollgate.Tests.Exchanges;

public class ExchangeCodecTests
{
    private static readonly ExchangeOrigin Origin = new() { Measurer = "m", Targets = ["a", "b"] };

    [Fact]
    public void TryDecode_WhatWasEncoded_IsTheSameWithoutTheReply() =>
        Prop.ForAll(Arbitraries.Exchanges, static exchanges =>
        {
            var decoder = new ExchangeDecoder(Origin);
            foreach (var exchange in exchanges)
            {
                decoder.TryDecode(Encode(exchange), out var again).ShouldBeTrue();
                Arbitraries.Spell(again.ShouldNotBeNull()).ShouldBe(Arbitraries.Spell(exchange with { Reply = Reply.Empty }));
            }
        }).QuickCheckThrowOnFailure();

    // Another clock: every instant moves, and no distance between two.
    [Fact]
    public void TryDecode_AnOriginWithAnotherClock_MovesEveryInstant()
    {
        var exchange = Sample();
        var decoder = new ExchangeDecoder(Origin with { ClockOffsetNs = -5_000 });
        decoder.TryDecode(Encode(exchange), out var moved).ShouldBeTrue();
        moved.ShouldNotBeNull().Timeline.IntendedNs.ShouldBe(exchange.Timeline.IntendedNs - 5_000);
        moved.Timeline.SentNs.ShouldBe(exchange.Timeline.SentNs - 5_000);
        moved.Timeline.EndNs.ShouldBe(exchange.Timeline.EndNs - 5_000);
        moved.Timeline.Arrivals.ToArray().ShouldBe(exchange.Timeline.Arrivals.ToArray()
            .Select(arrival => arrival with { AtNs = arrival.AtNs - 5_000 }));
    }

    [Fact]
    public void TryDecode_CutAnywhereBeforeTheArrivals_IsFalse()
    {
        var whole = Encode(Sample() with { Timeline = Sample().Timeline with { Arrivals = default } });
        for (var length = 0; length < whole.Length; length++)
        {
            new ExchangeDecoder(Origin).TryDecode(whole.AsSpan(0, length), out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void TryDecode_AnyOtherBytes_NeverThrows()
    {
        var random = new RandomStream(3);
        var whole = Encode(Sample());
        var refused = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var bytes = whole.ToArray();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            refused += new ExchangeDecoder(Origin).TryDecode(bytes, out _) ? 0 : 1;
        }

        refused.ShouldBeGreaterThan(5_000);
    }

    [Theory]
    [InlineData(2)] // a later version
    [InlineData(0)]
    public void TryDecode_AnotherVersion_IsFalse(byte version)
    {
        var bytes = Encode(Sample());
        bytes[0] = version;
        new ExchangeDecoder(Origin).TryDecode(bytes, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryDecode_ATargetThatTheOriginLacks_IsFalse() =>
        new ExchangeDecoder(Origin with { Targets = ["a"] }).TryDecode(Encode(Sample()), out _).ShouldBeFalse();

    private static byte[] Encode(Exchange exchange)
    {
        var output = new ArrayBufferWriter<byte>();
        ExchangeEncoder.Encode(exchange, exchange.Target == "a" ? 0 : 1, output);
        return output.WrittenSpan.ToArray();
    }

    private static Exchange Sample() => new()
    {
        Id = 5,
        Target = "b",
        TaskId = 4,
        Turn = new SessionTurn(7, 2),
        Outcome = Outcome.Failed,
        Failure = new Failure(FailureKind.ResetMidStream, FailurePhase.Stream, "the connection was reset") { Status = 200 },
        Timeline = new Timeline
        {
            IntendedNs = 1_000_000,
            SentNs = 1_020_000,
            EndNs = 9_000_000,
            OverNs = 9_000_000,
            Arrivals = new Arrival[]
            {
                new(2_000_000, 3, ArrivalKind.Reasoning, false, 40), new(3_000_000, 4, ArrivalKind.Text, true, 0),
            },
        },
        Usage = new Usage(10, 0, 0, 5, 2),
        FinishReason = "stop",
        AnsweredBy = "m",
    };
}
