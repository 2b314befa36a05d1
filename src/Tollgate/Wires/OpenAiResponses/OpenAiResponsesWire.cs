using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;
using Tollgate.Wires.OpenAiChat;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.OpenAiResponses;

/// <summary>
/// OpenAI Responses, streamed: https://platform.openai.com/docs/api-reference/responses-streaming. Histories are sent
/// whole and nothing is stored, unless the target's own fields say otherwise. Thread-safe.
/// </summary>
internal sealed class OpenAiResponsesWire : IWire
{
    private static readonly ReadOnlyMemory<byte> SampleToken = EventStreamFraming.Event(
        """
        {"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_1","output_index":0,"delta":" token"}
        """);

    public string Name => "openai-responses";

    public string KeyVariable => "OPENAI_API_KEY";

    public IReadOnlyList<KnownProvider> Providers => OpenAiChatProviders.All;

    public RequestChoices Choices => RequestChoices.StreamOptions;

    public IReadOnlyList<string> OwnFields { get; } = ["model", "input", "stream"];

    public IFraming Framing => EventStreamFraming.Instance;

    public Uri Endpoint(Target target) => WireUrl.Append(target.Url, "v1", "responses");

    public WireRequest Prepare(Target target, Prompt prompt) => new()
    {
        Uri = Endpoint(target),
        Headers =
        [
            new("Content-Type", "application/json"), new("Accept", Framing.MediaType),
            .. OpenAiChatWire.KeyHeaders(target),
        ],
        Body = BodyFields.Write(
            target.Request.BodyJson, json => OpenAiResponsesRequest.Write(target, prompt, json)),
    };

    public Prompt ReadPrompt(JsonElement body) => OpenAiResponsesRequest.Read(new RequestJson(body));

    public RequestChange? Adapt(Target target, Prompt prompt, Failure refusal) =>
        target.Request.StreamOptions is null
        && OpenAiChatRefusal.Names(refusal, "stream_options", "include_obfuscation")
            ? new(new RequestForm { StreamOptions = false }, "stream_options, so its padding is not switched off")
            : null;

    public IAnswerDecoder CreateDecoder(StreamRecorder recorder) =>
        new ServerSentEvents(new OpenAiResponsesEventReader(), recorder);

    public WireRequest? ListModels(Target target) => new()
    {
        Method = "GET",
        Uri = new Uri(Endpoint(target), "models"),
        Headers = OpenAiChatWire.KeyHeaders(target),
    };

    public IEnumerable<ReadOnlyMemory<byte>> Sample(int tokens) =>
    [
        .. Enumerable.Repeat(SampleToken, tokens),
        EventStreamFraming.Event("""{"type":"response.completed","response":{"status":"completed"}}"""),
    ];
}
