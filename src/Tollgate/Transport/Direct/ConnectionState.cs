namespace Tollgate.Transport.Direct;

/// <summary>What a connection is about.</summary>
internal enum ConnectionState : byte
{
    New,
    Connecting,

    /// <summary>TLS is shaking hands.</summary>
    Securing,

    /// <summary>Open; it may hold an exchange whose instant has not come.</summary>
    Ready,

    /// <summary>The request is on its way or its answer is.</summary>
    Busy,

    /// <summary>The exchange is over; the rest of its answer is still to come.</summary>
    Draining,
    Closed,
}
