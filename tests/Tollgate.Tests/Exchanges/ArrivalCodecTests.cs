using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Tollgate.Exchanges.Codec;
using Tollgate.Statistics;

namespace Tollgate.Tests.Exchanges;

public class ArrivalCodecTests
{
    [Fact]
    public void TryDecode_WhatWasEncoded_IsTheSame() =>
        Prop.ForAll(Arbitraries.OfArrivals, static arrivals =>
        {
            foreach (var from in new[] { 0, 999, long.MinValue, long.MaxValue })
            {
                ArrivalCodec.TryDecode(Encode(arrivals, from), from, out var again).ShouldBeTrue();
                again.ShouldBe(arrivals);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Encode_AStreamAsProvidersSendIt_TakesAtMostEightBytesAnArrival()
    {
        // A token of one to twelve characters every 20 ms with a millisecond's jitter, lag 10 to 60 µs; the first
        // after 0.5 s.
        var random = new RandomStream(1);
        var at = 500_000_000L;
        var arrivals = Enumerable.Range(0, 1000).Select(_ => new Arrival(
            at += 19_500_000 + random.Next(1_000_000), 1 + random.Next(12), ArrivalKind.Text, false,
            10_000 + random.Next(50_000))).ToArray();
        (Encode(arrivals, 0).Length / 1000.0).ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public void TryDecode_AnyOtherBytes_IsFalseOrGivesArrivalsButNeverThrows()
    {
        var random = new RandomStream(2);
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            if (bytes.Length > 0 && random.Next(4) > 0)
            {
                bytes[0] = 1;
            }

            refused += ArrivalCodec.TryDecode(bytes, 0, out _) ? 0 : 1;
        }

        refused.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void TryDecode_CutAnywhere_IsNotTakenForTheWhole()
    {
        var arrivals = new[]
        {
            new Arrival(500_000_000, 5, ArrivalKind.Text, false, 20_000),
            new Arrival(520_000_000, 5, ArrivalKind.Text, false, 30_000),
        };
        var whole = Encode(arrivals, 0);
        for (var length = 1; length < whole.Length; length++)
        {
            if (ArrivalCodec.TryDecode(whole.AsSpan(0, length), 0, out var some))
            {
                some.ShouldBe(arrivals[..1]); // The one place where a cut falls between two arrivals.
            }
        }
    }

    private static byte[] Encode(Arrival[] arrivals, long fromNs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ArrivalCodec.Encode(arrivals, fromNs, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
