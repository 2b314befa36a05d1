using Tollgate.Sessions;
using Tollgate.Suites.Reading;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Workflows.Rehearsing;

/// <summary>How a rehearsal is registered in a ledger before it begins.</summary>
/// <param name="Registrar">Writes the entry. It is not disposed of.</param>
/// <param name="Command">The command that the entry names.</param>
internal sealed record RehearsalRegistration(RunRegistrar Registrar, string Command)
{
    /// <summary>The seed that somebody asked for; null where nobody did.</summary>
    public ulong? GivenSeed { get; init; }

    /// <summary>How many callers are drawn; null where sessions are played by their names.</summary>
    public int? DrawnCalls { get; init; }

    internal RehearsalSettings Seeded(RehearsalSettings settings, ulong seed) => settings with
    {
        Seed = seed,
        Sessions = DrawnCalls is { } calls ? BriefDrawer.Draw(settings.Suite, calls, seed) : settings.Sessions,
    };
}
