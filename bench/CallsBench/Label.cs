using System.Text.Json;

namespace Tollgate.CallsBench;

/// <summary>What a reader wrote beside one turn of an agent.</summary>
internal sealed record Label(
    string Text, IReadOnlyList<LabelledAct> Acts, IReadOnlyList<LabelledSentence> Sentences)
{
    /// <summary>How the caller's reply of the recording fitted: fits, odd, lost, contradicts, or none.</summary>
    public string Reply { get; init; } = "";

    /// <summary>What a sensible caller would do next.</summary>
    public string Should { get; init; } = "";

    public static Label Of(JsonElement root) => new(
        root.GetProperty("text").GetString() ?? "",
        [.. root.GetProperty("acts").EnumerateArray().Select(act => new LabelledAct(
            Field(act, "act"), Field(act, "slot"), Field(act, "value"),
            act.TryGetProperty("right", out var right) && right.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? right.GetBoolean()
                : null))],
        [.. (root.TryGetProperty("sentences", out var sentences) ? sentences.EnumerateArray() : [])
            .Select(sentence => new LabelledSentence(
                Field(sentence, "s"), Field(sentence, "claim"), Field(sentence, "kind"), Field(sentence, "why")))])
    {
        Reply = Field(root, "caller_did"),
        Should = Field(root, "caller_should"),
    };

    private static string Field(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.ToString() : "";
}
