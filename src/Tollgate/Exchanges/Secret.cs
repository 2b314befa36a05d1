namespace Tollgate.Exchanges;

/// <summary>A key. It prints as asterisks wherever it turns up; only <see cref="Reveal"/> gives it away.</summary>
internal readonly struct Secret(string value) : IEquatable<Secret>
{
    private readonly string? value = value;

    /// <summary>Whether there is none; so is <c>default</c>.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(value);

    /// <summary>The key itself, for the one place that writes the request's headers.</summary>
    public string Reveal() => value ?? "";

    public override string ToString() => IsEmpty ? "" : "***";

    public bool Equals(Secret other) => Reveal() == other.Reveal();

    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);
}
