using Tollgate.Figures;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Reading;

/// <summary>A rubric's amounts, as a rubric may write them.</summary>
internal static class AmountText
{
    private const double LongTimeMs = 1_000;

    /// <summary>A margin: "10%", "2 points", "0.002 USD".</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="unit">The figure's.</param>
    /// <param name="currency">ISO 4217; null where there is no money.</param>
    public static string Of(Margin margin, FigureUnit unit, string? currency) =>
        margin.Relative ? Number(margin.Amount * 100) + "%"
        : unit == FigureUnit.Share ? Number(margin.Amount * 100) + (margin.Amount * 100 == 1 ? " point" : " points")
        : Of(margin.Amount, unit, currency);

    /// <summary>A value: "800 ms", "95%", "0.02 USD".</summary>
    /// <param name="value">In the figure's unit.</param>
    /// <param name="unit">The figure's.</param>
    /// <param name="currency">ISO 4217; null where there is no money.</param>
    public static string Of(double value, FigureUnit unit, string? currency) => unit switch
    {
        FigureUnit.Milliseconds when value >= LongTimeMs => Number(value / 1000) + " s",
        FigureUnit.Milliseconds => Number(value) + " ms",
        FigureUnit.Seconds => Number(value) + " s",
        FigureUnit.Share => Number(value * 100) + "%",
        FigureUnit.TokensPerSecond => Number(value) + " tokens/s",
        FigureUnit.Tokens => Number(value) + " tokens",
        FigureUnit.Money => currency is null ? Number(value) : $"{Number(value)} {currency}",
        _ => Number(value),
    };

    // So many digits leave out what a division by 100 adds, and nothing that anybody writes.
    private static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
