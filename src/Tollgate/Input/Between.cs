namespace Tollgate.Input;

/// <summary>What a number may be: from the least to the most, both included.</summary>
internal readonly record struct Between<T>(T Min, T Max)
    where T : struct, IComparable<T>
{
    public bool Holds(T value) => value.CompareTo(Min) >= 0 && value.CompareTo(Max) <= 0;
}
