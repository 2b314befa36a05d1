using Tollgate.Suites;

namespace Tollgate.ScoresBench;

/// <summary>A session with what its tools answer and what a good model may say.</summary>
/// <param name="Session">The session.</param>
/// <param name="Results">What a tool answers, by step and tool: <c>step/tool</c>.</param>
/// <param name="Replies">What a good model may say to a step, one of them drawn.</param>
/// <param name="Failing">Steps in which every tool times out.</param>
internal sealed record BenchSession(
    SuiteSession Session, IReadOnlyDictionary<string, string> Results,
    IReadOnlyDictionary<string, string[]> Replies, IReadOnlySet<string> Failing);
