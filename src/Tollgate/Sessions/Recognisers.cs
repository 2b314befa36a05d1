using System.Collections.Concurrent;
using Tollgate.Sessions.Recognition;

namespace Tollgate.Sessions;

/// <summary>One recogniser for each word error rate, since making one takes longer than using it.</summary>
internal static class Recognisers
{
    private static readonly ConcurrentDictionary<double, Recogniser> Known = new();

    public static Recogniser Of(double wordErrorRate) => Known.GetOrAdd(
        wordErrorRate, static rate => new Recogniser(new RecogniserSettings { WordErrorRate = rate }));
}
