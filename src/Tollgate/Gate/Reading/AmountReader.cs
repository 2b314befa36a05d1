using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>
/// Reads a criterion's margins and values in its figure's unit, and holds what currency its money has.
/// </summary>
internal sealed class AmountReader(YamlMap map, Figure figure, BetterWhen better)
{
    // Ten times worse is as bad as any.
    private const decimal MaxPercent = 1_000;

    /// <summary>ISO 4217; null while no amount of money was read.</summary>
    public string? Currency { get; private set; }

    /// <summary>A margin; null where it is absent or wrong.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="betterBy">It is by how much better; otherwise, by how much worse.</param>
    /// <param name="zero">Whether it may be 0.</param>
    public Margin? Margin(string key, bool betterBy, bool zero)
    {
        var expected = AmountUnits.OfMargin(figure.Unit);
        if (Read(key, expected) is not var (amount, shown))
        {
            return null;
        }

        string? wrong;
        Margin margin = default;
        if (amount.Sign.Length > 0)
        {
            var says = betterBy ? "better" : "worse";
            wrong = $"found {shown}, a margin with a sign; expected one without: `{key}` says by how much {says}, whichever way {figure.Name} gets better";
        }
        else if (amount.Unit == "%")
        {
            margin = new Margin((double)(amount.Number / 100), Relative: true);
            wrong = WrongPercent(amount, shown, betterBy);
        }
        else if (amount.In(figure.Unit) is { } own)
        {
            margin = new Margin(own, Relative: false);
            wrong = figure.Unit == FigureUnit.Share && own >= 1
                ? $"found {shown}, more than a share can change; expected fewer than 100 points"
                : WrongCurrency(amount, shown);
        }
        else
        {
            wrong = WrongUnit(amount, shown, expected);
        }

        // An amount that is too small for the unit's digits counts as none.
        wrong ??= !zero && margin.Amount == 0 ? $"found {shown}; expected a margin above zero: {expected}" : null;
        return Give(key, wrong) ? margin : null;
    }

    /// <summary>A value in the figure's unit, 0 or more; null where it is absent or wrong.</summary>
    public double? Value(string key)
    {
        var expected = AmountUnits.OfValue(figure.Unit);
        if (Read(key, expected) is not var (amount, shown))
        {
            return null;
        }

        var isPercent = figure.Unit == FigureUnit.Share && amount is { Unit: "%", Number: <= 100 };
        var value = isPercent ? (double)(amount.Number / 100)
            : figure.Unit == FigureUnit.Share ? null
            : amount.In(figure.Unit);

        // A rating or a sentiment may lie below zero, and nothing else.
        var sign = figure.Unit == FigureUnit.Plain && amount.Sign == "-" ? -1 : 1;
        var wrong = amount.Sign == "+" || (amount.Sign == "-" && sign == 1) ? $"found {shown}; expected {expected}, without a sign"
            : value is null ? WrongUnit(amount, shown, expected)
            : WrongCurrency(amount, shown);
        return Give(key, wrong) ? value * sign : null;
    }

    private (Amount Amount, string Shown)? Read(string key, string expected)
    {
        if (map.ValueOf(key) is not { } node || map.Context.Value(node, expected) is not { } value)
        {
            return null;
        }

        if (Amount.Parse(value.Text) is { } amount)
        {
            return (amount, value.Shown);
        }

        map.Context.Fail(node, $"found {value.Shown}; expected {expected}");
        return null;
    }

    private string? WrongPercent(Amount amount, string shown, bool betterBy)
    {
        // What gets lower gets better by less than all of it; what gets higher gets worse by less than all of it.
        var isBounded = betterBy == (better == BetterWhen.Lower);
        return figure.Unit == FigureUnit.Share ? $"found {shown}, which may mean a part of the baseline's share or of all; expected points: from 90% to 92% are 2 points"
            : isBounded && amount.Number >= 100 ? $"found {shown}, but {figure.Name} cannot get {(betterBy ? "better" : "worse")} by all that it is; expected less than 100%"
            : amount.Number > MaxPercent ? $"found {shown}; expected at most {MaxPercent}%"
            : null;
    }

    private string WrongUnit(Amount amount, string shown, string expected) =>
        amount.Unit.Length == 0 ? $"found {shown}, which has no unit; expected {expected}"
        : $"found {shown}, but {figure.Name} {AmountUnits.Name(figure.Unit)}; expected {expected}";

    private string? WrongCurrency(Amount amount, string shown)
    {
        if (figure.Unit != FigureUnit.Money)
        {
            return null;
        }

        Currency ??= amount.Unit;
        return Currency == amount.Unit ? null : $"found {shown} beside an amount in {Currency}; expected one currency";
    }

    private bool Give(string key, string? wrong)
    {
        if (wrong is not null)
        {
            map.Context.Fail(map.ValueOf(key) ?? map.Node, wrong);
        }

        return wrong is null;
    }
}
