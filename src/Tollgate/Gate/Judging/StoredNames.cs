namespace Tollgate.Gate.Judging;

/// <summary>
/// How documents spell what became of claims and rows: names of their own, so that code may call them otherwise.
/// </summary>
internal static class StoredNames
{
    public static string Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Demonstrated => "shown",
        ClaimStatus.Refuted => "ruled_out",
        _ => "open",
    };

    public static string Of(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Won => "won",
        RowOutcome.NonInferior => "held",
        RowOutcome.Inferior => "badly_lost",
        RowOutcome.OverTheLimit => "over_the_limit",
        RowOutcome.LeftOut => "left_out",
        _ => "open",
    };
}
