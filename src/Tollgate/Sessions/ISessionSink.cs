using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>
/// Who gets what came of sessions. Called from many threads at once; it must be quick and must not block or throw.
/// </summary>
internal interface ISessionSink
{
    /// <summary>A session is over.</summary>
    void Ended(Transcript transcript);
}
