namespace Tollgate.Exchanges;

/// <summary>Every way in which an exchange can fail. Reports spell the names in snake case.</summary>
public enum FailureKind : byte
{
    /// <summary>The host's name did not resolve.</summary>
    DnsFailure = 1,
    ConnectionRefused,
    ConnectTimeout,

    /// <summary>No route, network down, or another error of the connection's opening.</summary>
    Unreachable,

    /// <summary>The TLS handshake failed: certificate, name or protocol.</summary>
    TlsFailure,

    /// <summary>401 or 403.</summary>
    Unauthorized,

    /// <summary>404: the URL or the model is not there.</summary>
    NotFound,

    /// <summary>Another 4xx.</summary>
    BadRequest,

    /// <summary>429, as the status or as an error of the stream.</summary>
    RateLimited,

    /// <summary>503 or 529, as the status or as an error of the stream.</summary>
    Overloaded,

    /// <summary>Another 5xx.</summary>
    ServerError,

    /// <summary>A redirect or another status that is neither success nor error.</summary>
    UnexpectedStatus,

    /// <summary>The answer is not HTTP/1.1 as the standard has it.</summary>
    MalformedResponse,

    /// <summary>A success that is no event stream: an HTML page, say.</summary>
    NotAStream,

    /// <summary>The connection closed or was reset before the headers were whole.</summary>
    ResetBeforeHeaders,

    /// <summary>The connection was reset, or closed inside a chunk, while the stream ran.</summary>
    ResetMidStream,

    /// <summary>The answer ended in good order but without the stream's own end marker.</summary>
    NoEndMarker,

    /// <summary>The provider sent another error as an event of the stream.</summary>
    ProviderError,

    /// <summary>An event's data is not the JSON that it must be.</summary>
    MalformedEvent,

    /// <summary>One event is larger than 8 MiB.</summary>
    EventTooLarge,

    /// <summary>The stream ended in good order and carried no model output at all.</summary>
    EmptyAnswer,

    FirstTokenTimeout,

    /// <summary>Too long between two tokens.</summary>
    TokenGapTimeout,

    /// <summary>The exchange as a whole took longer than its limit.</summary>
    TotalTimeout,

    /// <summary>The schedule's instant came and the bound on exchanges in flight did not let it leave.</summary>
    NotSent,

    /// <summary>This program's own fault; its message says which.</summary>
    Instrument,

    /// <summary>
    /// The answer has more than 1,000,000 arrivals, 16 MiB of output or 1,024 tool calls, is larger than 256 MiB, or is
    /// compressed more than 200 to 1. It stands last because run files hold the numbers.
    /// </summary>
    AnswerTooLarge,
}
