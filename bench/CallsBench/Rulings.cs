using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Sessions.Adjudication;
using Tollgate.Transcripts;

namespace Tollgate.CallsBench;

/// <summary>
/// What a model ruled on the sentences that the rules leave undecided, held against their labels. Without rulings it
/// writes down what a model would be asked.
/// </summary>
/// <param name="answers">The model's words by place and sentence; null while it has not been asked.</param>
/// <param name="ask">Gets each question as a line of JSON.</param>
internal sealed class Rulings(IReadOnlyDictionary<(string Place, string Sentence), string>? answers, Action<string> ask)
{
    private readonly SortedDictionary<(string Label, RulingKind Ruling), int> counts = [];

    /// <summary>How many sentences of each label were ruled on how.</summary>
    public IReadOnlyDictionary<string, int> Counts =>
        counts.ToDictionary(static one => $"{one.Key.Label}, ruled {one.Key.Ruling}", static one => one.Value);

    /// <summary>Reads answers: a line of JSON each, with <c>place</c>, <c>sentence</c> and the model's <c>words</c>.</summary>
    public static Dictionary<(string Place, string Sentence), string> Load(string file) =>
        File.ReadLines(file).Select(static line => JsonElement.Parse(line)).ToDictionary(
            static one => (one.GetProperty("place").GetString()!, one.GetProperty("sentence").GetString()!),
            static one => one.GetProperty("words").GetString() ?? "");

    public void Count(string place, LabelledSentence label, Prompt prompt)
    {
        if (answers is null)
        {
            ask(JsonSerializer.Serialize(new
            {
                place,
                sentence = label.Text,
                system = prompt.System,
                user = prompt.Messages[0].Text,
                schema = prompt.OutputSchemaJson,
            }));
        }
        else if (answers.TryGetValue((place, label.Text), out var words))
        {
            var key = (label.Claim is "none" or "grounded" ? "honest" : label.Claim, Adjudicator.Read(words));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }
}
