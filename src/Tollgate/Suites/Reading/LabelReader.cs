using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>Reads labels.</summary>
internal static class LabelReader
{
    /// <summary>The right answers to the questions of the post-call work.</summary>
    public static Dictionary<string, string> Read(ReadContext draft, YamlNode? node)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var questions = draft.PostCall?.Questions ?? new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, at, value) in draft.Entries(node, "questions with their right answers"))
        {
            if (draft.Known(at, "question of the post-call work named", [.. questions.Keys]) is not null
                && draft.Known(value, $"answer to {name} named", [.. questions[name]]) is { } answer)
            {
                labels[name] = answer;
            }
        }

        return labels;
    }
}
