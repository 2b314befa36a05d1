using Tollgate.Callers.Lines;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Replies;

/// <summary>A reply that a caller could make.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Fact">The fact that it gives; null for none.</param>
/// <param name="Places">
/// What speaks for and against it: places of <see cref="ReplyModel"/>'s weights; empty where they have been added up.
/// </param>
/// <param name="Score">The sum of its weights.</param>
internal sealed record ReplyOption(CallerAct Act, CallerFact? Fact, List<int> Places, int Score);
