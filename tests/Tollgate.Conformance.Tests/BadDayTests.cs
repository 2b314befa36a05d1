using System.Net;
using System.Net.Sockets;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Transport;

namespace Tollgate.Conformance.Tests;

public class BadDayTests
{
    private static readonly Timeouts Short = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(60));

    // What the server is told to do, and the failure that it must be; null where it must succeed all the same.
    private static readonly (string Simulate, FailureKind? Kind, FailurePhase Phase)[] Days =
    [
        ("", null, default),
        ("trickle", null, default),
        ("gzip", null, default),
        ("tokens-per-event=4", null, default),
        ("role-first=false", null, default),
        ("reasoning=50", null, default),
        ("reset-before-headers", FailureKind.ResetBeforeHeaders, FailurePhase.Headers),
        ("reset-mid-stream", FailureKind.ResetMidStream, FailurePhase.Stream),
        ("no-end-marker", FailureKind.NoEndMarker, FailurePhase.Stream),
        ("malformed-event", FailureKind.MalformedEvent, FailurePhase.Stream),
        ("huge-event", FailureKind.EventTooLarge, FailurePhase.Stream),
        ("provider-error", FailureKind.ProviderError, FailurePhase.Stream),
        ("html", FailureKind.NotAStream, FailurePhase.Headers),
        ("never", FailureKind.FirstTokenTimeout, FailurePhase.Stream),
        ("stall=30s", FailureKind.TokenGapTimeout, FailurePhase.Stream),
        ("status=400", FailureKind.BadRequest, FailurePhase.Headers),
        ("status=401", FailureKind.Unauthorized, FailurePhase.Headers),
        ("status=404", FailureKind.NotFound, FailurePhase.Headers),
        ("status=429", FailureKind.RateLimited, FailurePhase.Headers),
        ("status=500", FailureKind.ServerError, FailurePhase.Headers),
        ("status=503", FailureKind.Overloaded, FailurePhase.Headers),
        ("status=529", FailureKind.Overloaded, FailurePhase.Headers),
    ];

    public static TheoryData<string, string, bool> Sides
    {
        get
        {
            var sides = new TheoryData<string, string, bool>();
            foreach (var transport in Transports())
            {
                foreach (var wire in (string[])["openai-chat", "openai-responses", "anthropic"])
                {
                    sides.Add(transport, wire, false);
                    sides.Add(transport, wire, true);
                }
            }

            return sides;
        }
    }

    public static TheoryData<string> TransportNames => [.. Transports()];

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task ExchangeAsync_EveryBadDay_IsTheFailureThatItIs(string transport, string wire, bool tls)
    {
        await using var bench = Bench.Start(transport, tls);
        foreach (var (simulate, kind, phase) in Days)
        {
            var times = kind is FailureKind.FirstTokenTimeout or FailureKind.TokenGapTimeout ? Short : null;
            var exchange = await bench.ExchangeAsync(bench.Target(wire, simulate), times);
            (exchange.Failure?.Kind).ShouldBe(kind, $"{simulate}: {exchange.Failure}");
            exchange.Outcome.ShouldBe(kind is null ? Outcome.Completed : Outcome.Failed, simulate);
            if (kind is null)
            {
                var timeline = exchange.Timeline;
                exchange.Usage.ShouldNotBeNull(simulate).Output.ShouldBe(16);
                exchange.Reply.Text.ShouldNotBeEmpty(simulate);
                timeline.EndNs.ShouldNotBeNull(simulate);
                timeline.SentNs!.Value.ShouldBeLessThanOrEqualTo(timeline.FirstTokenNs!.Value);
                timeline.FirstTokenNs.Value.ShouldBeLessThanOrEqualTo(timeline.LastTokenNs!.Value);
            }
            else
            {
                exchange.Failure!.Phase.ShouldBe(phase, simulate);
                exchange.Failure.Message.ShouldNotBeEmpty(simulate);
                exchange.Timeline.EndNs.ShouldBeNull(simulate);
            }
        }

        // After all of that an ordinary exchange is one still.
        (await bench.ExchangeAsync(bench.Target(wire))).Outcome.ShouldBe(Outcome.Completed);
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_RateLimited_KeepsWhatTheProviderAsks(string transport)
    {
        await using var bench = Bench.Start(transport);
        var exchange = await bench.ExchangeAsync(bench.Target("anthropic", "status=429, retry-after=7s"));
        var failure = exchange.Failure.ShouldNotBeNull();
        failure.Status.ShouldBe(429);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        failure.Message.ShouldStartWith("status 429: rate_limit_error");
        exchange.RequestId.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_NobodyListens_IsRefused(string transport)
    {
        await using var bench = Bench.Start(transport);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
        var exchange = await bench.ExchangeAsync(bench.Target("openai-chat", url: url));
        exchange.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.ConnectionRefused);
        exchange.Failure.Phase.ShouldBe(FailurePhase.Connect);
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_NameThatIsNone_IsADnsFailure(string transport)
    {
        await using var bench = Bench.Start(transport);
        var exchange = await bench.ExchangeAsync(bench.Target("openai-chat", url: new Uri("http://no-such-host.invalid")));
        exchange.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.DnsFailure);
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_LocalhostWithOneOfItsTwoAddresses_GetsThrough(string transport)
    {
        await using var bench = Bench.Start(transport);
        var url = new Uri($"http://localhost:{bench.Server.Url.Port}");
        (await bench.ExchangeAsync(bench.Target("openai-chat", url: url))).Outcome.ShouldBe(Outcome.Completed);
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("handler")]
    public async Task ExchangeAsync_CertificateThatNobodyTrusts_IsATlsFailure(string transport)
    {
        await using var bench = Bench.Start(transport, tls: true);
        await using IExchanger strict = transport == "direct"
            ? new Tollgate.Transport.Direct.DirectExchanger()
            : new Tollgate.Transport.Handler.HandlerExchanger(bench.Axis);
        var exchange = await strict.ExchangeAsync(
            new ExchangeRequest
            {
                Id = 0, TaskId = 0, IntendedNs = bench.Axis.NowNs, Target = bench.Target("openai-chat"),
                Prompt = Prompt.FromUser("Hello"),
            },
            CancellationToken.None);
        exchange.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.TlsFailure);
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_PlainServerWhereTlsWasExpected_IsATlsFailure(string transport)
    {
        await using var bench = Bench.Start(transport);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var refusing = RefuseAsync(listener);
        var exchange = await bench.ExchangeAsync(
            bench.Target("openai-chat", url: new Uri($"https://{listener.LocalEndpoint}")));
        exchange.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.TlsFailure);
        await refusing;

        static async Task RefuseAsync(TcpListener listener)
        {
            using var client = await listener.AcceptSocketAsync();
            await client.ReceiveAsync(new byte[4096]);
            await client.SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task ExchangeAsync_Cancelled_KeepsWhatWasHeard(string transport, string wire, bool tls)
    {
        await using var bench = Bench.Start(transport, tls);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var exchange = await bench.ExchangeAsync(bench.Target(wire, "stall=60s"), cancellationToken: cancel.Token);
        exchange.Outcome.ShouldBe(Outcome.Cancelled);
        exchange.Failure.ShouldBeNull();
        (await bench.ExchangeAsync(bench.Target(wire))).Outcome.ShouldBe(Outcome.Completed);
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_WarmAndCold_AreToldApart(string transport)
    {
        await using var bench = Bench.Start(transport);
        var target = bench.Target("openai-chat");
        await bench.Exchanger.WarmAsync(target, 1, CancellationToken.None);
        var first = await bench.ExchangeAsync(target);
        first.FreshConnection.ShouldBe(transport == "handler");
        (await bench.ExchangeAsync(target)).FreshConnection.ShouldBeFalse();
        var cold = await bench.ExchangeAsync(target, cold: true);
        cold.FreshConnection.ShouldBeTrue();
        cold.Timeline.ConnectedNs!.Value.ShouldBeLessThanOrEqualTo(cold.Timeline.SentNs!.Value);
        cold.Timeline.ConnectStartNs!.Value.ShouldBeLessThanOrEqualTo(cold.Timeline.ConnectedNs.Value);
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_InstantAhead_LeavesNotBefore(string transport)
    {
        await using var bench = Bench.Start(transport);
        var exchange = await bench.ExchangeAsync(bench.Target("openai-chat"), aheadNs: 30_000_000);
        exchange.Timeline.SentNs!.Value.ShouldBeGreaterThanOrEqualTo(exchange.Timeline.IntendedNs);
    }

    // An idle connection that the server closes just as the next request leaves: the request has not been seen, so it goes again.
    [Fact]
    public async Task ExchangeAsync_IdleConnectionClosedByTheServer_GoesOutAgain()
    {
        if (!Tollgate.Transport.Direct.DirectExchanger.IsSupported)
        {
            return;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        await using var exchanger = Bench.NewExchanger("direct");
        var axis = new Tollgate.Time.MonotonicAxis(TimeProvider.System);
        var target = new Target
        {
            Name = "t", Wire = "openai-chat", Url = new Uri($"http://{listener.LocalEndpoint}"), Model = "m",
        };
        for (var i = 0; i < 2; i++)
        {
            var exchange = await exchanger.ExchangeAsync(
                new ExchangeRequest
                {
                    Id = i, TaskId = i, IntendedNs = axis.NowNs, Target = target, Prompt = Prompt.FromUser("Hello"),
                },
                CancellationToken.None);
            exchange.Outcome.ShouldBe(Outcome.Completed, exchange.Failure?.ToString());
        }

        await serving;

        static async Task ServeAsync(TcpListener listener)
        {
            const string body = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\ndata: [DONE]\n\n";
            var answer = Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            var request = new byte[8192];
            using (var first = await listener.AcceptSocketAsync())
            {
                await first.ReceiveAsync(request);
                await first.SendAsync(answer);

                // The second request arrives and gets no answer at all.
                await first.ReceiveAsync(request);
            }

            using var second = await listener.AcceptSocketAsync();
            await second.ReceiveAsync(request);
            await second.SendAsync(answer);
        }
    }

    // What is asked for comes: a server that compresses holds back what it has not got enough of.
    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_Request_AsksForNoCoding(string transport)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        await using var bench = Bench.Start(transport);
        var target = bench.Target("openai-chat", url: new Uri($"http://{listener.LocalEndpoint}"));
        (await bench.ExchangeAsync(target)).Outcome.ShouldBe(Outcome.Completed);
        var lines = (await serving).Split("\r\n");
        lines.Where(line => line.StartsWith("Accept-Encoding:", StringComparison.OrdinalIgnoreCase))
            .ShouldHaveSingleItem().ShouldEndWith(" identity");

        static async Task<string> ServeAsync(TcpListener listener)
        {
            using var client = await listener.AcceptSocketAsync();
            var request = new byte[8192];
            var count = await client.ReceiveAsync(request);
            const string body = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\ndata: [DONE]\n\n";
            await client.SendAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
            return Encoding.ASCII.GetString(request, 0, count);
        }
    }

    [Theory]
    [MemberData(nameof(TransportNames))]
    public async Task ExchangeAsync_TimeoutsBeyondAnyTimer_AreKept(string transport)
    {
        var ages = TimeSpan.FromHours(10_000);
        await using var bench = Bench.Start(transport);
        var exchange = await bench.ExchangeAsync(bench.Target("openai-chat"), new Timeouts(ages, ages, ages, ages));
        exchange.Outcome.ShouldBe(Outcome.Completed);
    }

    // A connection opened to stand ready counts as one that is being opened for whoever waits; where it fails, nobody
    // else opens one.
    [Fact]
    public async Task ExchangeAsync_ManyAheadAndNoConnectionCanBeOpened_AllFail()
    {
        if (!Tollgate.Transport.Direct.DirectExchanger.IsSupported)
        {
            return;
        }

        await using var bench = Bench.Start("direct", tls: true);
        await using var strict = new Tollgate.Transport.Direct.DirectExchanger();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30)); // Of a hang only.
        var exchanges = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => strict.ExchangeAsync(
            new ExchangeRequest
            {
                Id = i, TaskId = i, IntendedNs = bench.Axis.NowNs + 300_000_000, Target = bench.Target("openai-chat"),
                Prompt = Prompt.FromUser("Hello"),
            },
            limit.Token).AsTask()));
        exchanges.Select(exchange => exchange.Failure?.Kind).ShouldAllBe(kind => kind == FailureKind.TlsFailure);
    }

    private static IEnumerable<string> Transports() => Tollgate.Transport.Direct.DirectExchanger.IsSupported
        ? ["direct", "handler"]
        : ["handler"];
}
