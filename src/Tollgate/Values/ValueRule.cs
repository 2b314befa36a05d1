namespace Tollgate.Values;

/// <summary>How two values are compared.</summary>
/// <param name="Kind">What they mean.</param>
public sealed record ValueRule(ValueKind Kind)
{
    /// <summary>For numbers and money: the largest difference that still counts as the same; not negative.</summary>
    public double Tolerance { get; init; }

    /// <summary>
    /// For <see cref="ValueKind.Set"/> and <see cref="ValueKind.List"/>: how the items compare; null for text.
    /// </summary>
    public ValueRule? Items { get; init; }

    /// <summary>For <see cref="ValueKind.Object"/>: how the fields compare, by name.</summary>
    public IReadOnlyDictionary<string, ValueRule> Fields { get; init; } = new Dictionary<string, ValueRule>();

    public static ValueRule Text { get; } = new(ValueKind.Text);

    public static ValueRule Any { get; } = new(ValueKind.Any);
}
