using System.Buffers;
using Tollgate.Exchanges;

namespace Tollgate.Wires;

/// <summary>
/// A provider's streaming format: how a request is written and how the events of its answer are read.
/// </summary>
public interface IWire
{
    /// <summary>Its name in plans, such as <c>openai-chat</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Where requests go, from the base URL as the provider's own SDK takes it: with or without <c>/v1</c>, with or
    /// without a slash at its end.
    /// </summary>
    Uri Endpoint(Uri baseUrl);

    /// <summary>The wire's own request headers, the key among them. Values are secrets.</summary>
    IEnumerable<KeyValuePair<string, string>> Headers(Target target);

    /// <summary>Writes the request's JSON body, which asks for a stream and for its token counts.</summary>
    void WriteBody(Target target, Prompt prompt, IBufferWriter<byte> body);

    /// <summary>A reader for the events of one answer.</summary>
    IEventReader CreateReader();
}
