namespace Tollgate.Figures;

/// <summary>How a figure is drawn from sessions, and so which method gives its interval.</summary>
public enum FigureKind : byte
{
    /// <summary>A quantile of values that come in sessions, such as p95 of first tokens.</summary>
    Quantile,

    /// <summary>A sum over a count, such as cost by session or a mean of values.</summary>
    Mean,

    /// <summary>The same where each trial is right or wrong: 0 to 1.</summary>
    Share,
}
