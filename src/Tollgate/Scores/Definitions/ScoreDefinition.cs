using Tollgate.Figures;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Scores.Definitions;

/// <summary>
/// One score: what it is called, which way it gets better, and how a session is counted. Everything that shows, judges
/// or stores scores reads the catalog of these and knows no name. Immutable.
/// </summary>
internal sealed class ScoreDefinition
{
    /// <summary>As documents, run files and rubrics spell it.</summary>
    public required string Name { get; init; }

    /// <summary>As people read it.</summary>
    public required string Title { get; init; }

    /// <summary>Its hits and its trials, as the documentation says them: <c>hits, of trials</c>.</summary>
    public required string Meaning { get; init; }

    /// <summary>Which way it gets better, unless a rubric says otherwise.</summary>
    public required BetterWhen Better { get; init; }

    /// <summary>A share of trials, or a mean over sessions.</summary>
    public FigureKind Kind { get; init; } = FigureKind.Share;

    /// <summary>Where it stands in the tables for people: the less, the further up.</summary>
    public required int Place { get; init; }

    /// <summary>
    /// Whether rules judge it that may err; not where characters are compared or an ending is looked up.
    /// </summary>
    public bool MayErr { get; init; } = true;

    /// <summary>What it is usually like; null for as any figure of its kind.</summary>
    public UsualShape? Usual { get; init; }

    /// <summary>Whether more of it is better.</summary>
    public bool HigherIsBetter => Better == BetterWhen.Higher;

    /// <summary>Whether it is a share of trials, 0 to 1.</summary>
    public bool IsShare => Kind == FigureKind.Share;

    public FigureUnit Unit => IsShare ? FigureUnit.Share : FigureUnit.Plain;

    /// <summary>
    /// Looks for what it counts, and adds that to the session's items; null where the rules of several scores do.
    /// </summary>
    internal Action<ScoredCall>? Find { get; init; }

    /// <summary>What a session counted.</summary>
    internal Func<ScoredCall, ScoreCount> Count { get; init; } = static _ => default;
}
