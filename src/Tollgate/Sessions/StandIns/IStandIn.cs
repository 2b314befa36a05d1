using Tollgate.Callers;
using Tollgate.Exchanges;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Sessions.StandIns;

/// <summary>A model that behaves, and what it says and does in one session. Not thread-safe.</summary>
internal interface IStandIn
{
    /// <summary>What was spoiled on purpose, oldest first.</summary>
    IReadOnlyList<(int Turn, PlantedFault Fault)> Planted { get; }

    /// <summary>The caller spoke.</summary>
    void Hear(CallerMove line, SpeechKind kind);

    /// <summary>What it answers.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="agent">The agent that has the call.</param>
    /// <param name="before">What came of the calls that it made in the exchange before; empty for none.</param>
    Reply Answer(int turn, SuiteAgent agent, IReadOnlyList<ToolRan> before);

    /// <summary>
    /// Its stream was cut off: the calls that it was writing were not made, and are still to be made.
    /// </summary>
    void CutOff();

    /// <summary>What it answers to the post-call questions.</summary>
    Reply Label(PostCall questions);
}
