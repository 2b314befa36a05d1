using System.Text.Json;

namespace Tollgate.CallsBench;

/// <summary>One written turn of an agent with its acts, and what the caller said before it.</summary>
internal sealed record WrittenTurn(string CallerBefore, Label Label)
{
    /// <summary>Reads a file of turns, one a line, in the order of the file.</summary>
    public static IEnumerable<WrittenTurn> Load(string file) =>
        File.ReadLines(file).Where(static line => line.Length > 0).Select(static line => JsonElement.Parse(line))
            .Select(static root => new WrittenTurn(
                root.GetProperty("caller_before").GetString() ?? "", Label.Of(root)));
}
