namespace Tollgate.Measures.Readings;

/// <summary>What an exchange must keep to count as good. A null limit asks nothing; a set one is positive.</summary>
internal sealed record Limits
{
    /// <summary>Milliseconds from the intended start to the first token.</summary>
    public double? FirstTokenMs { get; init; }

    /// <summary>Milliseconds between any two arrivals.</summary>
    public double? GapMs { get; init; }

    /// <summary>Milliseconds from the first attempt's intended start to the last token.</summary>
    public double? TotalMs { get; init; }

    /// <summary>Whether any limit is set.</summary>
    public bool Any => FirstTokenMs is not null || GapMs is not null || TotalMs is not null;
}
