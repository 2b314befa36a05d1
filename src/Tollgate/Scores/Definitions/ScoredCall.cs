using Tollgate.Scores.Calls;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Scores.Definitions;

/// <summary>A session as its scores count it: what was found in it.</summary>
/// <param name="View">The session beside what it asked of the model.</param>
/// <param name="Calls">Each call that was expected or made.</param>
/// <param name="Items">Everything else that was found; a score may add to it.</param>
/// <param name="Words">What was counted while the agents' words were read, by the score's name.</param>
internal sealed record ScoredCall(
    SessionView View, CallMatches Calls, List<ScoredItem> Items, IReadOnlyDictionary<string, ScoreCount> Words)
{
    /// <summary>Right items of all that count.</summary>
    public ScoreCount RightOf(string score) => new(
        Items.Count(item => item.Score == score && item.Right == true),
        Items.Count(item => item.Score == score && item.Right is not null));

    /// <summary>Wrong items of all.</summary>
    public ScoreCount WrongOf(string score) => new(
        Items.Count(item => item.Score == score && item.Right == false), Items.Count(item => item.Score == score));
}
