using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Simulator.Oracles;

/// <summary>An oracle whose replies go to a simulated model as headers. Not thread-safe.</summary>
internal sealed class ScriptedOracle(OracleModel model) : ISessionOracle
{
    public IReadOnlyList<PlannedFault> Planted => model.PlantedIn;

    public void Hear(CallerMove line, SpeechKind kind) => model.Hear(line, kind);

    public IReadOnlyList<KeyValuePair<string, string>> Answer(
        int turn, SuiteAgent agent, IReadOnlyList<ToolRan> before) => Headers(model.Answer(turn, agent, before));

    public void CutOff() => model.CutOff();

    public IReadOnlyList<KeyValuePair<string, string>> Label(PostCall questions) => Headers(model.Label(questions));

    private static KeyValuePair<string, string>[] Headers(Reply reply) =>
        [new(ScriptedReply.Header, ScriptedReply.Write(reply))];
}
