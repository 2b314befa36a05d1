namespace Tollgate.Measures.Readings;

/// <summary>Takes the values that a measure has in one exchange; used again for the next. Not thread-safe.</summary>
internal sealed class ValueBuffer
{
    private double[] values = new double[256];
    private int count;

    /// <summary>The values so far, in the measure's unit.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, count);

    /// <summary>Values of which only a bound is known: they are counted and left out.</summary>
    public int Bounded { get; private set; }

    public void Clear() => (count, Bounded) = (0, 0);

    public void Add(double value)
    {
        if (count == values.Length)
        {
            Array.Resize(ref values, count * 2);
        }

        values[count++] = value;
    }

    public void LeaveOutBound() => Bounded++;
}
