using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Gate.Evidence;

/// <summary>What one session of one side yields. Where a run is no rehearsal, a task stands for a session.</summary>
public sealed record SessionEvidence
{
    /// <summary>Its number in the run; it is the same script and chance in every run of one seed.</summary>
    public required long Id { get; init; }

    /// <summary>The scripted session's name; empty for a task.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// The script that it plays: variants and repeats of one script are not independent calls. Empty for a task, which
    /// is a script of its own.
    /// </summary>
    public string Script { get; init; } = "";

    /// <summary>0 for the first time that the run plays the session.</summary>
    public int Repetition { get; init; }

    /// <summary>Null for a task.</summary>
    public SessionEnding? Ending { get; init; }

    /// <summary>
    /// By a measure's name its values, in the measure's unit, in no order. What failed is +infinity where lower is
    /// better and -infinity where higher is: worse than every value.
    /// </summary>
    public required IReadOnlyDictionary<string, double[]> Values { get; init; }

    /// <summary>By the name of a score, a cost or a number: its sum over its count.</summary>
    public required IReadOnlyDictionary<string, ScoreCount> Sums { get; init; }
}
