using System.Collections.Concurrent;
using Tollgate.Statistics;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// The words of the vocabulary that sound most like some phones. Found once for each pronunciation and kept, up to a
/// bound; safe for concurrent use, and what is kept changes no answer.
/// </summary>
internal sealed class SoundNeighbours(Vocabulary vocabulary)
{
    private const int Most = 10;
    private const int MaxKept = 50_000;

    // A rare word must sound better than a common one to be heard.
    private const double RarityCost = 0.3;

    // How quickly the chance falls with distance.
    private const double Reach = 0.3;

    private readonly ConcurrentDictionary<string, Choice[]> kept = new();
    private int keptCount;

    public static SoundNeighbours Shared { get; } = new(Vocabulary.Shared);

    /// <summary>
    /// One of the neighbours, the nearer and the commoner the likelier, that <paramref name="allowed"/> takes; null
    /// where there is none.
    /// </summary>
    public string? Draw(ReadOnlySpan<byte> phones, RandomStream random, Predicate<string> allowed)
    {
        var choices = Of(phones);
        Span<double> weights = stackalloc double[Most];
        var total = 0.0;
        for (var i = 0; i < choices.Length; i++)
        {
            total += weights[i] = allowed(choices[i].Key) ? choices[i].Weight : 0;
        }

        var left = random.NextDouble() * total;
        for (var i = 0; i < choices.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return choices[i].Word;
            }
        }

        return null;
    }

    /// <summary>The neighbours, the nearest first; none where there are no phones.</summary>
    public Choice[] Of(ReadOnlySpan<byte> phones)
    {
        if (phones.IsEmpty)
        {
            return [];
        }

        var key = string.Create(phones.Length, phones, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (char)from[i];
            }
        });
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        var found = Search(phones);
        if (Volatile.Read(ref keptCount) < MaxKept && kept.TryAdd(key, found))
        {
            Interlocked.Increment(ref keptCount);
        }

        return found;
    }

    private Choice[] Search(ReadOnlySpan<byte> phones)
    {
        var best = vocabulary.Sounds.Nearest(phones, Most, RarityCost);
        var least = best.Count > 0 ? best[0].Cost : 0;
        return [.. best.Select(one => new Choice(
            one.Entry.Word, WordAlignment.Key(one.Entry.Word),
            Math.Exp((least - one.Cost) / Reach) * one.Entry.Commonness))];
    }

    internal readonly record struct Choice(string Word, string Key, double Weight);
}
