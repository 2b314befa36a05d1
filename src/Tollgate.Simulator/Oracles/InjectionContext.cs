using Tollgate.Suites;

namespace Tollgate.Simulator.Oracles;

/// <summary>Where in a session a reply stands.</summary>
/// <param name="Session">The session that is played.</param>
/// <param name="Agent">The agent that replies.</param>
/// <param name="MissingTrial">The caller asks for what is not there.</param>
/// <param name="AfterToolFailure">A tool has just timed out or failed.</param>
internal sealed record InjectionContext(
    Suite Suite, SuiteSession Session, string Agent, bool MissingTrial, bool AfterToolFailure);
