namespace Tollgate.Exchanges;

/// <summary>How far an exchange had come when it failed.</summary>
public enum FailurePhase : byte
{
    Schedule,
    Resolve,
    Connect,
    Tls,
    Send,
    Headers,
    Stream,
}
