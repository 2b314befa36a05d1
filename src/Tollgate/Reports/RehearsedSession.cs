using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Reports;

/// <summary>A session as a page shows it: what was said and done, and what it was worth.</summary>
/// <param name="Transcript">What was said and done.</param>
/// <param name="Score">What it was worth; null where its suite cannot be read any more.</param>
public sealed record RehearsedSession(Transcript Transcript, SessionScore? Score);
