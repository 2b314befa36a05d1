using Tollgate.Sessions;
using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.Simulator.Oracles;

/// <summary>Oracles that behave, and inject faults at stated rates. Thread-safe.</summary>
/// <param name="rates">How often each fault is injected.</param>
internal sealed class OracleFactory(InjectionRates rates) : IOracleFactory
{
    public string Description => rates.ToString();

    public ISessionOracle Create(Suite suite, SuiteSession session, RandomStream random) =>
        new ScriptedOracle(new OracleModel(suite, session, rates, AgentStyle.All[0], random));
}
