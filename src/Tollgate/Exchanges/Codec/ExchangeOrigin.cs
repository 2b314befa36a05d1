namespace Tollgate.Exchanges.Codec;

/// <summary>Where encoded exchanges come from: what they leave out, since all of one origin share it.</summary>
internal sealed record ExchangeOrigin
{
    /// <summary>The id of the instance that measured them.</summary>
    public required string Measurer { get; init; }

    /// <summary>
    /// What its clock's instants are less than the run's, in nanoseconds: decoding adds it to every instant.
    /// </summary>
    public long ClockOffsetNs { get; init; }

    /// <summary>The names of the targets by their numbers.</summary>
    public required IReadOnlyList<string> Targets { get; init; }
}
