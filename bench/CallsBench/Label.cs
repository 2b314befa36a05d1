using System.Text.Json;

namespace Tollgate.CallsBench;

/// <summary>What a reader wrote beside one turn of an agent.</summary>
internal sealed record Label(
    string Text, IReadOnlyList<LabelledAct> Acts, IReadOnlyList<LabelledSentence> Sentences)
{
    public static Label Of(JsonElement root) => new(
        root.GetProperty("text").GetString() ?? "",
        [.. root.GetProperty("acts").EnumerateArray().Select(act => new LabelledAct(
            Field(act, "act"), Field(act, "slot"), Field(act, "value"),
            act.TryGetProperty("right", out var right) && right.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? right.GetBoolean()
                : null))],
        [.. (root.TryGetProperty("sentences", out var sentences) ? sentences.EnumerateArray() : []).Select(sentence => new LabelledSentence(
            Field(sentence, "s"), Field(sentence, "claim"), Field(sentence, "kind"), Field(sentence, "why")))]);

    private static string Field(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.ToString() : "";
}
