namespace Tollgate.Load.Schedules;

/// <summary>What decides when an exchange leaves: <see cref="ClosedLoop"/> or <see cref="OpenLoop"/>.</summary>
internal abstract record LoadMode
{
    private protected LoadMode()
    {
    }
}
