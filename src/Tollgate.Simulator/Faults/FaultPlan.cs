using Tollgate.Statistics;

namespace Tollgate.Simulator.Faults;

/// <summary>What goes wrong in a simulated provider. Each request has at most one of the chances.</summary>
internal sealed record FaultPlan
{
    public static FaultPlan None { get; } = new();

    /// <summary>How every answer is, before chance and the request's header have their say.</summary>
    public Injection Always { get; init; } = Injection.None;

    /// <summary>Drawn for each request from its own random stream. The probabilities' sum is at most 1.</summary>
    public IReadOnlyList<FaultChance> Chances { get; init; } = [];

    /// <summary>Reads one setting more: <c>stall=2s</c> for every answer, or <c>1% stall=2s</c> for some.</summary>
    /// <param name="setting">A list as <see cref="Injection"/> has it, with an optional percentage in front.</param>
    /// <param name="error">One sentence, where it is wrong.</param>
    /// <returns>Null where it is wrong.</returns>
    public FaultPlan? Add(string setting, out string? error)
    {
        var text = setting.Trim();
        var space = text.IndexOf(' ');
        if (space < 0 || text[space - 1] != '%')
        {
            return Always.Parse(text, out error) is { } always ? this with { Always = always } : null;
        }

        if (!double.TryParse(text[..(space - 1)], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var percent) || percent > 100)
        {
            error = $"found `{text[..space]}`, expected a percentage from 0% to 100%.";
            return null;
        }

        if (Injection.None.Parse(text[space..], out error) is not { } injection)
        {
            return null;
        }

        var chances = Chances.Append(new FaultChance(percent / 100, injection)).ToArray();
        if (chances.Sum(c => c.Probability) > 1 + 1e-9)
        {
            error = $"found `{text[..space]}`, expected percentages whose sum is at most 100%.";
            return null;
        }

        return this with { Chances = chances };
    }

    /// <summary>What befalls the request that owns <paramref name="random"/>.</summary>
    internal Injection Draw(RandomStream random)
    {
        var u = random.NextDouble();
        foreach (var chance in Chances)
        {
            if (u < chance.Probability)
            {
                return chance.Injection;
            }

            u -= chance.Probability;
        }

        return Always;
    }
}
