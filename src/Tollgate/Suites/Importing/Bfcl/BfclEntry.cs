namespace Tollgate.Suites.Importing.Bfcl;

/// <summary>A question with the functions that there are for it.</summary>
/// <param name="Id">Its name in the data set.</param>
/// <param name="File">The file in which it stands.</param>
internal sealed record BfclEntry(string Id, string File)
{
    /// <summary>What the user says, in the one turn or the first.</summary>
    public required string Question { get; init; }

    /// <summary>What the model was told beforehand; empty for nothing.</summary>
    public required string System { get; init; }

    /// <summary>There are several turns, or a machine of the data set's own that the calls work on.</summary>
    public required bool HasMachine { get; init; }

    public required IReadOnlyList<JsonElement> Functions { get; init; }

    /// <exception cref="FormatException">It is not of the data set's form.</exception>
    public static BfclEntry Read(JsonElement json, string file)
    {
        var turns = DataText.Property(json, "question", JsonValueKind.Array).EnumerateArray().ToList();
        if (turns.Count == 0 || turns[0].ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("found no turn in `question`; expected a list of turns, each a list of messages");
        }

        var messages = turns[0].EnumerateArray()
            .Select(message => (Role: DataText.Text(message, "role"), Text: DataText.Text(message, "content").Trim()))
            .ToList();
        string Said(string role) => string.Join('\n', messages.Where(one => one.Role == role).Select(one => one.Text));
        return new BfclEntry(DataText.Text(json, "id"), file)
        {
            Question = Said("user"),
            System = Said("system"),
            HasMachine = turns.Count > 1 || json.TryGetProperty("involved_classes", out _)
                || messages.Exists(one => one.Role == "assistant"),
            Functions = [.. DataText.Optional(json, "function", JsonValueKind.Array)?.EnumerateArray() ?? default],
        };
    }
}
