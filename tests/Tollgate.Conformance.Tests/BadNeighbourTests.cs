using System.IO.Compression;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Transport;

namespace Tollgate.Conformance.Tests;

/// <summary>What one target sends without measure must not show in the numbers of another.</summary>
public class BadNeighbourTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
    private const int Beside = 20;

    // Far above the millisecond that the good target takes, and far below the time that a bomb's bytes take to decode.
    private static readonly TimeSpan Sane = TimeSpan.FromMilliseconds(250);

    private static readonly Timeouts Short = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string transport in BadDayTests.TransportNames)
            {
                foreach (var neighbour in (string[])["a bomb", "a stream that is just not a bomb", "a stream without a pause"])
                {
                    cases.Add(transport, neighbour);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ExchangeAsync_BesideABadNeighbour_IsAsFastAsEver(string transport, string neighbour)
    {
        var coded = neighbour == "a bomb" ? Gzip(varied: false, 64) : Gzip(varied: true, 32);
        await using var bad = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            if (neighbour == "a stream without a pause")
            {
                await call.SendAsync(Ok + "\r\n");
                var comments = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(": ping\n\n", 8000)));
                while (true)
                {
                    await call.SendAsync(comments);
                }
            }

            await call.SendAsync(Ok + $"Content-Encoding: gzip\r\nContent-Length: {coded.Length}\r\n\r\n");
            await call.SendAsync(coded);
            return true;
        });
        await using var good = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            await call.SendAsync(Ok + "Content-Length: 65\r\n\r\n" + PlayedServer.Token("Hello") + "data: [DONE]\n\n");
            return true;
        });
        await using var exchanger = Bench.NewExchanger(transport);
        using var enough = new CancellationTokenSource();
        var others = Enumerable.Range(0, 4).Select(_ => SendAsync()).ToList();
        var waits = new List<double>();
        for (var i = 0; i < Beside; i++)
        {
            var exchange = await ExchangeAsync(exchanger, good.Url, CancellationToken.None);
            exchange.Outcome.ShouldBe(Outcome.Completed, exchange.Failure?.ToString());

            // From when it was to leave until the process had read it.
            var first = exchange.Timeline.Arrivals.Span[0];
            waits.Add((first.AtNs + first.LagNs - exchange.Timeline.IntendedNs) / 1e9);
        }

        await enough.CancelAsync();
        var ends = await Task.WhenAll(others);
        waits.Order().ElementAt(Beside / 2).ShouldBeLessThan(Sane.TotalSeconds);
        if (neighbour == "a bomb")
        {
            ends.ShouldAllBe(end => end == null || end == FailureKind.AnswerTooLarge);
        }

        // Over and over until the good target has its numbers.
        async Task<FailureKind?> SendAsync()
        {
            FailureKind? last = null;
            while (!enough.IsCancellationRequested)
            {
                last = (await ExchangeAsync(exchanger, bad.Url, enough.Token)).Failure?.Kind ?? last;
            }

            return last;
        }
    }

    private static Task<Exchange> ExchangeAsync(IExchanger exchanger, Uri url, CancellationToken cancellationToken) =>
        exchanger.ExchangeAsync(
            new ExchangeRequest
            {
                TaskId = 0,
                Target = new Target { Name = "t", Wire = "openai-chat", Url = url, Model = "m" },
                Prompt = Prompt.FromUser("Hello"),
                IntendedNs = new Tollgate.Time.MonotonicAxis(TimeProvider.System).NowNs,
                Timeouts = Short,
            },
            cancellationToken).AsTask();

    // Tokens for so many mebibytes; where one in sixty differs they are compressed by less than the bound.
    private static byte[] Gzip(bool varied, int mebibytes)
    {
        var coded = new MemoryStream();
        using (var gzip = new GZipStream(coded, CompressionLevel.Optimal, leaveOpen: true))
        {
            var random = new Random(1);
            for (var written = 0; written < mebibytes * 1024 * 1024;)
            {
                var word = varied && random.Next(60) == 0 ? $"{random.NextInt64():x}" : "a";
                var bytes = Encoding.ASCII.GetBytes(PlayedServer.Token(word));
                gzip.Write(bytes);
                written += bytes.Length;
            }
        }

        return coded.ToArray();
    }
}
