using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Scores.Calls;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Scores.Words;

/// <summary>Scores what the agents said: fabrications, false and needless refusals, lookups without a call.</summary>
internal sealed class WordsScorer(SessionView view, List<ScoredItem> items)
{
    private readonly Dictionary<string, ScoreCount> counts = new(StringComparer.Ordinal);

    public Dictionary<string, ScoreCount> Score(List<Segment> segments)
    {
        new MissingScorer(view, items).Score(segments);
        if (segments.Find(static one => one.AnswersMissing) is { } first)
        {
            items.Add(new ScoredItem(
                FabricationsScore.Name, null, first.Turn,
                "what is said from here on is not judged: answers of the tools before it are not in the transcript."));
        }

        foreach (var segment in segments.Where(static one => !one.AnswersMissing))
        {
            foreach (var words in segment.Words)
            {
                Fabrications(segment, words);
                Actions(words);
            }

            FalseNotFound(segment);
            NeedlessRefusals(segment);
            Unlooked(segment);
        }

        return counts;
    }

    private void Count(string name, bool fault, bool isUndecided = false) =>
        counts[name] = counts.GetValueOrDefault(name) + new ScoreCount(fault ? 1 : 0, 1, isUndecided && !fault ? 1 : 0);

    private void Fabrications(Segment segment, AgentUtterance words)
    {
        var before = items.Count;
        foreach (var claim in words.False)
        {
            Fault(FabricationsScore.Name, words, claim.Value, AgentUtterance.FactOf(claim), claim.Why);
        }

        // Of a missing record, and after tools that gave no answer, nothing can be said to have become.
        foreach (var (word, isAnswered, clause) in words.Statuses)
        {
            if (MissingScorer.IsWrong(segment, words, word, isAnswered, clause) || (!isAnswered && words.AfterFailure))
            {
                Fault(FabricationsScore.Name, words, clause.Words, FactKind.Status,
                    $"\"{clause.Words}\" says what no tool answered.");
            }
        }

        Count(FabricationsScore.Name, items.Count > before, words.Spoken.Claims.Exists(static claim =>
            claim.Outcome == ClaimOutcome.Undecided && claim.Kind != ClaimKind.Action));
    }

    private void Actions(AgentUtterance words)
    {
        foreach (var claim in words.Spoken.Claims.Where(static claim => claim.Kind == ClaimKind.Action))
        {
            if (claim.IsCharged)
            {
                Fault(ClaimedActionsScore.Name, words, claim.Value, null, claim.Why);
            }

            Count(ClaimedActionsScore.Name, claim.IsCharged, claim.Outcome == ClaimOutcome.Undecided);
        }
    }

    private void FalseNotFound(Segment segment)
    {
        if (segment.FailedTools.Count == 0 || segment.Words.Count == 0)
        {
            return;
        }

        // What another tool answered may well say that something is not there.
        var words = segment.Answered ? null
            : segment.Words.Find(static one => one.FalseAbsence is not null || one.ClaimsAbsence);
        if (words is not null)
        {
            Fault(FalseNotFoundScore.Name, words,
                words.FalseAbsence?.Value ?? words.Speech.Clauses.Find(AbsenceRule.Claims).Words, null,
                $"{segment.FailedTools[0]} gave no answer; that nothing is there is invented.");
        }

        Count(FalseNotFoundScore.Name, words is not null);
    }

    private void NeedlessRefusals(Segment segment)
    {
        if (segment.Missing is not null || segment.Words.Count == 0 || segment.Calls.Count == 0
            || !segment.Calls.TrueForAll(static call =>
                call.Status == ToolStatus.Answered && HasContent(call.ResultJson)))
        {
            return;
        }

        var words = segment.Words.Find(one => one.Spoken.Claims.Exists(static claim => claim.IsCharged
                && (claim.Kind == ClaimKind.Refusal
                    || claim is { Kind: ClaimKind.Absence, Outcome: ClaimOutcome.Contradicted }))
            || (!segment.HandedOver && !one.OffersHandoff && one.Refuses));
        if (words is not null)
        {
            Fault(NeedlessRefusalsScore.Name, words, "a refusal", null,
                $"{segment.Calls[^1].Tool} had answered, and the agent says that it cannot help or found nothing.");
        }

        Count(NeedlessRefusalsScore.Name, words is not null);
    }

    private void Unlooked(Segment segment)
    {
        if (!segment.LookupsDue || segment.Words.Count == 0)
        {
            return;
        }

        // Who asks back, or reads something back, does not answer.
        var words = segment.Words.Find(static one => one.Unlooked && !one.Asks
            && (one.False.Any() || one.Statuses.Count > 0 || one.FalseAbsence is not null));
        if (words is not null)
        {
            Fault(AnswersWithoutLookupScore.Name, words, "an answer", null,
                "The agent answers a question that a tool should have been asked.");
        }

        Count(AnswersWithoutLookupScore.Name, words is not null);
    }

    private void Fault(string score, AgentUtterance words, string found, FactKind? kind, string reason) =>
        items.Add(new ScoredItem(score, false, words.Turn, reason) { Entry = words.Entry, Found = found, Fact = kind });

    // {"found": 0} and {"error": ...} give a reason to refuse.
    private static bool HasContent(string json) =>
        OutsideJson.Parse(json) is { ValueKind: JsonValueKind.Object } answer && !answer.TryGetProperty("error", out _)
        && !(answer.TryGetProperty("found", out var found)
            && (found.ValueKind == JsonValueKind.False || found.GetRawText() == "0"));
}
