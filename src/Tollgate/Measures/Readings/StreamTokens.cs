using Tollgate.Exchanges;

namespace Tollgate.Measures.Readings;

/// <summary>
/// The tokens of one stream. The provider's count is taken where there is one, less the reasoning that it did not
/// stream; else characters / 4. They are shared out among the arrivals by their characters, at least 1 to each.
/// </summary>
internal readonly struct StreamTokens
{
    /// <summary>Characters to a token where the provider does not count.</summary>
    public const double CharactersPerToken = 4;

    private readonly double perCharacter;

    public StreamTokens(Exchange exchange)
    {
        long characters = 0;
        var reasoned = false;
        foreach (ref readonly var arrival in exchange.Timeline.Arrivals.Span)
        {
            characters += arrival.Characters;
            reasoned |= arrival.Kind == ArrivalKind.Reasoning;
        }

        if (exchange.Usage is { Output: > 0 } usage)
        {
            Source = TokenSource.Provider;
            Output = usage.Output;
            Streamed = Math.Max(0, usage.Output - (reasoned ? 0 : usage.Reasoning));
        }
        else
        {
            Source = TokenSource.Estimated;
            Output = Streamed = characters / CharactersPerToken;
        }

        perCharacter = characters > 0 ? Streamed / characters : 0;
    }

    public TokenSource Source { get; }

    /// <summary>All that was generated, hidden reasoning included.</summary>
    public double Output { get; }

    /// <summary>What came over the stream.</summary>
    public double Streamed { get; }

    /// <summary>The tokens of one arrival, at least 1.</summary>
    public double Of(in Arrival arrival) => Math.Max(1, arrival.Characters * perCharacter);
}
