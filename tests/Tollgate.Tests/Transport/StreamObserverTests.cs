using System.Text;
using Tollgate.Exchanges;
using Tollgate.Transport;
using Tollgate.Wires.OpenAiChat;

namespace Tollgate.Tests.Transport;

public class StreamObserverTests
{
    private const string Text = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
    private const string Stop = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private const string Hint =
        "the stream ended without its end marker, after the finish reason \"stop\"; --end finish_reason, or `end: finish_reason` in a plan, takes that for the end";

    // How the body ended in good order: what ends the answers, the body, and the failure; null for none.
    [Theory]
    [InlineData(StreamEnd.Marker, Text + Stop + "data: [DONE]\n\n", null)]
    [InlineData(StreamEnd.Marker, Text + Stop + "data: [DONE]", null)]
    [InlineData(StreamEnd.Marker, Text + Stop, Hint)]
    [InlineData(StreamEnd.Marker, Text, "the stream ended without its end marker")]
    [InlineData(StreamEnd.Marker, Text + "data: {\"choices\":[{\"del", "the stream ended without its end marker")]
    [InlineData(StreamEnd.Marker, "", "the stream ended without any output and without its end marker")]
    [InlineData(StreamEnd.FinishReason, Text + Stop, null)]
    [InlineData(StreamEnd.FinishReason, Text + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}", null)]
    [InlineData(StreamEnd.FinishReason, Text, "the stream ended without its end marker")]
    [InlineData(StreamEnd.FinishReason, Text + Stop + "event: error\ndata: gone\n\n", "gone")]
    [InlineData(StreamEnd.FinishReason, Text + Stop + "event: error\ndata: gone", "gone")]
    public void End_BodyInGoodOrder_IsTheEndThatTheTargetHas(StreamEnd end, string body, string? failure)
    {
        using var observer = new StreamObserver(new OpenAiChatWire(), new ExchangeLabels
        {
            TaskId = 1,
            Target = new Target
            {
                Name = "t", Wire = "openai-chat", Url = new Uri("http://127.0.0.1:9"), Model = "m", End = end,
            },
            IntendedNs = 0,
        });
        var head = new AnswerHead { Status = 200 };
        head.Take("content-type", "text/event-stream");
        observer.Begin(head);
        observer.BeginRead(5);
        observer.Body(Encoding.UTF8.GetBytes(body));
        observer.End();
        var exchange = observer.Build(7);
        exchange.Failure?.Message.ShouldBe(failure);
        exchange.Timeline.EndNs.ShouldBe(failure is null ? 5 : null);
    }
}
