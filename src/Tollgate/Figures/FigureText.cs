using Tollgate.Statistics;

namespace Tollgate.Figures;

/// <summary>
/// Figures as people read them: three or four digits, the interval beside them in the same unit and to the same digits,
/// an en dash for what the samples cannot state. The same text everywhere: sentences, tables, charts.
/// </summary>
internal static class FigureText
{
    /// <summary>Stands for a figure or a bound that the samples cannot state.</summary>
    public const string Unknown = "–";

    /// <summary>Such as <c>528 ms</c> or <c>18.2 s</c>.</summary>
    public static string Duration(double? ms) => ms is { } value
        ? DurationScale(value).Format(value) + " " + DurationScale(value).Unit
        : Unknown;

    /// <summary>Such as <c>528 ms [519, 541]</c>, or <c>528 ms</c> over <c>[519, 541]</c>.</summary>
    public static string Duration(double? ms, Interval interval, string between = " ") => ms is { } value
        ? Duration(ms) + between + Bounds(interval, DurationScale(value))
        : Unknown;

    /// <summary>A difference with its sign, such as <c>+52.1 s [+51.0, +53.2]</c>.</summary>
    public static string Difference(double ms, Interval interval, string between = " ")
    {
        // A difference may be small against its uncertainty: the widest of the three sets the unit and the digits.
        var widest = Math.Max(Math.Abs(ms), Math.Max(Math.Abs(interval.Lower ?? 0), Math.Abs(interval.Upper ?? 0)));
        var scale = DurationScale(widest) with { Signed = true };
        return scale.Format(ms) + " " + scale.Unit + between + Bounds(interval, scale);
    }

    /// <summary>A difference with its sign, such as <c>+52.1 s</c>.</summary>
    public static string Difference(double ms) =>
        (DurationScale(ms) with { Signed = true }).Format(ms) + " " + DurationScale(ms).Unit;

    /// <summary>A plain number, such as <c>100.3 [98.9, 101.6]</c>.</summary>
    public static string Number(double? number, Interval interval, string between = " ") => number is { } value
        ? Number(number) + between + Bounds(interval, NumberScale(value))
        : Unknown;

    /// <summary>A plain number, such as <c>100.3</c> or <c>1,804</c>.</summary>
    public static string Number(double? number) => number is { } value ? NumberScale(value).Format(value) : Unknown;

    /// <summary>A count, such as <c>197 [190, 206]</c>.</summary>
    public static string Count(double? number, Interval interval, string between = " ") => number is { } value
        ? CountScale.Format(value) + between + Bounds(interval, CountScale)
        : Unknown;

    /// <summary>A count, such as <c>1,804</c>.</summary>
    public static string Count(double? number) => number is { } value ? CountScale.Format(value) : Unknown;

    /// <summary>A share of 0 to 1, such as <c>2.5 % [1.9, 3.2]</c>.</summary>
    public static string Share(Estimate share) =>
        $"{Percent(share.Value)} % [{Percent(share.Interval.Lower)}, {Percent(share.Interval.Upper)}]";

    /// <summary>Money, such as <c>0.0183 USD</c>.</summary>
    public static string Money(decimal amount, string currency) => Money(amount) + " " + currency;

    /// <summary>An amount without its currency, such as <c>0.0183</c>.</summary>
    public static string Money(decimal amount) =>
        amount.ToString(amount is > -1 and < 1 ? "0.0000" : "#,##0.00", CultureInfo.InvariantCulture);

    private static string Percent(double? share) =>
        share is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) : Unknown;

    private static string Bounds(Interval interval, Scale scale) => interval is { Lower: null, Upper: null }
        ? "[too few]"
        : $"[{Bound(interval.Lower, scale)}, {Bound(interval.Upper, scale)}]";

    private static string Bound(double? value, Scale scale) => value is { } bound ? scale.Format(bound) : Unknown;

    private static Scale CountScale => new(1, "#,##0", "");

    private static Scale DurationScale(double ms) => Math.Abs(ms) switch
    {
        < 1 => new Scale(1, "0.000", "ms"),
        < 10 => new Scale(1, "0.00", "ms"),
        < 100 => new Scale(1, "0.0", "ms"),
        < 999.5 => new Scale(1, "0", "ms"),
        < 9_995 => new Scale(1000, "0.00", "s"),
        < 99_950 => new Scale(1000, "0.0", "s"),
        _ => new Scale(1000, "#,##0", "s"),
    };

    private static Scale NumberScale(double number) => Math.Abs(number) switch
    {
        < 10 => new Scale(1, "0.00", ""),
        < 999.5 => new Scale(1, "0.0", ""),
        _ => new Scale(1, "#,##0", ""),
    };

    private readonly record struct Scale(double Divisor, string Digits, string Unit)
    {
        public bool Signed { get; init; }

        public string Format(double value) => (value / Divisor).ToString(
            Signed ? $"+{Digits};−{Digits};{Digits}" : Digits, CultureInfo.InvariantCulture);
    }
}
