using Tollgate.Transcripts;

namespace Tollgate.Measures.Summaries;

/// <summary>Mean parts of a turn's task time, in milliseconds; they add up to <see cref="TotalMs"/>.</summary>
/// <param name="HearingMs">End-pointing and recognition.</param>
/// <param name="RetriesMs">Failed attempts and the waits after them.</param>
/// <param name="SendDelayMs">From intended to sent.</param>
/// <param name="FirstTokenMs">From sent to first token, over the turn's exchanges.</param>
/// <param name="ReasoningMs">Streamed reasoning.</param>
/// <param name="ToolWritingMs">Writing tool calls.</param>
/// <param name="OutputMs">Visible text.</param>
/// <param name="ToolRunMs">Tools running.</param>
internal sealed record TurnPartMeans(
    double HearingMs, double RetriesMs, double SendDelayMs, double FirstTokenMs, double ReasoningMs,
    double ToolWritingMs, double OutputMs, double ToolRunMs)
{
    public double TotalMs =>
        HearingMs + RetriesMs + SendDelayMs + FirstTokenMs + ReasoningMs + ToolWritingMs + OutputMs + ToolRunMs;

    internal static TurnPartMeans Of(IReadOnlyCollection<TurnParts> turns)
    {
        double Mean(Func<TurnParts, long> part) => turns.Average(turn => part(turn) / 1e6);
        return new TurnPartMeans(
            Mean(p => p.HearingNs), Mean(p => p.RetriesNs), Mean(p => p.SendDelayNs), Mean(p => p.FirstTokenNs),
            Mean(p => p.ReasoningNs), Mean(p => p.ToolWritingNs), Mean(p => p.OutputNs), Mean(p => p.ToolRunNs));
    }
}
