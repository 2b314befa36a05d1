using System.Text.Json;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Providers;

/// <summary>How one provider spells requests, answers and errors.</summary>
internal interface IProviderFormat
{
    /// <summary>The wire's name in plans and results.</summary>
    string Wire { get; }

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
}
