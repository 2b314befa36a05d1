namespace Tollgate.Suites.Tools;

/// <summary>What a tool does with the records.</summary>
public enum BackendAction : byte
{
    /// <summary>Answers the same whatever the arguments.</summary>
    Answer,

    /// <summary>Answers with every record that matches: <c>{"found": n, "records": [...]}</c>.</summary>
    Find,

    /// <summary>Puts a record in and answers with it.</summary>
    Insert,

    /// <summary>Changes the one record that matches and answers with it.</summary>
    Update,

    /// <summary>Takes the one record that matches away.</summary>
    Delete,
}
