using Tollgate.Exchanges;

namespace Tollgate.Cli.Flags;

/// <summary>A price as <c>--price</c> takes it: US dollars for a million tokens in and out, such as 2.5,10.</summary>
internal static class UsdPrice
{
    public static bool TryParse(string text, out Price? price)
    {
        var parts = text.Split(',');
        price = parts.Length == 2 && TryAmount(parts[0], out var input) && TryAmount(parts[1], out var output)
            ? new Price("USD", input, input, input, output)
            : null;
        return price is not null;
    }

    private static bool TryAmount(string text, out decimal amount) => decimal.TryParse(
        text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && amount <= Price.Most;
}
