using Tollgate.Unicode;

namespace Tollgate.Input;

/// <summary>Finds what a misspelt word was meant to be.</summary>
internal static class Suggestions
{
    /// <summary>The known word that is nearest; null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        known.Select(candidate => (candidate, distance: EditDistance.Of(word, candidate)))
            .Where(near => near.distance <= Math.Max(1, Math.Min(word.Length, near.candidate.Length) / 3))
            .OrderBy(near => near.distance)
            .ThenBy(near => near.candidate, StringComparer.Ordinal)
            .Select(near => near.candidate)
            .FirstOrDefault();

    /// <summary>The end of a sentence that asks whether the nearest was meant; empty where none is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } near ? $"; did you mean \"{near}\"?" : "";
}
