using System.Text;
using Tollgate.Exchanges;
using Tollgate.Time;
using Tollgate.Transport;
using Tollgate.Transport.Routing;
using Tollgate.Wires;
using Tollgate.Wires.Catalog;

namespace Tollgate.Conformance.Tests.OtherWires;

/// <summary>
/// Wires that are unlike the shipped ones, through what is public: what it takes to add one is to write it.
/// </summary>
public class OtherWireTests
{
    private static readonly IWire[] Others = [new FramesWire(), new LinesWire(), new MemoryWire()];

    public static TheoryData<string> Transports => [.. ExchangerCatalog.All.Where(kind => kind.IsSupported).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Exchange_BinaryFrames_AreAStreamWithItsWordsAndItsEnd(string transport)
    {
        var requests = new List<string>();
        await using var server = new PlayedServer(async call =>
        {
            requests.Add($"{call.Head}\n{Encoding.UTF8.GetString(await call.ReadBodyAsync())}");
            byte[] body =
            [
                .. FramesWire.Frame("r", "hm"), .. FramesWire.Frame("t", "Grüße"), .. FramesWire.Frame("t", " you"),
                .. FramesWire.Frame("e", ""),
            ];
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-frames\r\nX-Frames-Id: f-7\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n");
            await call.SendAsync(body[..11]);
            await call.SendAsync(body[11..]);
            return true;
        });
        var exchange = await ExchangeAsync(transport, new FramesWire(), server.Url);
        exchange.Failure.ShouldBeNull();
        exchange.Outcome.ShouldBe(Outcome.Completed);
        exchange.RequestId.ShouldBe("f-7");
        exchange.Reply.ShouldBe(new Reply("Grüße you", "hm", exchange.Reply.ToolCalls));
        exchange.Timeline.Arrivals.ToArray().Select(arrival => (arrival.Kind, arrival.Characters)).ShouldBe(
            [(ArrivalKind.Reasoning, 2), (ArrivalKind.Text, 5), (ArrivalKind.Text, 4)]);
        var request = requests.ShouldHaveSingleItem();
        request.ShouldStartWith("PUT /model/m-1/converse HTTP/1.1\r\n");
        request.ShouldMatch("(?i)\r\nx-signature: [0-9A-F]{64}");
        request.ShouldEndWith("\nHello");
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Exchange_FrameWithAWrongChecksum_IsAMalformedEvent(string transport)
    {
        await using var server = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            var body = FramesWire.Frame("t", "Hello");
            body[^1] ^= 1;
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-frames\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n");
            await call.SendAsync(body);
            return true;
        });
        (await ExchangeAsync(transport, new FramesWire(), server.Url)).Failure.ShouldNotBeNull()
            .ShouldBe(new Failure(FailureKind.MalformedEvent, FailurePhase.Stream, "a frame's checksum is wrong"));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Exchange_ErrorInTheWiresOwnShape_IsTheFailureThatTheWireReads(string transport)
    {
        await using var server = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            await call.SendAsync("HTTP/1.1 400 Bad Request\r\nX-Wait: 7\r\nContent-Length: 20\r\n\r\nthrottled: slow down");
            return true;
        });
        (await ExchangeAsync(transport, new FramesWire(), server.Url)).Failure.ShouldBe(
            new Failure(FailureKind.RateLimited, FailurePhase.Headers, "status 400: throttled: slow down")
            {
                Status = 400,
                RetryAfter = TimeSpan.FromSeconds(7),
            });
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Exchange_JsonLines_AreAStreamThatTheBodysEndMayClose(string transport)
    {
        await using var server = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            const string body = "{\"response\":\"one\"}\n{\"response\":\" two\"}\n{\"done\":true}";
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nX-Request-Id: l-1\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n{body}");
            return true;
        });
        var exchange = await ExchangeAsync(transport, new LinesWire(), server.Url);
        exchange.Failure.ShouldBeNull();
        exchange.Reply.Text.ShouldBe("one two");
        exchange.RequestId.ShouldBe("l-1");
    }

    // What is no stream is said in the wire's own words.
    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Exchange_OtherThanTheWiresStream_IsNotAStream(string transport)
    {
        await using var server = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nno");
            return true;
        });
        (await ExchangeAsync(transport, new LinesWire(), server.Url)).Failure.ShouldNotBeNull().Message
            .ShouldBe($"status 200 at {server.Url}api/generate with text/plain and no stream of lines in it: no");
    }

    [Fact]
    public async Task Open_TargetsOfSeveralKinds_GoThroughAnExchangerEach()
    {
        await using var server = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                + PlayedServer.Token("three") + "data: [DONE]\n\n");
            return false;
        });
        var memory = new ExchangerKind("memory", [MemoryWire.Scheme], static _ => new MemoryWire.Exchanger(new MemoryWire()))
        {
            KnowsProxies = true,
        };
        Target[] targets = [Target("memory", server.Url), Target("openai-chat", server.Url)];
        await using var exchanger = RoutedExchanger.Open(targets, "handler", Settings(), [.. ExchangerCatalog.All, memory])
            .ShouldNotBeNull();
        exchanger.Name.ShouldBe("memory+handler");
        exchanger.Stamp.ShouldBe(StampSource.Process);
        var first = await exchanger.ExchangeAsync(Request(targets[0]), CancellationToken.None);
        (first.Reply.Text, first.Timeline.FirstTokenNs, first.Timeline.EndNs).ShouldBe(("one two", 1_000_000_000, 3_000_000_000));
        (await exchanger.ExchangeAsync(Request(targets[1]), CancellationToken.None)).Reply.Text.ShouldBe("three");
        RoutedExchanger.Open(targets, null, Settings()).ShouldBeNull();
    }

    private static async Task<Exchange> ExchangeAsync(string transport, IWire wire, Uri url)
    {
        var target = Target(wire.Name, url);
        await using var exchanger = RoutedExchanger.Open([target], transport, Settings()).ShouldNotBeNull();
        exchanger.Name.ShouldBe(transport);
        await exchanger.PrimeAsync(CancellationToken.None);
        return await exchanger.ExchangeAsync(Request(target), CancellationToken.None);
    }

    private static ExchangerSettings Settings() => new(new MonotonicAxis(TimeProvider.System))
    {
        FindWire = static name => Array.Find(Others, wire => wire.Name == name) ?? WireCatalog.Find(name),
    };

    private static Target Target(string wire, Uri url) => new() { Name = wire, Wire = wire, Url = url, Model = "m-1" };

    private static ExchangeRequest Request(Target target) => new()
    {
        TaskId = 1,
        Target = target,
        Prompt = Prompt.FromUser("Hello"),
        IntendedNs = 0,
        KeepContent = true,
        Timeouts = Timeouts.Default with { FirstToken = TimeSpan.FromSeconds(20) },
    };
}
