namespace Tollgate.Simulator.Server;

/// <summary>
/// What carries bytes between sockets and connections, and keeps the time. Disposing it closes them all.
/// </summary>
internal interface IServerLoop : IAsyncDisposable;
