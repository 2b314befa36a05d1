using Tollgate.Suites.Tools;

namespace Tollgate.Scores.Outcomes;

/// <summary>What became of one call that was expected or made.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Turn">Its turn; of a missing call the turn in which its wish was brought up.</param>
/// <param name="Reason">One sentence.</param>
public sealed record CallScore(CallVerdict Verdict, int Turn, string Reason)
{
    /// <summary>The tool that was called; empty for none.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The call that was expected; null for none.</summary>
    public ExpectedCall? Expected { get; init; }

    /// <summary>The wish that expects it; empty for none.</summary>
    public string Wish { get; init; } = "";

    /// <summary>Where the call stands in the transcript's entries; null where it was not made.</summary>
    public int? Entry { get; init; }

    /// <summary>How often it was tried; a tool that fails may be tried again. 0 where it was not made.</summary>
    public int Attempts { get; init; }

    /// <summary>Its arguments: those expected, then those that were not.</summary>
    public IReadOnlyList<ArgumentScore> Arguments { get; init; } = [];

    /// <summary>It is a trial of the calls that are scored.</summary>
    public bool Counts => Verdict is not (CallVerdict.Allowed or CallVerdict.NotReached);

    /// <summary>It counts, and is not right.</summary>
    public bool IsWrong => Counts && Verdict != CallVerdict.Right;
}
