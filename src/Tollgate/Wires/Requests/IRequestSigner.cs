namespace Tollgate.Wires.Requests;

/// <summary>Signs requests for providers that take a signature in place of a key. Thread-safe.</summary>
internal interface IRequestSigner
{
    /// <summary>The headers that make up the signature.</summary>
    /// <param name="request">The request: method, URI and body.</param>
    /// <param name="headers">Every header that it has so far.</param>
    /// <param name="now">The wall clock, which signatures carry.</param>
    IEnumerable<KeyValuePair<string, string>> Sign(
        WireRequest request, IReadOnlyList<KeyValuePair<string, string>> headers, DateTimeOffset now);
}
