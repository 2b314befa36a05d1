using System.Runtime.CompilerServices;
using Tollgate.Acts.Slots;
using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Unicode;
using Tollgate.Values;

namespace Tollgate.Callers.Wishes;

/// <summary>
/// What the agents of a suite may ask for: the arguments of its tools, and the slots that it names itself.
/// </summary>
internal static class SuiteVocabulary
{
    // It is the same for every call of a suite.
    private static readonly ConditionalWeakTable<Suite, SlotVocabulary> Known = [];

    public static SlotVocabulary Of(Suite suite) =>
        Known.GetValue(suite, static suite => SlotVocabulary.OfArguments(
            suite.Tools.Values.SelectMany(Arguments).Concat(suite.Slots.Values.SelectMany(static slot =>
                slot.Words.Select(words => (slot.Name, (string?)words, Compared(slot.Kind)))))));

    private static IEnumerable<(string Name, string? Description, string? Compare)> Arguments(SuiteTool tool)
    {
        if (OutsideJson.Parse(tool.ParametersJson) is not { ValueKind: JsonValueKind.Object } schema
            || !schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var property in properties.EnumerateObject())
        {
            var description = property.Value.ValueKind == JsonValueKind.Object
                && property.Value.TryGetProperty("description", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
            yield return (property.Name, description, tool.Rules.GetValueOrDefault(property.Name)?.Kind switch
            {
                ValueKind.Code => "code",
                ValueKind.Phone => "phone",
                ValueKind.Date => "date",
                ValueKind.Time => "time",
                ValueKind.Email => "email",
                ValueKind.Money => "money",
                ValueKind.Number => "number",
                _ => null,
            });
        }
    }

    private static string? Compared(SlotKind kind) => kind switch
    {
        SlotKind.Code => "code",
        SlotKind.Phone => "phone",
        SlotKind.Day or SlotKind.DateOfBirth => "date",
        SlotKind.Time => "time",
        SlotKind.Email => "email",
        _ => null,
    };
}
