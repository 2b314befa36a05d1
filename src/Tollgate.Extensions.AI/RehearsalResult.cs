using Tollgate.Runs.Records;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Extensions.AI;

/// <summary>The calls with one agent, and their scores.</summary>
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

    /// <summary>The run file; null if none was asked for.</summary>
    public string? RunFile { get; }

    /// <summary>Whether every call was played and nothing was lost.</summary>
    public bool Valid { get; }

    /// <summary>What to know before reading the scores, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The scores over all calls with their intervals, by name; a score without a trial is left out.</summary>
    public IReadOnlyDictionary<string, ScoreLine> Scores => lines;

    /// <summary>The scores of each call, in the order of the calls.</summary>
    public IReadOnlyList<SessionScore> Sessions { get; }

    /// <summary>The transcript of each call, in the same order.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; }

    /// <summary>What went wrong in the calls, one sentence each; empty if nothing did.</summary>
    public IEnumerable<string> Findings =>
        from session in Sessions
        from item in session.Items
        where item.Right == false
        select $"{session.Session}, turn {item.Turn}, {item.Score}: {item.Reason}";

    /// <summary>The value of a score over all calls: a share from 0 to 1, or a mean.</summary>
    /// <param name="name">The score's name, such as <c>goals</c>; see <see cref="ScoreCatalog"/>.</param>
    /// <exception cref="KeyNotFoundException">No call had a trial of the score; the message lists the scores that had one.</exception>
    public double Score(string name) => lines.TryGetValue(ScoreCatalog.NameOf(name), out var line)
        ? line.Estimate.Value
        : throw new KeyNotFoundException(
            $"no call had a trial of \"{name}\"; there are {string.Join(", ", lines.Keys)}.");
}
