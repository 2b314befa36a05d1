using Tollgate.Figures;

namespace Tollgate.Gate.Reading;

/// <summary>How a figure's amounts are written: examples for messages.</summary>
internal static class AmountUnits
{
    /// <summary>What to say a margin was expected to be.</summary>
    public static string OfMargin(FigureUnit unit) => unit switch
    {
        FigureUnit.Share => "points such as 2 points",
        FigureUnit.Milliseconds => "10% (of the baseline's value) or a time such as 50 ms",
        FigureUnit.Seconds => "10% (of the baseline's value) or a time such as 5 s",
        FigureUnit.TokensPerSecond => "10% (of the baseline's value) or a rate such as 3 tokens/s",
        FigureUnit.Tokens => "10% (of the baseline's value) or an amount such as 20 tokens",
        FigureUnit.Money => "10% (of the baseline's value) or an amount of money such as 0.002 USD",
        _ => "10% (of the baseline's value) or a number such as 0.5",
    };

    /// <summary>What to say a value was expected to be.</summary>
    public static string OfValue(FigureUnit unit) => unit switch
    {
        FigureUnit.Share => "a share from 0% to 100%, such as 95%",
        FigureUnit.Milliseconds => "a time such as 800 ms",
        FigureUnit.Seconds => "a time such as 90 s",
        FigureUnit.TokensPerSecond => "a rate such as 40 tokens/s",
        FigureUnit.Tokens => "an amount such as 200 tokens",
        FigureUnit.Money => "an amount of money such as 0.02 USD",
        _ => "a number such as 4.2",
    };

    /// <summary>What the figure is counted in, as a sentence's end.</summary>
    public static string Name(FigureUnit unit) => unit switch
    {
        FigureUnit.Share => "is a share",
        FigureUnit.Milliseconds => "is a time",
        FigureUnit.Seconds => "is a time",
        FigureUnit.TokensPerSecond => "is counted in tokens/s",
        FigureUnit.Tokens => "is counted in tokens",
        FigureUnit.Money => "is an amount of money",
        _ => "is a plain number",
    };
}
