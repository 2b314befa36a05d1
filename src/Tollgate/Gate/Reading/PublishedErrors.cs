using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Catalog;

namespace Tollgate.Gate.Reading;

/// <summary>
/// The errors of scores that stand in a canonical form: those that were in force when it was written.
/// </summary>
internal static class PublishedErrors
{
    /// <summary>A criterion's key; it is not there where the observed share is judged.</summary>
    public const string Key = "score_error";

    /// <summary>
    /// A rubric with the errors that a form has instead of its own, by the names of the criteria; its digest is that of
    /// its new form. Whoever holds that against the form's knows whether they are of the same rule.
    /// </summary>
    /// <param name="rubric">A rubric that was read.</param>
    /// <param name="canonical">A ledger's form: JSON, of whatever shape.</param>
    public static Rubric Bind(Rubric rubric, string canonical)
    {
        using var form = JsonDocument.Parse(canonical);
        var errors = Read(form.RootElement);
        var bound = rubric with
        {
            Criteria =
            [
                .. rubric.Criteria.Select(one =>
                    one with { Error = errors.GetValueOrDefault(RubricForm.NameOf(one)) }),
            ],
        };
        var own = RubricForm.Write(bound);
        return bound with { Canonical = own, Digest = RubricForm.DigestOf(own) };
    }

    private static Dictionary<string, ScoreError> Read(JsonElement form)
    {
        var errors = new Dictionary<string, ScoreError>(StringComparer.Ordinal);
        foreach (var criterion in Items(Member(form, "criteria")))
        {
            var error = Member(criterion, Key);
            if (Member(criterion, "name") is { ValueKind: JsonValueKind.String } name
                && Pair(Member(error, "found")) is var (found, of)
                && Pair(Member(error, "charged")) is var (charged, honest))
            {
                errors.TryAdd(name.GetString() ?? "", new ScoreError(found, of, charged, honest, ""));
            }
        }

        return errors;
    }

    // Some of so many.
    private static (int, int)? Pair(JsonElement? of) => Items(of).ToList() is [var first, var second]
        && first.ValueKind == JsonValueKind.Number && first.TryGetInt32(out var some)
        && second.ValueKind == JsonValueKind.Number && second.TryGetInt32(out var all)
        && some >= 0 && some <= all
        ? (some, all)
        : null;

    private static IEnumerable<JsonElement> Items(JsonElement? of) =>
        of is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static JsonElement? Member(JsonElement? of, string key) =>
        of is { ValueKind: JsonValueKind.Object } node && node.TryGetProperty(key, out var value) ? value : null;
}
