using Tollgate.Sessions.Clients;
using Tollgate.Sessions.Phone;
using Tollgate.Sessions.Tools;
using Tollgate.Suites;

namespace Tollgate.Sessions;

/// <summary>What the parts of one session share.</summary>
internal sealed record SessionContext
{
    public required RehearsalSettings Settings { get; init; }

    public required Suite Suite { get; init; }

    public required SuiteSession Session { get; init; }

    public required Conversation Conversation { get; init; }

    public required ICallerSeat Caller { get; init; }

    public required ToolSimulator Tools { get; init; }

    public required ModelClient Line { get; init; }

    public required CallClock Clock { get; init; }

    /// <summary>Tells a simulated model what to answer; null with a real one.</summary>
    public ISessionOracle? Oracle { get; init; }
}
