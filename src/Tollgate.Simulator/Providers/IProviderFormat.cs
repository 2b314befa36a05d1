using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Providers;

/// <summary>How one provider spells requests, answers and errors.</summary>
internal interface IProviderFormat
{
    /// <summary>The wire's name in plans and results.</summary>
    string Wire { get; }

    /// <summary>What the ids of tool calls begin with.</summary>
    string CallIdPrefix { get; }

    /// <summary>Whether a request is in this format, by its path and headers.</summary>
    bool Owns(HttpRequest request);

    /// <summary>Whether a request to that path asks for an answer of a model.</summary>
    bool IsChat(string path);

    /// <summary>What the request's headers lack; null for nothing.</summary>
    RequestError? Refuse(HttpRequest request);

    /// <summary>Reads the body.</summary>
    /// <param name="body">The body's root, which may be anything.</param>
    /// <param name="error">Why it is refused, where it is.</param>
    ChatRequest? Read(JsonElement body, out RequestError? error);

    RequestError BadJson(string reason);

    RequestError UnknownModel(string model);

    RequestError WrongKey(bool missing);

    RequestError RateLimited(string model, in RateDecision decision);

    /// <summary>The error that the provider would send with <paramref name="status"/>.</summary>
    RequestError Injected(int status);

    byte[] ErrorBody(RequestError error, string requestId);

    /// <summary>The provider's own headers, each with its line end.</summary>
    void AddHeaders(ByteBuffer into, string requestId, in RateDecision decision, DateTimeOffset now);

    IAnswerWriter Answer(AnswerPlan plan);

    /// <summary>Why an answer stopped, in the provider's word.</summary>
    /// <param name="cutShort">The request's limit ended it.</param>
    /// <param name="callsTools">It ends with tool calls.</param>
    string FinishReason(bool cutShort, bool callsTools);

    /// <summary>The body of <c>GET /v1/models</c>.</summary>
    byte[] ModelList(IReadOnlyCollection<string> models);
}
