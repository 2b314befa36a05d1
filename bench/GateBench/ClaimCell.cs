using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.GateBench;

/// <summary>How often a row claimed what is not so, over many simulated runs of one kind and size.</summary>
internal sealed class ClaimCell(
    RubricClaim claim, string figure, int scripts, int repeats, string spread, bool onCandidateAlone)
{
    private int falseWins, falseHolds, wins, holds, refused;

    public RubricClaim Claim { get; } = claim;

    public string Figure { get; } = figure;

    public int Scripts { get; } = scripts;

    public int Repeats { get; } = repeats;

    public string Spread { get; } = spread;

    public bool OnCandidateAlone { get; } = onCandidateAlone;

    /// <summary>Runs of each kind.</summary>
    public int Sets => wins;

    /// <summary>How often a win was shown of a candidate that is better by just the margin.</summary>
    public Estimate FalseWins => Proportions.Wilson(falseWins, wins);

    /// <summary>How often no bad loss was shown of a candidate that is worse by just the margin.</summary>
    public Estimate FalseHolds => Proportions.Wilson(falseHolds, holds);

    /// <summary>The share of runs that got no interval.</summary>
    public double Refused => (double)refused / (wins + holds);

    public void AddAtWin(VerdictRow row) => Add(ref wins, ref falseWins, row, row.Win == ClaimStatus.Demonstrated);

    public void AddAtLoss(VerdictRow row) => Add(ref holds, ref falseHolds, row, row.BadLoss == ClaimStatus.Refuted);

    private void Add(ref int all, ref int wrong, VerdictRow row, bool isWrong)
    {
        Interlocked.Increment(ref all);
        if (row.Difference is null)
        {
            Interlocked.Increment(ref refused);
        }
        else if (isWrong)
        {
            Interlocked.Increment(ref wrong);
        }
    }
}
