using Tollgate.Figures;
using Tollgate.Language.Words;
using Tollgate.Measures.OfExchanges;

namespace Tollgate.Reports.Html;

/// <summary>The unit of an axis: what a value is divided by, and its name.</summary>
internal readonly record struct ChartUnit(double Divisor, string Name)
{
    public static ChartUnit Tokens => new(1, "tokens");

    public static ChartUnit TokensPerSecond => new(1, "tokens/s");

    /// <summary>The unit of figures of that kind; null for durations, which choose by their size.</summary>
    public static ChartUnit? Of(FigureUnit unit) => unit switch
    {
        FigureUnit.Milliseconds => null,
        FigureUnit.Seconds => new(1, "s"),
        FigureUnit.Share => new(0.01, "%"),
        FigureUnit.TokensPerSecond => TokensPerSecond,
        FigureUnit.Tokens => Tokens,
        _ => new(1, ""),
    };

    /// <summary>Milliseconds or seconds, by the largest value.</summary>
    public static ChartUnit Duration(double mostMs) => mostMs >= 2000 ? new(1000, "s") : new(1, "ms");

    /// <summary>A tick's number, without a unit.</summary>
    public static string Plain(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : "0.###", CultureInfo.InvariantCulture);
}
