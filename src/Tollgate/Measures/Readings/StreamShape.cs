using Tollgate.Exchanges;

namespace Tollgate.Measures.Readings;

/// <summary>
/// How the stream of one exchange spent its time, by what each gap led to. Instants and spans are nanoseconds.
/// <c>default</c> is a stream without arrivals.
/// </summary>
/// <remarks>
/// Arrivals that came in one read share the stamp of its last byte. So the gap into such a group, and the gaps within
/// it, are bounds and no numbers: they are counted and left out. The gap out of it is exact, since the last arrival of
/// the group ends where the stamp was taken.
/// </remarks>
internal readonly record struct StreamShape
{
    /// <summary>Between arrivals, where the later one is streamed reasoning.</summary>
    public long ReasoningNs { get; init; }

    /// <summary>Between arrivals, where the later one writes a tool call.</summary>
    public long ToolNs { get; init; }

    /// <summary>Between arrivals, where the later one is visible text.</summary>
    public long OutputNs { get; init; }

    /// <summary>The longest gap, whether exact or a bound.</summary>
    public long LongestGapNs { get; init; }

    /// <summary>The tokens after those of the first arrival.</summary>
    public double TokensAfterFirst { get; init; }

    /// <summary>Arrivals that came in the same read as the one before them.</summary>
    public long Coalesced { get; init; }

    /// <summary>Gaps above the bound of a stall for certain.</summary>
    public long Stalls { get; init; }

    /// <summary>Gaps of which only an upper bound is known, and that is above the bound of a stall.</summary>
    public long PossibleStalls { get; init; }

    /// <summary>From the first token to the last.</summary>
    public long SpanNs => ReasoningNs + ToolNs + OutputNs;

    /// <summary>
    /// Whether the arrival is the first of several that came in one read: its instant is an upper bound.
    /// </summary>
    public static bool HeadsGroup(ReadOnlySpan<Arrival> arrivals, int i) =>
        i + 1 < arrivals.Length && arrivals[i + 1].Coalesced;

    /// <summary>
    /// Whether the gap before the arrival, which must not be the first, is known and not only bounded.
    /// </summary>
    public static bool IsGapExact(ReadOnlySpan<Arrival> arrivals, int i) =>
        !arrivals[i].Coalesced && !HeadsGroup(arrivals, i);

    /// <param name="arrivals">At least one.</param>
    /// <param name="tokens">The stream's tokens.</param>
    /// <param name="stallNs">A gap above this is a stall.</param>
    public static StreamShape Of(ReadOnlySpan<Arrival> arrivals, in StreamTokens tokens, long stallNs)
    {
        long reasoningNs = 0, toolNs = 0, outputNs = 0, longestNs = 0, coalesced = 0, stalls = 0, possible = 0;
        for (var i = 1; i < arrivals.Length; i++)
        {
            ref readonly var arrival = ref arrivals[i];
            var gapNs = arrival.AtNs - arrivals[i - 1].AtNs;
            longestNs = Math.Max(longestNs, gapNs);
            switch (arrival.Kind)
            {
                case ArrivalKind.Reasoning: reasoningNs += gapNs; break;
                case ArrivalKind.Tool: toolNs += gapNs; break;
                default: outputNs += gapNs; break;
            }

            if (arrival.Coalesced)
            {
                coalesced++;
            }
            else if (gapNs > stallNs)
            {
                var isBound = HeadsGroup(arrivals, i);
                possible += isBound ? 1 : 0;
                stalls += isBound ? 0 : 1;
            }
        }

        return new StreamShape
        {
            ReasoningNs = reasoningNs,
            ToolNs = toolNs,
            OutputNs = outputNs,
            LongestGapNs = longestNs,
            TokensAfterFirst = arrivals.Length > 1 ? Math.Max(0, tokens.Streamed - tokens.Of(arrivals[0])) : 0,
            Coalesced = coalesced,
            Stalls = stalls,
            PossibleStalls = possible,
        };
    }
}
