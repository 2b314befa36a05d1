namespace Tollgate.Exchanges.Codec;

/// <summary>Which optional parts an encoded exchange has. Encoded exchanges hold the numbers.</summary>
[Flags]
internal enum ExchangeParts : ushort
{
    None = 0,
    Failure = 1,
    Status = 1 << 1,
    RetryAfter = 1 << 2,
    ConnectStart = 1 << 3,
    Connected = 1 << 4,
    Sent = 1 << 5,
    FirstByte = 1 << 6,
    Headers = 1 << 7,
    End = 1 << 8,
    Usage = 1 << 9,
    FinishReason = 1 << 10,
    RequestId = 1 << 11,
    AnsweredBy = 1 << 12,
    Turn = 1 << 13,
    All = (1 << 14) - 1,
}
