namespace Tollgate.Transcripts.Formats;

/// <summary>One thing that is wrong with a file of transcripts.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What was found, and what was expected.</param>
internal sealed record TranscriptError(string File, int Line, string Message)
{
    /// <summary>The sentence as a user reads it: <c>file:line: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Message}";
}
