namespace Tollgate.Simulator.Server;

/// <summary>Lets one thread sleep until an instant, or until another rings.</summary>
internal interface IAlarm : IDisposable
{
    /// <param name="timeoutNs">Nanoseconds; below 0 for ever.</param>
    void Wait(long timeoutNs);

    /// <summary>Ends the wait that is, or the next one.</summary>
    void Ring();
}
