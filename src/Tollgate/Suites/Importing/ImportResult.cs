using Tollgate.Input;

namespace Tollgate.Suites.Importing;

/// <summary>What an import came to.</summary>
/// <param name="Yaml">The suite, which reads without errors; empty where nothing could be taken.</param>
/// <param name="Taken">How many entries of the data set are calls of the suite.</param>
/// <param name="Of">How many entries there are, of those that were to be taken.</param>
/// <param name="LeftOut">Why the other entries are not in it, each with its file and name.</param>
internal sealed record ImportResult(string Yaml, int Taken, int Of, IReadOnlyList<InputError> LeftOut)
{
    /// <summary>How often each reason occurs that entries of many kinds share, the most frequent first.</summary>
    public IReadOnlyList<(string Reason, int Entries)> Reasons { get; init; } = [];
}
