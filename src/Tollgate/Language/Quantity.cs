namespace Tollgate.Language;

/// <summary>A number with what it counts, as a text says it.</summary>
/// <param name="Values">What the words may mean: "one fifty-nine" is 159 and 1.59.</param>
/// <param name="Unit">
/// <see cref="Money"/>, <see cref="Percent"/>, <see cref="Minutes"/> (hours, days and weeks too), <see cref="Months"/> (years
/// too), the stem of the noun that is counted, or empty.
/// </param>
/// <param name="Start">Its first token.</param>
/// <param name="End">Behind its last token.</param>
internal readonly record struct Quantity(decimal[] Values, string Unit, int Start, int End)
{
    public const string Money = "$";

    public const string Percent = "%";

    public const string Minutes = "min";

    public const string Months = "mon";
}
