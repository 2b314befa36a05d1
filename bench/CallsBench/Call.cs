using System.Text.Json;

namespace Tollgate.CallsBench;

/// <summary>One recorded call with the labels of its agent's turns, by the message's place.</summary>
internal sealed record Call(
    string Name, string Kind, string Suite, string Session, IReadOnlyList<JsonElement> Messages,
    IReadOnlyDictionary<int, Label> Labels)
{
    /// <summary>Reads <c>calls.jsonl</c> and <c>labels.jsonl</c>, in the order of the file.</summary>
    public static List<Call> Load(string folder)
    {
        var labels = new Dictionary<string, Dictionary<int, Label>>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "labels.jsonl")).Where(line => line.Length > 0))
        {
            var root = JsonElement.Parse(line);
            var call = root.GetProperty("call").GetString()!; // Every label has one.
            if (!labels.TryGetValue(call, out var ofCall))
            {
                labels[call] = ofCall = [];
            }

            ofCall[root.GetProperty("at").GetInt32()] = Label.Of(root);
        }

        return
        [
            .. File.ReadLines(Path.Combine(folder, "calls.jsonl")).Where(line => line.Length > 0)
                .Select(line => JsonElement.Parse(line))
                .Select(root => new Call(
                    Text(root, "call"), Text(root, "kind"), Text(root, "suite"), Text(root, "session"),
                    [.. root.GetProperty("messages").EnumerateArray()],
                    labels.GetValueOrDefault(Text(root, "call")) ?? [])),
        ];
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}
