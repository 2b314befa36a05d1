using Tollgate.Exchanges;
using Tollgate.Runs.Records;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Workflows.Rehearsing;

/// <summary>Calls that were held and recorded.</summary>
/// <param name="Path">The run file.</param>
/// <param name="End">How the run ended, which the file may be unable to say where the disk failed.</param>
/// <param name="Scores">The scores of its sessions, by target and number: those that the file counted.</param>
internal sealed record RehearsedRun(
    string Path, RunEnd End, IReadOnlyDictionary<(string Target, long Id), SessionScore> Scores);
