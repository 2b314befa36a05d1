namespace Tollgate.Sessions.Recognition;

/// <summary>How far two pronunciations are apart: the cheapest way of turning one into the other, phone by phone.</summary>
internal static class PhoneDistance
{
    /// <summary>Longer pronunciations are cut there; no word is so long.</summary>
    public const int MaxPhones = 32;

    /// <summary>The distance; infinity where it is beyond <paramref name="most"/>.</summary>
    public static double Between(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, double most)
    {
        one = one[..Math.Min(one.Length, MaxPhones)];
        other = other[..Math.Min(other.Length, MaxPhones)];
        Span<double> above = stackalloc double[MaxPhones + 1];
        Span<double> row = stackalloc double[MaxPhones + 1];
        above[0] = 0;
        for (var j = 1; j <= other.Length; j++)
        {
            above[j] = above[j - 1] + Phones.LossOf(other[j - 1]);
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var lost = Phones.LossOf(one[i - 1]);
            row[0] = above[0] + lost;
            var least = row[0];
            for (var j = 1; j <= other.Length; j++)
            {
                var kept = above[j - 1] + Phones.Distance(one[i - 1], other[j - 1]);
                var shorter = above[j] + lost;
                var longer = row[j - 1] + Phones.LossOf(other[j - 1]);
                row[j] = Math.Min(kept, Math.Min(shorter, longer));
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return double.PositiveInfinity;
            }

            var swap = above;
            above = row;
            row = swap;
        }

        return above[other.Length] > most ? double.PositiveInfinity : above[other.Length];
    }
}
