using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Workflows.Checking;

/// <summary>An agent that behaves, in its own style, to check a suite with. Safe for concurrent use.</summary>
internal interface ISuiteAgent
{
    /// <summary>The style, for people.</summary>
    string Style { get; }

    /// <summary>Holds a call; the same seed gives the same call.</summary>
    Transcript Play(Suite suite, SuiteSession session, ulong seed);

    /// <summary>Whether what was found wrong is part of the style, and says nothing about the suite.</summary>
    bool IsOwnDoing(ScoredItem item);
}
