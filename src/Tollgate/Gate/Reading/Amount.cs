using System.Text.RegularExpressions;
using Tollgate.Figures;
using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>An amount as a rubric writes it: a number and its unit. <c>default</c> is 0 without a unit.</summary>
/// <param name="Sign">What stands before the number: "+", "-" or nothing.</param>
/// <param name="Number">0 or more.</param>
/// <param name="Unit">What stands after it; empty for nothing.</param>
internal readonly partial record struct Amount(string Sign, decimal Number, string Unit)
{
    /// <summary>Beyond every figure, and far from where sums lose their digits.</summary>
    public const decimal Most = 1_000_000_000;

    public bool IsCurrency => Unit.Length == 3 && Unit.All(char.IsAsciiLetterUpper);

    /// <summary>Null where the text is none, such as NaN or 1e5.</summary>
    public static Amount? Parse(string text) =>
        Pattern().Match(text) is { Success: true } match
            && decimal.TryParse(
                match.Groups[2].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= Most
            ? new Amount(match.Groups[1].Value, number, match.Groups[3].Value)
            : null;

    /// <summary>In the figure's own unit; null where the amount's is none of the figure's.</summary>
    public double? In(FigureUnit unit) => unit switch
    {
        FigureUnit.Milliseconds => Time()?.TotalMilliseconds,
        FigureUnit.Seconds => Time()?.TotalSeconds,
        FigureUnit.Share when Unit is "point" or "points" => (double)(Number / 100),
        FigureUnit.TokensPerSecond when Unit is "tokens/s" or "token/s" => (double)Number,
        FigureUnit.Tokens when Unit is "token" or "tokens" => (double)Number,
        FigureUnit.Money when IsCurrency => (double)Number,
        FigureUnit.Plain when Unit.Length == 0 => (double)Number,
        _ => null,
    };

    private TimeSpan? Time() =>
        Durations.TryParse(Number.ToString(CultureInfo.InvariantCulture) + Unit, out var time) ? time : null;

    [GeneratedRegex(@"^([+-]?)\s*([0-9]{1,18}(?:\.[0-9]{1,18})?|\.[0-9]{1,18})\s*([a-zA-Z/%]*)$")]
    private static partial Regex Pattern();
}
