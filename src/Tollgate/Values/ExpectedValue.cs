namespace Tollgate.Values;

/// <summary>What a value must be: one of <paramref name="AnyOf"/>, compared by <paramref name="Rule"/>.</summary>
/// <param name="AnyOf">
/// The values that are right; a JSON null means that the value must be absent or null. Empty where the rule needs none
/// (<see cref="ValueKind.Any"/>); for <see cref="ValueKind.Pattern"/> regular expressions.
/// </param>
/// <param name="Rule">How a value is compared with them.</param>
public sealed record ExpectedValue(IReadOnlyList<JsonElement> AnyOf, ValueRule Rule)
{
    private readonly JsonElement? example;

    /// <summary>
    /// A value that is right, as simulated models give it: the first of <see cref="AnyOf"/> where the suite gives none.
    /// Null where it is to be left out.
    /// </summary>
    public JsonElement? Example
    {
        get => example ?? (Rule.Kind is ValueKind.Pattern || AnyOf.Count == 0 ? null : AnyOf[0]);
        init => example = value;
    }
}
