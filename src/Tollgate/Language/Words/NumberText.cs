namespace Tollgate.Language.Words;

/// <summary>Writes numbers as people say them: the other way round than <see cref="NumberWords"/>.</summary>
internal static class NumberText
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>From 0 to 999,999,999; others in figures.</summary>
    public static string Cardinal(long number) => number switch
    {
        < 0 or > 999_999_999 => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        < 20 => Small[number],
        < 100 => number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]}-{Small[number % 10]}",
        < 1_000 => $"{Small[number / 100]} hundred{Rest(number % 100)}",
        < 1_000_000 => $"{Cardinal(number / 1_000)} thousand{Rest(number % 1_000)}",
        _ => $"{Cardinal(number / 1_000_000)} million{Rest(number % 1_000_000)}",
    };

    /// <summary>From 1 to 99: <c>twenty-first</c>.</summary>
    public static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        5 => "fifth",
        8 => "eighth",
        9 => "ninth",
        12 => "twelfth",
        < 20 => Small[number] + "th",
        _ when number % 10 == 0 => Tens[number / 10][..^1] + "ieth",
        _ => $"{Tens[number / 10]}-{Ordinal(number % 10)}",
    };

    /// <summary>A year as it is read out: <c>nineteen eighty-four</c>, <c>two thousand nine</c>.</summary>
    public static string Year(int year) => year switch
    {
        >= 2000 and < 2010 => "two thousand" + Rest(year % 1000),
        >= 1100 and < 2100 when year % 100 == 0 => $"{Cardinal(year / 100)} hundred",
        >= 1100 and < 2100 when year % 100 < 10 => $"{Cardinal(year / 100)} oh {Small[year % 100]}",
        >= 1100 and < 2100 => $"{Cardinal(year / 100)} {Cardinal(year % 100)}",
        _ => Cardinal(year),
    };

    /// <summary>One word for a digit.</summary>
    public static string Digit(char digit) => Small[digit - '0'];

    private static string Rest(long rest) => rest == 0 ? "" : " " + Cardinal(rest);
}
