namespace Tollgate.Exchanges;

/// <summary>What else is worth knowing of how an exchange was carried. Run files hold the numbers.</summary>
[Flags]
public enum ExchangeRemarks : byte
{
    None = 0,

    /// <summary>Its connection had carried an exchange before.</summary>
    ConnectionReused = 1,

    /// <summary>
    /// It opened a connection although the server had been free to keep one from an earlier answer, and had closed it.
    /// </summary>
    ConnectionReplaced = 2,

    /// <summary>Its event stream came under a content type other than text/event-stream.</summary>
    UnusualContentType = 4,
}
