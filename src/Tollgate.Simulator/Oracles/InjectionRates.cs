namespace Tollgate.Simulator.Oracles;

/// <summary>How often each fault is planted where it can be: for each call, or for each reply. Each 0 to 1.</summary>
internal sealed record InjectionRates
{
    private const string AllFabrications = "fabrication";

    private readonly double[] rates = new double[Kinds.Length];

    private static FaultKind[] Kinds { get; } = Enum.GetValues<FaultKind>();

    /// <summary>Nothing is spoiled.</summary>
    public static InjectionRates None { get; } = new();

    /// <summary>The kinds of invented facts.</summary>
    public static IReadOnlyList<FaultKind> Fabrications { get; } =
        [.. Kinds.Where(static kind => kind is >= FaultKind.FabricatedDate and <= FaultKind.FabricatedEmail)];

    public double this[FaultKind kind] => rates[(int)kind];

    /// <summary>One kind alone, 0 to 1.</summary>
    public static InjectionRates Of(FaultKind kind, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        var made = new InjectionRates();
        made.rates[(int)kind] = rate;
        return made;
    }

    /// <summary>The name of a kind as <see cref="Parse"/> reads it: <c>wrong_value</c>.</summary>
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>
    /// Reads <c>wrong_value=0.02,fabrication=0.1</c>; <c>fabrication</c> is shared out among all kinds of it.
    /// </summary>
    /// <exception cref="FormatException">It is no such list; the message says what was found and expected.</exception>
    public static InjectionRates Parse(string text)
    {
        var made = new InjectionRates();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length != 2
                || !double.TryParse(pair[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
                || !(rate >= 0 && rate <= 1))
            {
                throw new FormatException($"`{part}`: expected a kind of fault and a rate from 0 to 1, as in wrong_value=0.02");
            }

            if (pair[0] == AllFabrications)
            {
                foreach (var kind in Fabrications)
                {
                    made.rates[(int)kind] = rate / Fabrications.Count;
                }

                continue;
            }

            var at = Array.FindIndex(Kinds, kind => NameOf(kind) == pair[0]);
            if (at < 0)
            {
                throw new FormatException(
                    $"`{pair[0]}` is no kind of fault; expected {AllFabrications} or one of {string.Join(", ", Kinds.Select(NameOf))}");
            }

            made.rates[at] = rate;
        }

        return made;
    }
}
