namespace Tollgate.Workflows.Checking;

/// <summary>How a suite's callers fared with one style of agent.</summary>
/// <param name="Style">The agent's style.</param>
/// <param name="Finished">The number of calls that reached their end.</param>
/// <param name="Turns">The mean number of turns of a call.</param>
/// <param name="Problems">Calls that did not end, and charges against an agent that was right: a sentence each.</param>
internal sealed record StyleCheck(string Style, int Finished, double Turns, IReadOnlyList<string> Problems);
