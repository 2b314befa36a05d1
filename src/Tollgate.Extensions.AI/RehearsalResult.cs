using Tollgate.Runs.Records;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Extensions.AI;

/// <summary>What came of the calls with one agent.</summary>
public sealed class RehearsalResult
{
    private readonly Dictionary<string, ScoreLine> lines;

    internal RehearsalResult(
        string? runFile, ulong seed, RunEnd end, IReadOnlyList<SessionScore> sessions,
        IReadOnlyList<Transcript> transcripts)
    {
        RunFile = runFile;
        Valid = end.Valid && end.Reason == "finished";
        Warnings = end.Warnings;
        Sessions = sessions;
        Transcripts = transcripts;

        // The same draws as a report on the run file has.
        lines = ScoreSummary.Of(sessions, new RandomStream(seed).Fork(2)).ToDictionary(static line => line.Name);
    }

    /// <summary>Where the calls are recorded; null where nobody asked for a file.</summary>
    public string? RunFile { get; }

    /// <summary>Every call was held, and nothing was lost on the way.</summary>
    public bool Valid { get; }

    /// <summary>What a reader of the scores must know; a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Every score that had a trial, over all calls, with its interval; by name.</summary>
    public IReadOnlyDictionary<string, ScoreLine> Scores => lines;

    /// <summary>What was scored in each call, in order of their numbers.</summary>
    public IReadOnlyList<SessionScore> Sessions { get; }

    /// <summary>What was said and done in each call, in the same order.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; }

    /// <summary>What went wrong in the calls, a sentence each; empty where nothing did.</summary>
    public IEnumerable<string> Findings =>
        from session in Sessions
        from item in session.Items
        where item.Right == false
        select $"{session.Session}, turn {item.Turn}, {item.Score}: {item.Reason}";

    /// <summary>The value of a score over all calls: a share from 0 to 1, or a mean.</summary>
    /// <param name="name">The score's name, such as <c>goals</c>; see <see cref="ScoreCatalog"/>.</param>
    /// <exception cref="KeyNotFoundException">No call had a trial of it; the message names those that had one.</exception>
    public double Score(string name) => lines.TryGetValue(ScoreCatalog.NameOf(name), out var line)
        ? line.Estimate.Value
        : throw new KeyNotFoundException(
            $"no call had a trial of \"{name}\"; there are {string.Join(", ", lines.Keys)}.");
}
