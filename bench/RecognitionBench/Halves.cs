using Tollgate.Statistics;

namespace Tollgate.RecognitionBench;

/// <summary>The two halves of the sentences, by chance; by sentence, so that no recording of it is on both sides.</summary>
internal static class Halves
{
    public static bool IsFirst(Pair pair) => new RandomStream(7).Fork((ulong)pair.Id).NextDouble() < 0.5;
}
