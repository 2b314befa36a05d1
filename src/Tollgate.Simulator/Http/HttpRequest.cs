namespace Tollgate.Simulator.Http;

/// <summary>What the simulator looks at in a request.</summary>
internal sealed class HttpRequest
{
    public string Method { get; set; } = "";

    /// <summary>Without the query.</summary>
    public string Path { get; set; } = "";

    public bool KeepAlive { get; set; } = true;

    public long ContentLength { get; set; }

    public bool Chunked { get; set; }

    public bool ExpectsContinue { get; set; }

    /// <summary>The key, from either provider's header; null for none.</summary>
    public string? Key { get; set; }

    public string? AnthropicVersion { get; set; }

    public string? Simulate { get; set; }

    /// <summary>
    /// What the model is to answer, as <see cref="Exchanges.ScriptedReply"/> writes it; null for what it likes.
    /// </summary>
    public string? ScriptedReply { get; set; }

    /// <summary>The body, valid until the connection reads on.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }
}
