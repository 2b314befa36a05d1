using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;

namespace Tollgate.Simulator.Providers;

/// <summary>What an answer is going to be, before its first byte.</summary>
/// <param name="Id">32 hexadecimal digits that no other answer has.</param>
/// <param name="CreatedUnixSeconds">The wall clock's label.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Script">What is said.</param>
/// <param name="CutShort">The request's limit ends it.</param>
/// <param name="Usage">The counts.</param>
internal sealed record AnswerPlan(
    string Id, long CreatedUnixSeconds, ChatRequest Request, Script Script, bool CutShort, Usage Usage);
