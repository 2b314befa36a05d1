using System.Text.Json;
using Tollgate.Transcripts;

namespace Tollgate.Suites;

/// <summary>
/// The records of one session while it is played: tools run against them. The same calls in the same order give the
/// same answers. Not thread-safe.
/// </summary>
public sealed class RecordStore
{
    /// <param name="tables">The tables as the session finds them; they are not changed.</param>
    public RecordStore(IReadOnlyDictionary<string, RecordTable> tables) => Tables = tables;

    /// <summary>The tables as they are now.</summary>
    public IReadOnlyDictionary<string, RecordTable> Tables { get; }

    /// <summary>Carries out a call whose arguments its schema allows.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">An object.</param>
    /// <returns>What the tool answers, as a JSON object, and what changed.</returns>
    public (string ResultJson, IReadOnlyList<RecordChange> Changes) Run(SuiteTool tool, JsonElement arguments) =>
        throw new NotImplementedException();
}
