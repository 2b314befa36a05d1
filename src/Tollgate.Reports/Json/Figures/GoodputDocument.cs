namespace Tollgate.Reports.Json.Figures;

/// <summary>Exchanges that kept every stated limit.</summary>
internal sealed record GoodputDocument
{
    public double? FirstTokenLimitMs { get; init; }

    public double? GapLimitMs { get; init; }

    public double? TotalLimitMs { get; init; }

    public long Good { get; init; }

    /// <summary>Exchanges that completed or failed.</summary>
    public long Of { get; init; }

    public double? Share { get; init; }

    public IReadOnlyList<double?> ShareCi { get; init; } = [null, null];

    public double? PerSecond { get; init; }
}
