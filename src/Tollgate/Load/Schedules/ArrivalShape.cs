namespace Tollgate.Load.Schedules;

/// <summary>How the gaps between departures are spread about their mean.</summary>
public enum ArrivalShape : byte
{
    /// <summary>All gaps are the same.</summary>
    Constant,

    /// <summary>Exponential gaps: many callers who know nothing of each other.</summary>
    Poisson,

    /// <summary>Gamma gaps with a stated coefficient of variation: above 1 they come in bursts.</summary>
    Gamma,
}
