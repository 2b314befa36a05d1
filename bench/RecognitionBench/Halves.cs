using Tollgate.Statistics;

namespace Tollgate.RecognitionBench;

/// <summary>Which sentences the parameters were fitted on; by sentence, so that no recording of it is on both sides.</summary>
internal static class Halves
{
    public static bool IsFitted(Pair pair) => new RandomStream(7).Fork((ulong)pair.Id).NextDouble() < 0.5;
}
