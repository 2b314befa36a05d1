namespace Tollgate.Simulator.Tests.Server;

/// <summary>The machine's clock under a wall clock that stands still, so that answers bear the same date.</summary>
internal sealed class FixedWall : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
}
