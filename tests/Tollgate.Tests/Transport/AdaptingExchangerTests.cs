using System.Collections.Concurrent;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Transport;
using Tollgate.Wires.OpenAiChat;

namespace Tollgate.Tests.Transport;

public class AdaptingExchangerTests
{
    private const string Unsupported =
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";

    // What a body must not hold, what the server says to it, what is sent in the end, and what is said of it.
    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "max_tokens", Unsupported, "max_completion_tokens", "m: the server refused max_tokens, so max_completion_tokens is sent instead (1 refusal, which is in no number)." },
        {
            "stream_options", """{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}""",
            "max_tokens", "m: the server refused stream_options, so token counts are not asked for (1 refusal, which is in no number)."
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task ExchangeAsync_FieldThatTheServerRefuses_IsSentOtherwiseFromThenOn(
        string refused, string words, string sent, string warning)
    {
        var server = new Server(new() { [refused] = words });
        await using var exchanger = new AdaptingExchanger(server);
        var first = await exchanger.ExchangeAsync(Request(), default);
        var second = await exchanger.ExchangeAsync(Request(), default);
        (first.Outcome, second.Outcome).ShouldBe((Outcome.Completed, Outcome.Completed));
        first.Timeline.IntendedNs.ShouldBe(100, "the refusal's time is not the answer's");
        server.Bodies.Count.ShouldBe(3);
        server.Bodies.Last().ShouldContain($"\"{sent}\"");
        server.Bodies.Last().ShouldNotContain($"\"{refused}\"");
        exchanger.Warnings.ShouldBe([warning]);
    }

    [Fact]
    public async Task ExchangeAsync_BothFieldsRefused_BothAreSentOtherwise()
    {
        var server = new Server(new() { ["max_tokens"] = Unsupported, ["stream_options"] = "unknown field: stream_options" });
        await using var exchanger = new AdaptingExchanger(server);
        (await exchanger.ExchangeAsync(Request(), default)).Outcome.ShouldBe(Outcome.Completed);
        server.Bodies.Count.ShouldBe(3);
        exchanger.Warnings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ExchangeAsync_NeitherNameOfTheLimitTaken_FailsAfterOneRepetition()
    {
        var server = new Server(new() { ["max_tokens"] = Unsupported, ["max_completion_tokens"] = "unknown field: max_completion_tokens" });
        await using var exchanger = new AdaptingExchanger(server);
        (await exchanger.ExchangeAsync(Request(), default)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.BadRequest);
        server.Bodies.Count.ShouldBe(2);
    }

    // Another status, another field, a value that the field may not have, and what the user chose: nothing is repeated.
    [Theory]
    [InlineData(404, Unsupported, null)]
    [InlineData(400, "max_tokens is too large: 7. This model supports at most 5.", null)]
    [InlineData(400, "Unsupported parameter: 'temperature'", null)]
    [InlineData(400, Unsupported, TokenLimit.MaxTokens)]
    public async Task ExchangeAsync_OtherFailures_StandAsTheyAre(int status, string words, TokenLimit? chosen)
    {
        var server = new Server(new() { ["max_tokens"] = words }, status);
        await using var exchanger = new AdaptingExchanger(server);
        var exchange = await exchanger.ExchangeAsync(Request(new RequestForm { TokenLimit = chosen }), default);
        exchange.Failure.ShouldNotBeNull().Message.ShouldContain(words);
        server.Bodies.Count.ShouldBe(1);
        exchanger.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task ExchangeAsync_AtTheSameTime_EachIsRepeatedOnceAtMost()
    {
        var server = new Server(new() { ["max_tokens"] = Unsupported });
        await using var exchanger = new AdaptingExchanger(server);
        var exchanges = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => exchanger.ExchangeAsync(Request(), default).AsTask()));
        exchanges.ShouldAllBe(exchange => exchange.Outcome == Outcome.Completed);
        server.Bodies.Count.ShouldBeLessThanOrEqualTo(100);
        exchanger.Warnings.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Warnings_TargetThatEndsWithItsFinishReason_IsNamed()
    {
        await using var exchanger = new AdaptingExchanger(new Server([]));
        var request = Request();
        await exchanger.ExchangeAsync(request with { Target = request.Target with { End = StreamEnd.FinishReason } }, default);
        exchanger.Warnings.ShouldHaveSingleItem().ShouldStartWith("m: answers count as completed where the body ended after a finish reason");
    }

    private static ExchangeRequest Request(RequestForm? form = null) => new()
    {
        TaskId = 0,
        Prompt = Prompt.FromUser("Hello", 7),
        IntendedNs = 0,
        Target = new Target
        {
            Name = "m",
            Wire = "openai-chat",
            Url = new Uri("http://localhost"),
            Model = "m",
            Request = form ?? RequestForm.Default,
        },
    };

    // Refuses every body that holds one of the fields, and takes 100 ns for it.
    private sealed class Server(Dictionary<string, string> refused, int status = 400) : IExchanger
    {
        public ConcurrentQueue<string> Bodies { get; } = [];

        public StampSource Stamp => StampSource.Virtual;

        public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) => default;

        public async ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var prepared = new OpenAiChatWire().Prepare(request.Target, request.Prompt);
            var text = Encoding.UTF8.GetString(prepared.Body.Span);
            Bodies.Enqueue(text);
            var field = refused.Keys.FirstOrDefault(name => text.Contains($"\"{name}\"", StringComparison.Ordinal));
            return new Exchange
            {
                Id = request.Id,
                TaskId = request.TaskId,
                Target = request.Target.Name,
                Outcome = field is null ? Outcome.Completed : Outcome.Failed,
                Failure = field is null ? null : new Failure(
                    status == 404 ? FailureKind.NotFound : FailureKind.BadRequest, FailurePhase.Headers,
                    $"status {status}: {refused[field]}")
                {
                    Status = status,
                },
                Timeline = new Timeline { IntendedNs = request.IntendedNs, OverNs = request.IntendedNs + 100 },
            };
        }

        public ValueTask DisposeAsync() => default;
    }
}
