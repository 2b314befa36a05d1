using System.Collections.Concurrent;
using Tollgate.Acts.Slots;
using Tollgate.Sessions.Recognition;

namespace Tollgate.Sessions;

/// <summary>One recogniser for each word error rate, since making one takes longer than using it.</summary>
internal static class Recognisers
{
    private static readonly ConcurrentDictionary<double, Recogniser> Known = new();

    // What is said again with care gets through a little better, as it does with people; see docs/recognition.md.
    private const double CareFactor = 0.86;

    /// <summary>The recogniser for words that are said in this way.</summary>
    public static Recogniser Careful(double wordErrorRate, SayingStyle style) =>
        Of(style == SayingStyle.Plain ? wordErrorRate : wordErrorRate * CareFactor);

    public static Recogniser Of(double wordErrorRate) => Known.GetOrAdd(
        wordErrorRate, static rate => new Recogniser(new RecogniserSettings { WordErrorRate = rate }));
}
