using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Tollgate.Values;

/// <summary>Numbers within a tolerance. Whole numbers are exact, however long: they may be somebody's
/// account.</summary>
internal static partial class NumberValue
{
    // Some thousand times what one rounding of a double loses, so that 0.1 + 0.2 is 0.3 after a sum of many terms.
    private const double Rounding = 1e-12;

    public static bool Same(JsonElement a, JsonElement b, double tolerance) =>
        JsonMarshal.GetRawUtf8Value(a).SequenceEqual(JsonMarshal.GetRawUtf8Value(b))
        || (a.TryGetDecimal(out var x) && b.TryGetDecimal(out var y) && Fits(x) && Fits(y)
            ? Same(x, y, tolerance)
            : Same(a.GetDouble(), b.GetDouble(), tolerance));

    public static bool Same(string a, string b, double tolerance) =>
        TryParse(a, out var x) && TryParse(b, out var y) ? Same(x, y, tolerance) : TextValue.Same(a, b);

    public static bool Same(decimal a, decimal b, double tolerance)
    {
        if (a == b)
        {
            return true;
        }

        // The bounds of a decimal leave room for a difference of two within Fits.
        var difference = Math.Abs(a - b);
        if (tolerance > 0 && ((double)difference <= tolerance || Close((double)difference, tolerance)))
        {
            return true;
        }

        return !(decimal.IsInteger(a) && decimal.IsInteger(b))
            && (double)difference <= Rounding * Math.Max((double)Math.Abs(a), (double)Math.Abs(b));
    }

    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        var trimmed = text.Trim();
        return Written().IsMatch(trimmed)
            && decimal.TryParse(
                trimmed.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture,
                out value)
            && Fits(value);
    }

    private static bool Fits(decimal value) => Math.Abs(value) < decimal.MaxValue / 4;

    private static bool Close(double a, double b) => Math.Abs(a - b) <= Rounding * Math.Max(Math.Abs(a), Math.Abs(b));

    // Beyond what a decimal holds. Two infinities are two numbers too large to tell apart: their texts differed.
    private static bool Same(double a, double b, double tolerance) =>
        double.IsFinite(a) && double.IsFinite(b) && (Math.Abs(a - b) <= tolerance || Close(a, b));

    // Digits with commas only where they part thousands: 1,200 but not 1,20.
    [GeneratedRegex(@"^[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:(?<=[0-9])\.|\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$")]
    private static partial Regex Written();
}
