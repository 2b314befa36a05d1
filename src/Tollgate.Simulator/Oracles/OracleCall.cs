using Tollgate.Sessions;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Simulator.Oracles;

/// <summary>Calls without wire and clock, with an oracle in the agent's seat.</summary>
internal static class OracleCall
{
    /// <summary>Plays a session with a model that behaves.</summary>
    /// <param name="style">How the model leads the call.</param>
    /// <param name="seed">Where chance comes from.</param>
    public static Transcript Play(Suite suite, SuiteSession session, AgentStyle style, ulong seed) =>
        Play(suite, session, style, InjectionRates.None, seed);

    /// <summary>Plays a session with a model that has faults injected; the transcript says where.</summary>
    /// <param name="style">How the model leads the call.</param>
    /// <param name="rates">How often.</param>
    /// <param name="seed">Where chance comes from.</param>
    public static Transcript Play(
        Suite suite, SuiteSession session, AgentStyle style, InjectionRates rates, ulong seed)
    {
        var call = new DryCall(suite, session, seed);
        var model = new OracleModel(suite, session, rates, style, new RandomStream(seed).Fork(3));
        var transcript = call.Play((move, said, ran) =>
        {
            if (move is not null)
            {
                model.Hear(move, said!.Kind); // Whoever moves has said something.
            }

            return model.Answer(call.Turn, call.Agent, ran);
        });
        return transcript with { Planted = model.PlantedIn };
    }
}
