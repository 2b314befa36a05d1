namespace Tollgate.Transcripts;

/// <summary>How one playing of a scripted session is called, wherever a person reads or writes it.</summary>
internal static class SessionLabel
{
    /// <summary><c>NAME</c>, or <c>NAME#2</c> for its third repetition.</summary>
    /// <param name="session">The session's name in the suite.</param>
    /// <param name="repetition">0 for the first time that the run plays it.</param>
    public static string Of(string session, int repetition) =>
        repetition == 0 ? session : string.Create(CultureInfo.InvariantCulture, $"{session}#{repetition}");
}
