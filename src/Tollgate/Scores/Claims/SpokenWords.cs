using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims;

/// <summary>
/// What an agent said at once, with its claims: those about values, absences and refusals at once, those about actions
/// when the caller speaks again or the call ends, since a call may follow the words that announce it.
/// </summary>
internal sealed class SpokenWords(List<Sentence> sentences, int turn, string agent)
{
    public IReadOnlyList<Sentence> Sentences { get; } = sentences;

    /// <summary>How often the caller had spoken before it.</summary>
    public int Turn { get; } = turn;

    public string Agent { get; } = agent;

    /// <summary>The claims so far; complete once <see cref="IsJudged"/>.</summary>
    public List<Claim> Claims { get; } = [];

    public bool IsJudged { get; set; }
}
