using Tollgate.Callers.Wishes;
using Tollgate.Scores.Calls;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Scores.Words;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Rules;

/// <summary>Whether the caller got what the call was for.</summary>
internal static class GoalScorer
{
    public static void Score(
        SessionView view, RecordScorer records, SpeechBook speeches, List<ScoredItem> items)
    {
        foreach (var goal in view.Outcome.Goals)
        {
            var missing = Missing(view, records, speeches, goal);
            var excused = missing is not null && (view.WasCutOff || IsExcused(view, records, goal));
            items.Add(new ScoredItem(
                GoalsScore.Name, missing is null ? true : excused ? null : false, view.LastTurn,
                missing is null ? $"{goal.Name}: reached."
                : excused ? $"{goal.Name}: not reached ({missing}), which was not the model's doing or is not known."
                : $"{goal.Name}: not reached, {missing}.")
            {
                Expected = goal.Name,
                Found = missing ?? goal.Name,
            });
        }
    }

    // What is missing of it; null where it is reached.
    private static string? Missing(SessionView view, RecordScorer records, SpeechBook speeches, Goal goal)
    {
        var entries = view.Transcript.Entries;
        if (goal.HandedOverTo is { } agent && !entries.OfType<HandedOver>().Any(one => one.To == agent))
        {
            return $"the call did not go to {agent}";
        }

        var record = goal.Records.FirstOrDefault(one => records.Count(one) != one.Count);
        if (record is not null)
        {
            return $"{record.Table} is not as it should be";
        }

        var untold = goal.Told.FirstOrDefault(fact => !IsTold(view, speeches, fact));
        return untold is null ? null : $"the caller was not told the {untold.Slot} {untold.Value}";
    }

    private static bool IsTold(SessionView view, SpeechBook speeches, CallerFact fact)
    {
        var forms = new FactForms(fact, view.Suite.Now);
        for (var i = 0; i < view.Transcript.Entries.Count; i++)
        {
            if (view.Transcript.Entries[i] is AgentSaid said && (speeches.Of(i).Facts.Exists(forms.Matches)
                || WordsOf.Contain(said.Heard, fact.Value!) // What is to be told is known.
                || WordsOf.Contain(said.Heard, forms.Spoken)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExcused(SessionView view, RecordScorer records, Goal goal) =>
        view.Outcome.Wishes.Any(wish => wish.Name == goal.Name && goal.HandedOverTo is null && view.IsClosed(wish))
        || goal.Records.Any(one => records.Count(one) != one.Count && records.IsExcused(one));
}
