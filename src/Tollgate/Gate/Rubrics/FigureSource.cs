namespace Tollgate.Gate.Rubrics;

/// <summary>Where a figure comes from.</summary>
public enum FigureSource : byte
{
    /// <summary>Drawn from timelines, tokens and prices.</summary>
    Measure,

    /// <summary>Drawn from what was said and done.</summary>
    Score,

    /// <summary>Brought by the team in a file: a line a value, each with its session.</summary>
    Number,
}
