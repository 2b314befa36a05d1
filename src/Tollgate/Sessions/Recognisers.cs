using System.Collections.Concurrent;
using Tollgate.Acts;
using Tollgate.Sessions.Recognition;

namespace Tollgate.Sessions;

/// <summary>One recogniser for each word error rate, since making one takes longer than using it.</summary>
internal static class Recognisers
{
    private static readonly ConcurrentDictionary<double, Recogniser> Known = new();

    // What is said slowly or spelled gets through better, as it does with people; see docs/recognition.md.
    private const double SlowFactor = 0.6;
    private const double SpelledFactor = 0.45;

    /// <summary>The recogniser for words that are said with care.</summary>
    public static Recogniser Careful(double wordErrorRate, SayingStyle style) => Of(wordErrorRate * (style switch
    {
        SayingStyle.Plain => 1,
        SayingStyle.Slow => SlowFactor,
        _ => SpelledFactor,
    }));

    public static Recogniser Of(double wordErrorRate) => Known.GetOrAdd(
        wordErrorRate, static rate => new Recogniser(new RecogniserSettings { WordErrorRate = rate }));
}
