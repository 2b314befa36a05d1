using Tollgate.Figures;

namespace Tollgate.Gate.Rubrics;

/// <summary>One number that a run yields for a target.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Name">As run files and documents spell it: <c>first_token_ms</c>, <c>tool_arguments</c>.</param>
/// <param name="Kind">How it is drawn from sessions.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Quantile">Between 0 and 1; 0 where it is no quantile.</param>
public sealed record Figure(
    FigureSource Source, string Name, FigureKind Kind, FigureUnit Unit, double Quantile = 0)
{
    /// <summary>The name with its statistic: <c>first_token_ms.p95</c>, <c>cost_per_session</c>.</summary>
    public string FullName => Kind switch
    {
        FigureKind.Quantile => FormattableString.Invariant($"{Name}.p{Quantile * 100:0.###}"),
        FigureKind.Mean when Source == FigureSource.Measure && HasQuantiles => $"{Name}.mean",
        _ => Name,
    };

    /// <summary>Whether the same values can be asked for by quantile and by mean.</summary>
    public bool HasQuantiles { get; init; }
}
