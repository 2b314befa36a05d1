using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Scores.Calls;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Words;

/// <summary>
/// What agents answer to callers who ask for what is not there. Right is to say so, to ask or to hand over; wrong is to
/// state anything that stands nowhere, or what another record says, or that something has become of it.
/// </summary>
internal sealed class MissingScorer(SessionView view, List<ScoredItem> items)
{
    public void Score(List<Segment> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Missing is not { } missing)
            {
                continue;
            }

            var window = new List<Segment>();
            for (; i < segments.Count && segments[i].Missing == missing; i++)
            {
                window.Add(segments[i]);
            }

            i--;
            Score(missing, window);
        }
    }

    /// <summary>
    /// A status that is claimed of the missing thing. It may be said of what was done for the caller instead, of
    /// another record that is offered as such, and, once it is said that nothing was found, of what a tool answered.
    /// </summary>
    public static bool IsWrong(Segment segment, AgentUtterance words, string word, bool isAnswered, Clause clause) =>
        segment.Missing is not null && !words.AfterEffect
        && !(clause.Tagged && (isAnswered || word == "there")) && !OtherRule.Offers(clause.Words)
        && !(words.Denies && isAnswered && word != "there");

    private void Score(string missing, List<Segment> window)
    {
        if (window.Exists(static segment => segment.AnswersMissing))
        {
            items.Add(new ScoredItem(
                RefusalsOnMissingScore.Name, null, window[0].Turn,
                $"{missing}: the answers of the tools are not in the transcript."));
            return;
        }

        var words = window.SelectMany(static segment => segment.Words.Select(one => (segment, one))).ToList();
        var handedOver = window.Exists(static segment => segment.HandedOver);
        var failed = window.Exists(static segment => segment.FailedTools.Count > 0)
            && !window.Exists(static segment => segment.Answered);
        foreach (var (segment, one) in words)
        {
            if (Fault(segment, one, failed) is { } fault)
            {
                Add(missing, false, one, fault.Reason, fault.Found, fault.Kind);
                return;
            }
        }

        var decisive = words.Find(one => one.one.Denies || one.one.Asks || one.one.OffersHandoff
            || one.one.Refuses || one.one.Fails || (failed && one.one.HasTrouble)).one;
        if (handedOver || decisive is not null)
        {
            Add(missing, true, decisive ?? words.LastOrDefault().one,
                handedOver ? "the agent hands over." : "the agent says so or asks, and invents nothing.", "", null,
                window[0].Turn);
            return;
        }

        // Nothing was heard that could be judged.
        var cut = view.WasCutOff || (words.Count > 0 && words.TrueForAll(static one => one.one.Interrupted));
        items.Add(new ScoredItem(
            RefusalsOnMissingScore.Name, cut ? null : false, window[0].Turn,
            cut ? $"{missing}: the agent was cut off." : $"{missing}: the agent does not say that nothing was found.")
        {
            Entry = words.Count > 0 ? words[^1].one.Entry : null,
            Expected = Expected,
        });
    }

    private const string Expected = "that it was not found, a question, or a handoff";

    private static (string Reason, string Found, FactKind? Kind)? Fault(
        Segment segment, AgentUtterance words, bool failed)
    {
        if (words.False.FirstOrDefault() is { } claim)
        {
            return ("the agent states what stands nowhere.", claim.Value, AgentUtterance.FactOf(claim));
        }

        foreach (var (word, isAnswered, clause) in words.Statuses)
        {
            if (IsWrong(segment, words, word, isAnswered, clause))
            {
                return ("the agent says what became of it, and there is no such record.", clause.Words, FactKind.Status);
            }
        }

        if (words.Borrowed is [var borrowed, ..] && !words.Denies && !words.AfterEffect)
        {
            return ("the agent gives another record's facts as its own.", words.Words(borrowed), borrowed.Kind);
        }

        return failed && words.ClaimsAbsence
            ? ("the tool gave no answer; that nothing is there is invented.", "", null)
            : null;
    }

    private void Add(
        string missing, bool right, AgentUtterance? words, string reason, string found, FactKind? kind, int turn = 0) =>
        items.Add(new ScoredItem(RefusalsOnMissingScore.Name, right, words?.Turn ?? turn, $"{missing}: {reason}")
        {
            Entry = words?.Entry,
            Found = found,
            Expected = Expected,
            Fact = kind,
        });
}
