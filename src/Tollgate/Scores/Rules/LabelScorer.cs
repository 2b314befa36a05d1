using Tollgate.Scores.Calls;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Unicode;

namespace Tollgate.Scores.Rules;

/// <summary>The post-call answers against the suite's labels: one JSON object, each answer one of those
/// allowed.</summary>
internal static class LabelScorer
{
    public static void Score(SessionView view, List<ScoredItem> items)
    {
        if (view.Transcript.PostCall is not { } answer || view.Suite.PostCall is not { } questions)
        {
            return;
        }

        // No JSON: every label is wrong, and says why.
        var given = OutsideJson.Parse(answer.Json) ?? default;
        foreach (var (question, label) in view.Session.Labels)
        {
            var found = given.ValueKind == JsonValueKind.Object && given.TryGetProperty(question, out var value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
            var allowed = questions.Questions.TryGetValue(question, out var answers) ? answers : [];
            items.Add(new ScoredItem(
                LabelsScore.Name, found == label, view.LastTurn,
                given.ValueKind != JsonValueKind.Object ? "the answer is no JSON object."
                : found is null ? $"{question} is not answered."
                : !allowed.Contains(found) ? $"{question}: {found} is none of the answers that it may have."
                : found == label ? $"{question}: as labelled." : $"{question} is {found}; the label is {label}.")
            {
                Found = found ?? answer.Json,
                Expected = label,
            });
        }
    }
}
