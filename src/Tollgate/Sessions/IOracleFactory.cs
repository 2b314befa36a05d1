using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.Sessions;

/// <summary>Makes the oracles of a rehearsal's sessions. Thread-safe.</summary>
internal interface IOracleFactory
{
    /// <summary>What the models are made to do, as the run file has it.</summary>
    string Description { get; }

    /// <summary>The oracle of one session.</summary>
    /// <param name="session">The session that is played.</param>
    /// <param name="random">Where its chance comes from.</param>
    ISessionOracle Create(Suite suite, SuiteSession session, RandomStream random);
}
