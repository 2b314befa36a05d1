using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Simulator.Oracles;
using Tollgate.Suites;
using Tollgate.Transcripts;
using Tollgate.Workflows.Checking;

namespace Tollgate.Cli.Hosts;

/// <summary>The simulator's oracle as the agent that a suite is checked with.</summary>
internal sealed class SimulatedAgent(AgentStyle style) : ISuiteAgent
{
    /// <summary>An agent of each style.</summary>
    public static IEnumerable<SimulatedAgent> All => AgentStyle.All.Select(style => new SimulatedAgent(style));

    public string Style => style.Name;

    public Transcript Play(Suite suite, SuiteSession session, ulong seed) =>
        OracleCall.Play(suite, session, style, seed);

    // An agent that reads a value back wrongly says what stands nowhere.
    public bool IsOwnDoing(ScoredItem item) => style.MisreadsOnce
        && item.Score is FabricationsScore.Name or RefusalsOnMissingScore.Name or AnswersWithoutLookupScore.Name;
}
