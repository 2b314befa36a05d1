namespace Tollgate.Wires.Framing;

/// <summary>How the events of a stream lie in a body: as server-sent events, binary frames, lines ...</summary>
internal interface IFraming
{
    /// <summary>What the body is, for a sentence: <c>event stream</c>.</summary>
    string Name { get; }

    /// <summary>The media type under which it is asked for and sent, in lower case without parameters.</summary>
    string MediaType { get; }

    /// <summary>
    /// Tells a stream from something else by its first bytes, since servers send errors under a stream's type and
    /// streams under other types. Null where the bytes do not tell yet.
    /// </summary>
    /// <param name="body">The body so far.</param>
    /// <param name="isAnnounced">The content type is <see cref="MediaType"/>, or there is none.</param>
    /// <param name="start">Where the stream begins in <paramref name="body"/>, if it is one.</param>
    bool? IsStream(ReadOnlySpan<byte> body, bool isAnnounced, out int start);
}
