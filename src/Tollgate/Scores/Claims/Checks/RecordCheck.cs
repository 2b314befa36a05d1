using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.World;
using Tollgate.Unicode;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>
/// Finds values of another record: where a tool answered with several, and the sentence names one of them, a value that
/// stands in its neighbours alone is not its own.
/// </summary>
internal sealed class RecordCheck(Knowledge known, IReadOnlyList<CallMade> calls)
{
    private const int MinWord = 3;

    private readonly Dictionary<CallMade, List<(Known Values, HashSet<string> Words)>> records = [];

    public void Judge(Sentence sentence, List<Claim> claims)
    {
        for (var i = calls.Count - 1; i >= 0; i--)
        {
            if (Named(RecordsOf(calls[i]), sentence.Tokens) is not { } record)
            {
                continue;
            }

            var others = calls.Where(call => call != calls[i] && call.AnswerJson.Length > 0)
                .Select(call => call.Values(known.Now));
            var own = new List<Claim>();
            new ValueCheck(known.With([.. others, record])).Judge(sentence, own);
            for (var at = 0; at < claims.Count; at++)
            {
                if (claims[at] is { Outcome: ClaimOutcome.Grounded,
                    Kind: not (ClaimKind.Name or ClaimKind.Quantity) } claim
                    && own.Find(one => one.Kind == claim.Kind && one.Value == claim.Value) is { IsCharged: true })
                {
                    claims[at] = claim with
                    {
                        Outcome = ClaimOutcome.Contradicted,
                        Why = $"\"{claim.Value}\" stands in another record than the one that is named.",
                    };
                }
            }

            return;
        }
    }

    // The one record that the words name.
    private Known? Named(List<(Known Values, HashSet<string> Words)> of, IReadOnlyList<Token> tokens)
    {
        if (of.Count < 2)
        {
            return null;
        }

        var named = of.FindAll(record => tokens.Any(token => record.Words.Contains(NameRule.Form(token.Word))));
        return named is [var one] ? one.Values : null;
    }

    private List<(Known Values, HashSet<string> Words)> RecordsOf(CallMade call)
    {
        if (call.AnswerJson.Length == 0)
        {
            return [];
        }

        if (!records.TryGetValue(call, out var found))
        {
            records[call] = found = [];
            if (OutsideJson.Parse(call.AnswerJson) is { ValueKind: JsonValueKind.Object } answer)
            {
                foreach (var field in answer.EnumerateObject())
                {
                    if (field.Value.ValueKind == JsonValueKind.Array && field.Value.GetArrayLength() > 1)
                    {
                        found.AddRange(
                            field.Value.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.Object)
                                .Select(Read));
                    }
                }
            }

            // A word that several records have names none of them.
            var counts = found.SelectMany(static one => one.Words).GroupBy(static word => word)
                .Where(static words => words.Count() > 1)
                .Select(static words => words.Key).ToHashSet(StringComparer.Ordinal);
            found.ForEach(record => record.Words.ExceptWith(counts));
        }

        return found;
    }

    private (Known Values, HashSet<string> Words) Read(JsonElement record)
    {
        var values = new Known(known.Now);
        values.Answer(record.GetRawText());
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in record.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String)
            {
                words.UnionWith(Tokens.Of(field.Value.GetString()!).Select(static token => token.Word)
                    .Where(static word =>
                        word.Length >= MinWord && word.All(char.IsAsciiLetter) && Stems.IsContent(word)
                            && !DateRule.IsCalendarWord(word)));
            }
        }

        return (values, words);
    }
}
