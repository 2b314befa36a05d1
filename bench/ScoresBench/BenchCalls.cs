using Tollgate.Simulator.Oracles;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>The callers of the shipped suites, those that they name and drawn ones, with agents that behave.</summary>
internal sealed class BenchCalls
{
    private const int Drawn = 100;

    // So often a tool fails where it is wanted that tools fail.
    private static readonly ToolFaultRates Failing = new() { TimeOut = 0.3, Fail = 0.2 };

    // One who reads a value back wrongly says what stands nowhere, by design.
    private static readonly AgentStyle[] Styles = [.. AgentStyle.All.Where(static style => !style.MisreadsOnce)];

    private readonly List<(Suite Suite, SuiteSession Session)> callers;

    public BenchCalls(string folder, ulong seed) => callers =
    [
        .. from path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
           let suite = SuiteReader.Load(path).Suite ?? throw new InvalidOperationException($"{path} cannot be read")
           from session in suite.Sessions.Concat(BriefDrawer.Draw(suite, Drawn, seed))
           select (suite, session),
    ];

    public int Count => callers.Count;

    /// <summary>One call of the n-th caller.</summary>
    /// <param name="number">The caller and the style: 0, 1, 2 ...</param>
    /// <param name="seed">Where chance comes from.</param>
    /// <param name="rates">How the agent is spoiled.</param>
    /// <param name="failing">The tools fail often.</param>
    public (Suite Suite, SuiteSession Session, Transcript Transcript) Play(
        int number, ulong seed, InjectionRates rates, bool failing)
    {
        var (suite, session) = callers[number % callers.Count];
        var style = Styles[number % Styles.Length];
        suite = failing ? suite with { FaultRates = Failing } : suite;
        return (suite, session, OracleCall.Play(suite, session, style, rates, seed));
    }
}
