using Tollgate.Transcripts;

namespace Tollgate.Gate.Rubrics;

/// <summary>Sessions that are left out of the evidence on both sides, and why. One of the two is given.</summary>
/// <param name="Session">The scripted session's name in the suite; null for any.</param>
/// <param name="Ending">Pairs in which a side ended so; null for any.</param>
/// <param name="Because">The reason, in the rubric's words.</param>
public sealed record LeaveOut(string? Session, SessionEnding? Ending, string Because);
