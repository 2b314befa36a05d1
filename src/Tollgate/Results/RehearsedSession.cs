using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Results;

/// <summary>A session: what was said and done, and what it was worth.</summary>
/// <param name="Transcript">What was said and done.</param>
/// <param name="Score">What it was worth; null where its suite cannot be read any more.</param>
/// <param name="Counts">What each score counted, by its name.</param>
internal sealed record RehearsedSession(
    Transcript Transcript, SessionScore? Score, IReadOnlyDictionary<string, ScoreCount> Counts)
{
    /// <summary>What was not right, in order of turns.</summary>
    public IReadOnlyList<(int Turn, string Reason)> Findings => Score is null
        ? []
        :
        [
            .. Score.Calls.Where(static call => call.IsWrong)
                .Select(static call => (Math.Max(0, call.Turn), call.Reason))
                .Concat(Score.Items.Where(static item => item.Right == false)
                    .Select(static item => (Math.Max(0, item.Turn), item.Reason)))
                .OrderBy(static found => found.Item1),
        ];
}
