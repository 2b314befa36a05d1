using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Judging;

/// <summary>
/// The rule over all rows. Reject: a bad loss or a broken limit is shown, or too few wins are left that are not ruled
/// out. Adopt: enough wins are shown, every row without one is shown not to be badly lost, and every limit is kept.
/// Neither: inconclusive, as with too few sessions.
/// </summary>
internal static class VerdictRule
{
    public static VerdictOutcome Decide(Rubric rubric, IReadOnlyList<VerdictRow> rows, SampleSize size)
    {
        if (!IsEnough(rubric, size))
        {
            return VerdictOutcome.Inconclusive;
        }

        if (IsRejected(rubric, rows, 0, size))
        {
            return VerdictOutcome.Reject;
        }

        return rows.Count(static row => row.Outcome == RowOutcome.Won) >= rubric.Wins && rows.All(IsSafe)
            ? VerdictOutcome.Adopt
            : VerdictOutcome.Inconclusive;
    }

    /// <summary>
    /// Whether there is as much evidence as the rubric wants before any verdict. Whoever plans to look once looks when
    /// all is there: a verdict at a size of one's choosing is one of many that could have been had.
    /// </summary>
    public static bool IsEnough(Rubric rubric, SampleSize size) =>
        size.Pairs >= (rubric.InterimLooks == LookDesign.Once ? rubric.PlannedSessions : rubric.MinSessions)
        && size.Scripts >= rubric.PlannedScripts;

    /// <summary>Whether these rows reject, whatever becomes of so many others that are not judged yet.</summary>
    public static bool IsRejected(Rubric rubric, IReadOnlyList<VerdictRow> rows, int open, SampleSize size) =>
        IsEnough(rubric, size)
        && (rows.Any(static row => row.Outcome is RowOutcome.Inferior or RowOutcome.OverTheLimit)
            || PossibleWins(rows) + open < rubric.Wins);

    /// <summary>How many rows are won, or could be for all that is known.</summary>
    public static int PossibleWins(IReadOnlyList<VerdictRow> rows) =>
        rows.Count(static row => row.Outcome != RowOutcome.LeftOut && row.Win != ClaimStatus.Refuted);

    private static bool IsSafe(VerdictRow row) =>
        row.Outcome is RowOutcome.LeftOut
        || (row.Outcome is RowOutcome.Won or RowOutcome.NonInferior && row.Limits == ClaimStatus.Demonstrated);
}
