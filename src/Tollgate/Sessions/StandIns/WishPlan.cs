using System.Text.Json;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Unicode;

namespace Tollgate.Sessions.StandIns;

/// <summary>What an agent needs to know and to do for one wish.</summary>
internal static class WishPlan
{
    /// <summary>
    /// The facts that stand in the calls of the wish, and that an agent must therefore ask for, in the order of the
    /// calls.
    /// </summary>
    public static List<CallerFact> Needed(Brief brief, Wish wish)
    {
        var facts = wish.Facts.Values.Concat(brief.Facts.Values).Where(fact => fact.IsKnown).ToList();
        return
        [
            .. wish.LooksUp.Concat(wish.Does)
                .SelectMany(call => call.Arguments.Values)
                // Known ones.
                .Select(expected => facts.Find(fact => expected.AnyOf.Any(value => Is(value, fact.Value!))))
                .OfType<CallerFact>().Distinct(),
        ];
    }

    /// <summary>
    /// A call as it is made when some of the wish's facts have become others, as the caller settled on them.
    /// </summary>
    public static string ArgumentsOf(ExpectedCall call, Wish wish, IReadOnlyDictionary<string, string> settled)
    {
        var arguments = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, expected) in call.Arguments)
        {
            if (expected.Example is not { ValueKind: not JsonValueKind.Null } value)
            {
                continue;
            }

            var fact = wish.Facts.Values.FirstOrDefault(fact => fact.IsKnown && Is(value, fact.Value!)); // Known ones.
            arguments[name] = fact is not null && settled.TryGetValue($"{wish.Name}.{fact.Slot}", out var other)
                && other != fact.Value ? As(value, other) : value;
        }

        return JsonSerializer.Serialize(arguments);
    }

    private static JsonElement As(JsonElement like, string value) =>
        like.ValueKind != JsonValueKind.String && OutsideJson.Parse(value) is { } parsed
            ? parsed
            : JsonSerializer.SerializeToElement(value);

    private static bool Is(JsonElement value, string text) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() == text : value.GetRawText() == text;
}
