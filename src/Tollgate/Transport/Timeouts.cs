namespace Tollgate.Transport;

/// <summary>How long the parts of an exchange may take. Each is positive.</summary>
/// <param name="Connect">Opening the connection, TLS included.</param>
/// <param name="FirstToken">From sent to the first token.</param>
/// <param name="TokenGap">Between two tokens.</param>
/// <param name="Total">From sent to the end of the stream.</param>
public sealed record Timeouts(TimeSpan Connect, TimeSpan FirstToken, TimeSpan TokenGap, TimeSpan Total)
{
    public static Timeouts Default { get; } = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));
}
