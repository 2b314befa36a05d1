namespace Tollgate.Input;

/// <summary>One thing that is wrong with a file that a user wrote. It never holds a secret.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">The line, from 1; null where the file as a whole is meant.</param>
/// <param name="Column">The column, from 1; null where the whole line is meant.</param>
/// <param name="Message">What was found, and what was expected.</param>
public sealed record InputError(string File, int? Line, int? Column, string Message)
{
    /// <summary>The sentence as a user reads it: <c>file:line:column: message</c>.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (null, _) => $"{File}: {Message}",
        (_, null) => $"{File}:{Line}: {Message}",
        _ => $"{File}:{Line}:{Column}: {Message}",
    };
}
