using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Errors;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires;

/// <summary>
/// A provider's streaming format: how a request goes out, and how its answer is read. All that Tollgate knows of a
/// format stands in one folder, which implements this. Thread-safe.
/// </summary>
internal interface IWire
{
    /// <summary>Its name in plans, such as <c>openai-chat</c>.</summary>
    string Name { get; }

    /// <summary>The environment variable that holds the key unless the user names another.</summary>
    string KeyVariable { get; }

    /// <summary>The providers that speak it, with the variables that hold their keys.</summary>
    IReadOnlyList<KnownProvider> Providers { get; }

    /// <summary>What a user may choose of how its requests are written.</summary>
    RequestChoices Choices => RequestChoices.None;

    /// <summary>The fields of the body that are never the user's: what is measured, sent, and how it is read.</summary>
    IReadOnlyList<string> OwnFields { get; }

    /// <summary>
    /// Where requests go, from the target's base URL as the provider's own SDK takes it. The scheme says which kinds of
    /// exchanger can carry them.
    /// </summary>
    Uri Endpoint(Target target);

    /// <summary>The request, which asks for a stream and for its token counts.</summary>
    WireRequest Prepare(Target target, Prompt prompt);

    /// <summary>What a request in this format sends to its model, from any client.</summary>
    /// <param name="body">The request's body.</param>
    /// <exception cref="FormatException">
    /// It is none, or holds what a prompt cannot, such as an image; the message says in one sentence what and where.
    /// </exception>
    Prompt ReadPrompt(JsonElement body) => throw new FormatException($"requests of {Name} cannot be read");

    /// <summary>
    /// How to ask again where the server refused a field that the wire chose by itself; null where it refused nothing
    /// of the kind.
    /// </summary>
    /// <param name="target">The target as it was asked.</param>
    /// <param name="prompt">What it was asked.</param>
    /// <param name="refusal">Its answer.</param>
    RequestChange? Adapt(Target target, Prompt prompt, Failure refusal) => null;

    /// <summary>How a stream's events lie in the answer's body.</summary>
    IFraming Framing { get; }

    /// <summary>A decoder for the body of one answer.</summary>
    /// <param name="recorder">Takes what the body carries.</param>
    IAnswerDecoder CreateDecoder(StreamRecorder recorder);

    /// <summary>The provider's name for the request; null where the headers have none.</summary>
    string? RequestId(AnswerHeaders headers) => headers.RequestId();

    /// <summary>How long the provider asks to wait before the next attempt; null where it does not.</summary>
    TimeSpan? RetryAfter(AnswerHeaders headers) => headers.RetryAfter();

    /// <summary>What the body of an answer says that is no stream.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body's beginning.</param>
    WireError ReadError(int status, ReadOnlySpan<byte> body) => WireError.Of(status, body);

    /// <summary>Asks which models the server has, with the key and nothing else; null where the wire cannot.</summary>
    WireRequest? ListModels(Target target) => null;

    /// <summary>The ids in the answer to <see cref="ListModels"/>; empty where it is none.</summary>
    IReadOnlyList<string> ReadModels(ReadOnlyMemory<byte> body) => ModelList.Read(body);

    /// <summary>
    /// An answer as a server writes it, a piece a write: with it the code of an exchange is run before a load begins.
    /// </summary>
    /// <param name="tokens">How many tokens it has.</param>
    IEnumerable<ReadOnlyMemory<byte>> Sample(int tokens);
}
