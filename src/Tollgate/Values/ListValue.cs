namespace Tollgate.Values;

/// <summary>Lists, in order or not. Each item counts as often as it stands there.</summary>
internal static class ListValue
{
    // Items of a set are compared each with each; beyond that many, they must stand in the same order.
    private const int MaxInAnyOrder = 256;

    public static bool SameList(JsonElement expected, JsonElement given, ValueRule items, DateTime now)
    {
        var count = expected.GetArrayLength();
        if (count != given.GetArrayLength())
        {
            return false;
        }

        using var left = expected.EnumerateArray();
        using var right = given.EnumerateArray();
        while (left.MoveNext() && right.MoveNext())
        {
            if (!ValueComparer.Same(left.Current, right.Current, items, now))
            {
                return false;
            }
        }

        return true;
    }

    public static bool SameSet(JsonElement expected, JsonElement given, ValueRule items, DateTime now)
    {
        var count = expected.GetArrayLength();
        if (count != given.GetArrayLength())
        {
            return false;
        }

        if (count > MaxInAnyOrder)
        {
            return SameList(expected, given, items, now);
        }

        JsonElement[] left = [.. expected.EnumerateArray()];
        JsonElement[] right = [.. given.EnumerateArray()];
        var same = new bool[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                same[i, j] = ValueComparer.Same(left[i], right[j], items, now);
            }
        }

        // With a tolerance, an item may fit several others, so that the first that fits may be the wrong one to take:
        // a complete matching is looked for by augmenting paths.
        var takenBy = new int[count];
        Array.Fill(takenBy, -1);
        for (var i = 0; i < count; i++)
        {
            if (!Place(i, same, takenBy, new bool[count]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Place(int item, bool[,] same, int[] takenBy, bool[] tried)
    {
        for (var j = 0; j < takenBy.Length; j++)
        {
            if (same[item, j] && !tried[j])
            {
                tried[j] = true;
                if (takenBy[j] < 0 || Place(takenBy[j], same, takenBy, tried))
                {
                    takenBy[j] = item;
                    return true;
                }
            }
        }

        return false;
    }
}
