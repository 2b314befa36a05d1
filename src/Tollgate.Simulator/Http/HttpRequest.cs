namespace Tollgate.Simulator.Http;

/// <summary>What the simulator looks at in a request.</summary>
internal sealed class HttpRequest
{
    private readonly List<(string Name, string Value)> headers = [];

    public string Method { get; set; } = "";

    /// <summary>Without the query.</summary>
    public string Path { get; set; } = "";

    public bool KeepAlive { get; set; } = true;

    public long ContentLength { get; set; }

    public bool Chunked { get; set; }

    public bool ExpectsContinue { get; set; }

    /// <summary>The key, from either provider's header; null for none.</summary>
    public string? Key { get; set; }

    public string? Simulate { get; set; }

    /// <summary>The body, valid until the connection reads on.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>Keeps a header that others may look for.</summary>
    /// <param name="name">In lower case.</param>
    /// <param name="value">Without white space around it.</param>
    public void Add(string name, string value) => headers.Add((name, value));

    /// <summary>The value of a kept header, the last where it is there twice; null where it is not there.</summary>
    /// <param name="name">In lower case.</param>
    public string? Header(string name) => headers.FindLast(header => header.Name == name).Value;
}
