using Tollgate.Figures;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>
/// Amounts of any unit that a figure can have, as people read them; durations, numbers and shares as everywhere else in
/// the reports.
/// </summary>
internal static class Amounts
{
    /// <summary>Such as <c>640 ms</c>, <c>96.2%</c> or <c>0.0183 USD</c>.</summary>
    public static string Value(FigureUnit unit, double? value, string? currency) => value is not { } given
        ? FigureText.Unknown
        : unit switch
        {
            FigureUnit.Milliseconds => FigureText.Duration(given),
            FigureUnit.Seconds => FigureText.Duration(given * 1000),
            FigureUnit.TokensPerSecond => FigureText.Number(given) + " tokens/s",
            FigureUnit.Tokens => FigureText.Count(given) + " tokens",
            FigureUnit.Plain => FigureText.Number(given),
            _ => Scale.Of(unit, given, currency).Format(given),
        };

    /// <summary>
    /// Such as <c>640 ms [618, 661]</c>; where there is no value, the bound that there is, or a dash.
    /// </summary>
    public static string Value(FigureUnit unit, double? value, Interval interval, string? currency) =>
        (value, interval) switch
        {
            (null, { Lower: { } lower, Upper: null }) => "above " + Value(unit, lower, currency),
            (null, { Lower: null, Upper: { } upper }) => "below " + Value(unit, upper, currency),
            (null, _) => FigureText.Unknown,
            ({ } given, _) => unit switch
            {
                FigureUnit.Milliseconds => FigureText.Duration(given, interval),
                FigureUnit.Seconds => FigureText.Duration(given * 1000, interval.Scale(1000)),
                _ => Value(unit, given, currency) + " " + Scale.Of(unit, given, currency).Bounds(interval),
            },
        };

    /// <summary>A difference with its sign, such as <c>+1.2 points [+0.4, +2.0]</c>.</summary>
    public static string Difference(FigureUnit unit, Estimate difference, string? currency)
    {
        switch (unit)
        {
            case FigureUnit.Milliseconds:
                return FigureText.Difference(difference.Value, difference.Interval);
            case FigureUnit.Seconds:
                return FigureText.Difference(difference.Value * 1000, difference.Interval.Scale(1000));
            default:
                // A difference may be small against its uncertainty: the widest of the three sets the digits.
                var scale = Scale.Of(unit, Widest(difference), currency) with { Signed = true };
                if (unit == FigureUnit.Share)
                {
                    scale = scale with { Unit = " points" };
                }

                return scale.Format(difference.Value) + " " + scale.Bounds(difference.Interval);
        }
    }

    /// <summary>A change with its sign, such as <c>−21.2% [−24.0, −18.1]</c>.</summary>
    public static string Change(Estimate change)
    {
        var scale = new Scale(0.01, Math.Abs(change.Value) < 10 ? "0.0" : "#,##0", "%") { Signed = true };
        return scale.Format(change.Value) + " " + scale.Bounds(change.Interval);
    }

    /// <summary>A unit's short name; empty where there is none. A share's is <c>share</c>.</summary>
    public static string Unit(FigureUnit unit, string? currency) => unit switch
    {
        FigureUnit.Milliseconds => "ms",
        FigureUnit.Seconds => "s",
        FigureUnit.Share => "share",
        FigureUnit.TokensPerSecond => "tokens/s",
        FigureUnit.Tokens => "tokens",
        FigureUnit.Money => currency ?? "",
        _ => "",
    };

    private static double Widest(Estimate estimate) => Math.Max(
        Math.Abs(estimate.Value),
        Math.Max(Math.Abs(estimate.Interval.Lower ?? 0), Math.Abs(estimate.Interval.Upper ?? 0)));

    /// <param name="Divisor">What a value is divided by.</param>
    /// <param name="Digits">A number's format.</param>
    /// <param name="Unit">Stands after a number, with its space.</param>
    private readonly record struct Scale(double Divisor, string Digits, string Unit)
    {
        public bool Signed { get; init; }

        /// <summary>The unit and the digits for values about as large as this one.</summary>
        public static Scale Of(FigureUnit unit, double value, string? currency) => unit switch
        {
            FigureUnit.Share => new Scale(0.01, "0.0", "%"),
            FigureUnit.Money => new Scale(1, MoneyDigits(Math.Abs(value)), currency is null ? "" : " " + currency),
            FigureUnit.Tokens => new Scale(1, "#,##0", " tokens"),
            FigureUnit.TokensPerSecond => new Scale(1, NumberDigits(Math.Abs(value)), " tokens/s"),
            FigureUnit.Plain => new Scale(1, NumberDigits(Math.Abs(value)), ""),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Durations have their own."),
        };

        public string Format(double value) => Number(value) + Unit;

        public string Bounds(Interval interval) => interval is { Lower: null, Upper: null }
            ? "[too few]"
            : $"[{Bound(interval.Lower)}, {Bound(interval.Upper)}]";

        private string Bound(double? value) => value is { } bound ? Number(bound) : FigureText.Unknown;

        private string Number(double value) => (value / Divisor).ToString(
            Signed ? $"+{Digits};−{Digits};{Digits}" : Digits, CultureInfo.InvariantCulture);

        // At least two digits that tell something: a short call costs a fraction of a cent.
        private static string MoneyDigits(double value) => value switch
        {
            >= 1 => "#,##0.00",
            >= 0.001 or 0 => "0.0000",
            >= 0.00001 => "0.000000",
            _ => "0.00000000",
        };

        private static string NumberDigits(double value) => value switch
        {
            < 10 => "0.00",
            < 999.5 => "0.0",
            _ => "#,##0",
        };
    }
}
