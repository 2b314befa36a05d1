using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Tollgate.Exchanges;
using Tollgate.Extensions.AI;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Conformance.Tests;

/// <summary>Exchanges with chat clients that answer in virtual time.</summary>
public class ChatClientTests
{
    private static readonly Target Target = new()
    {
        Name = "agent", Wire = "chat-client", Url = new Uri("http://in-process.invalid"), Model = "m",
    };

    private readonly VirtualTime time = new();

    [Fact]
    public void Exchange_AStream_HasArrivalsAndWhatWasSaid()
    {
        var exchange = Exchange(new Script(time)
        {
            (100, new ChatResponseUpdate(ChatRole.Assistant, [new TextReasoningContent("Hm.")])),
            (50, new ChatResponseUpdate(ChatRole.Assistant, "Good ") { ModelId = "m-2", ResponseId = "r" }),
            (0, new ChatResponseUpdate(ChatRole.Assistant, "")),
            (50, new ChatResponseUpdate(ChatRole.Assistant, [
                new TextContent("day."), new FunctionCallContent("c1", "find", new Dictionary<string, object?> { ["id"] = 7 }),
            ])),
            (10, new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails
            {
                InputTokenCount = 90, CachedInputTokenCount = 40, OutputTokenCount = 12, ReasoningTokenCount = 3,
            })]) { FinishReason = ChatFinishReason.ToolCalls }),
        });

        exchange.Outcome.ShouldBe(Outcome.Completed);
        exchange.Timeline.Arrivals.ToArray().Select(arrival => (arrival.AtNs / 1_000_000, arrival.Characters, arrival.Kind))
            .ShouldBe([(100, 3, ArrivalKind.Reasoning), (150, 5, ArrivalKind.Text), (200, 16, ArrivalKind.Tool)]);
        (exchange.Timeline.SentNs, exchange.Timeline.EndNs, exchange.Timeline.Stamp)
            .ShouldBe((0, 210_000_000, StampSource.Virtual));
        (exchange.Reply.Text, exchange.Reply.Reasoning).ShouldBe(("Good day.", "Hm."));
        exchange.Reply.ToolCalls.ShouldBe([new ToolCall("c1", "find", """{"id":7}""")]);
        exchange.Usage.ShouldBe(new Usage(50, 40, 0, 12, 3));
        (exchange.FinishReason, exchange.AnsweredBy, exchange.RequestId).ShouldBe(("tool_calls", "m-2", "r"));
    }

    // What is thrown, and the failure and status that it is.
    public static TheoryData<Exception, FailureKind, int?> Thrown => new()
    {
        { new HttpRequestException("no", null, HttpStatusCode.Unauthorized), FailureKind.Unauthorized, 401 },
        { new HttpRequestException("no", null, (HttpStatusCode)529), FailureKind.Overloaded, 529 },
        { new InvalidOperationException("x", new StatusException(429)), FailureKind.RateLimited, 429 },
        { new StatusException(0), FailureKind.ProviderError, null },
        { new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), FailureKind.ConnectionRefused, null },
        { new OperationCanceledException("by the client itself"), FailureKind.ProviderError, null },
    };

    [Theory]
    [MemberData(nameof(Thrown))]
    public void Exchange_AClientThatThrows_Failed(Exception thrown, FailureKind kind, int? status)
    {
        var exchange = Exchange(new Script(time) { (10, new ChatResponseUpdate(ChatRole.Assistant, "We")), (5, thrown) });
        exchange.Outcome.ShouldBe(Outcome.Failed);
        exchange.Failure.ShouldNotBeNull().Kind.ShouldBe(kind);
        exchange.Failure.Status.ShouldBe(status);
        exchange.Timeline.Arrivals.Length.ShouldBe(1);
    }

    // The pauses before the updates, the limit that passes, and when it does.
    [Theory]
    [InlineData(new[] { 1500 }, FailureKind.FirstTokenTimeout, 1000)]
    [InlineData(new[] { 900, 700 }, FailureKind.TokenGapTimeout, 1400)]
    [InlineData(new[] { 400, 400, 400, 400, 400, 400, 400, 400, 400 }, FailureKind.TotalTimeout, 3000)]
    [InlineData(new int[0], FailureKind.EmptyAnswer, 0)]
    public void Exchange_AClientThatIsSlow_PassesALimit(int[] pauses, FailureKind kind, int atMs)
    {
        var script = new Script(time);
        foreach (var pause in pauses)
        {
            script.Add((pause, new ChatResponseUpdate(ChatRole.Assistant, "so ")));
        }

        var exchange = Exchange(script);
        exchange.Failure.ShouldNotBeNull().Kind.ShouldBe(kind);
        (exchange.Timeline.OverNs / 1_000_000).ShouldBe(atMs);
    }

    [Fact]
    public void Exchange_ThatIsTakenBack_IsCancelled()
    {
        using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(120), time);
        var exchange = ExchangeUntil(new Script(time) { (500, new ChatResponseUpdate(ChatRole.Assistant, "So")) }, null, cut.Token);
        (exchange.Outcome, exchange.Failure, exchange.Timeline.OverNs).ShouldBe((Outcome.Cancelled, null, 120_000_000));
    }

    // The conversation as a client gets it.
    [Fact]
    public void Exchange_APrompt_ReachesTheClientWhole()
    {
        var script = new Script(time) { (0, new ChatResponseUpdate(ChatRole.Assistant, "Yes.")) };
        Exchange(script, new Prompt
        {
            System = "The desk.",
            Messages =
            [
                new Message(Role.User, "Hello"),
                new Message(Role.Assistant, "") { ToolCalls = [new ToolCall("c1", "find", """{"id":7}""")] },
                new Message(Role.Tool, "none") { ToolCallId = "c1" },
            ],
            Tools = [new ToolDefinition("find", "Finds it.", """{"type":"object"}""")],
            MaxOutputTokens = 9,
            Temperature = 0.5,
        });

        script.Messages.Select(message => message.Role.Value).ShouldBe(["system", "user", "assistant", "tool"]);
        var call = script.Messages[2].Contents.ShouldHaveSingleItem().ShouldBeOfType<FunctionCallContent>();
        (call.CallId, call.Name, call.Arguments.ShouldNotBeNull()["id"]?.ToString()).ShouldBe(("c1", "find", "7"));
        script.Messages[3].Contents.ShouldHaveSingleItem().ShouldBeOfType<FunctionResultContent>().Result.ShouldBe("none");
        var options = script.Options.ShouldNotBeNull();
        (options.MaxOutputTokens, options.Temperature).ShouldBe((9, 0.5f));
        options.Tools.ShouldHaveSingleItem().Name.ShouldBe("find");
    }

    private Exchange Exchange(Script client, Prompt? prompt = null) =>
        ExchangeUntil(client, prompt, TestContext.Current.CancellationToken);

    private Exchange ExchangeUntil(Script client, Prompt? prompt, CancellationToken cut)
    {
        var exchanger = new ChatClientExchanger(
            new Dictionary<string, IChatClient> { ["agent"] = client }, new MonotonicAxis(time));
        return time.Run(() => exchanger.ExchangeAsync(
            new ExchangeRequest
            {
                TaskId = 1,
                Target = Target,
                Prompt = prompt ?? Prompt.FromUser("Hello"),
                IntendedNs = 0,
                KeepContent = true,
                Timeouts = new Timeouts(
                    TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(3)),
            },
            cut).AsTask());
    }

    private sealed class StatusException(int status) : Exception("said no")
    {
        public int Status => status;
    }

    /// <summary>Updates, and what is thrown, each after a pause in milliseconds.</summary>
    private sealed class Script(TimeProvider time) : List<(int PauseMs, object Step)>, IChatClient
    {
        public List<ChatMessage> Messages { get; } = [];

        public ChatOptions? Options { get; private set; }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Messages.AddRange(messages);
            Options = options;
            foreach (var (pause, step) in this)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(pause), time, cancellationToken);
                yield return step as ChatResponseUpdate ?? throw (Exception)step;
            }
        }

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("Exchanges are streams.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
