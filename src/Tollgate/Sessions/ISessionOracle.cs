using Tollgate.Callers.Voiced;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>
/// Sits beside a simulated model in one session: it hears the caller, knows the brief, and tells the model what to
/// answer by headers of the requests. One session each; not thread-safe.
/// </summary>
internal interface ISessionOracle
{
    /// <summary>What it had the model do wrong on purpose, oldest first.</summary>
    IReadOnlyList<PlannedFault> Planted { get; }

    /// <summary>The caller spoke.</summary>
    void Hear(CallerMove line, SpeechKind kind);

    /// <summary>The headers of the next request for an answer.</summary>
    /// <param name="agent">The agent that has the call.</param>
    /// <param name="before">What came of the calls that it made in the exchange before; empty for none.</param>
    IReadOnlyList<KeyValuePair<string, string>> Answer(int turn, SuiteAgent agent, IReadOnlyList<ToolRan> before);

    /// <summary>The model's stream was cut off: the calls that it was writing were not made.</summary>
    void CutOff();

    /// <summary>The headers of the request that asks the post-call questions.</summary>
    IReadOnlyList<KeyValuePair<string, string>> Label(PostCall questions);
}
