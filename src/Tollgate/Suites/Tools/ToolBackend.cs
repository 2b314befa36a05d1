namespace Tollgate.Suites.Tools;

/// <summary>
/// What a call of a tool does to the records and what it answers. <see cref="RecordStore.Run"/> carries it out.
/// </summary>
/// <param name="Action">What it does.</param>
public sealed record ToolBackend(BackendAction Action)
{
    /// <summary>The table; empty for <see cref="BackendAction.Answer"/>.</summary>
    public string Table { get; init; } = "";

    /// <summary>
    /// Which records match: field of the table → the argument that it must equal by the field's rule, or by the
    /// argument's where the table has none. An argument that is absent is no condition, so that optional ones narrow a
    /// search.
    /// </summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields that every match must have, whatever the arguments: <c>status: open</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Only { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Field ← argument, for what is put in or changed; an absent argument leaves a field as it is.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Field ← value, the same whatever the arguments.</summary>
    public IReadOnlyDictionary<string, JsonElement> SetTo { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>
    /// For <see cref="BackendAction.Insert"/>: what the key field's value starts with; a number follows that makes it
    /// unique: <c>APT-</c>.
    /// </summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>
    /// Records that must be there before anything changes: argument → table whose key it must be. What is not there is
    /// answered as not found.
    /// </summary>
    public IReadOnlyDictionary<string, string> Requires { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields that are answered; empty for all.</summary>
    public IReadOnlyList<string> Return { get; init; } = [];

    /// <summary>
    /// What <see cref="BackendAction.Answer"/> answers, as JSON; for the others added to what they answer.
    /// </summary>
    public JsonElement? Answer { get; init; }
}
