using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Power;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.GateBench;

/// <summary>
/// Draws scripts at random, repeats of them, and how they suit two models; then asks the gate about candidates that are
/// better by just the margin of a win, or worse by just that of a bad loss. A win, or "no bad loss", is wrong each
/// time. Scores are taken for exact here: how they err themselves is a matter of the whole rule.
/// </summary>
internal sealed class Claims(Rubric rubric, int sets, ulong seed)
{
    private const int Resamples = 1500;

    public static readonly int[] Scripts = [13, 26, 52];
    public static readonly int[] Repeats = [2, 6, 24];
    private static readonly double[] Logits = [0, 0.5, 1, 2];
    private static readonly double[] Shares = [0, 0.1, 0.2];

    private static readonly LookTaken Nothing = new(LookDesign.Once, 1, 1, 0, 0);

    public IEnumerable<ClaimCell> Run(bool onCandidateAlone, Func<Criterion, bool>? only = null)
    {
        foreach (var criterion in rubric.Criteria.Where(one => only?.Invoke(one) != false)
            .Select(static one => one with { Error = null, Undecided = 0 }))
        {
            foreach (var scripts in Scripts)
            {
                foreach (var repeats in Repeats)
                {
                    foreach (var (spread, words) in rubric.Claim == RubricClaim.TheseScripts
                        ? [(ScriptSpread.None, "0")]
                        : Spreads(criterion, onCandidateAlone))
                    {
                        yield return Cell(criterion, scripts, repeats, spread, words);
                    }
                }
            }
        }
    }

    private static IEnumerable<(ScriptSpread, string)> Spreads(Criterion criterion, bool alone) =>
        criterion.Figure.Kind == FigureKind.Share
            ? Logits.Select(one => (new ScriptSpread(one, 0) { OnCandidateAlone = alone }, FormattableString.Invariant($"{one}")))
            : Shares.Select(one => (new ScriptSpread(0, one) { OnCandidateAlone = alone }, FormattableString.Invariant($"{one * 100:0} %")));

    private ClaimCell Cell(Criterion criterion, int scripts, int repeats, ScriptSpread spread, string words)
    {
        var cell = new ClaimCell(rubric.Claim, criterion.Name, scripts, repeats, words, spread.OnCandidateAlone);
        var source = new ModelledRows(spread) { HasFixedScripts = rubric.Claim == RubricClaim.TheseScripts };
        var look = Nothing with { Confidence = rubric.Confidence, LossConfidence = rubric.LossConfidence };
        var kind = $"{criterion.Name} {scripts} {repeats} {words} {spread.OnCandidateAlone}";
        var stream = new RandomStream(seed).Fork((ulong)kind.Aggregate(7L, (hash, c) => (hash * 31) + c));
        // A quantile of 52 scripts of 24 repeats takes a hundred times as long as a share.
        var count = criterion.Figure.Kind == FigureKind.Quantile ? sets / 3 : sets;
        Parallel.For(0, count, i =>
        {
            var random = stream.Fork((ulong)i);
            cell.AddAtWin(Row(Effect.Better(criterion.Win)));
            cell.AddAtLoss(Row(Effect.Worse(criterion.BadLoss)));

            VerdictRow Row(Effect effect) => RowJudge.Judge(
                criterion, source.Draw(criterion, scripts, scripts * repeats, effect, random), rubric.Claim, look, random,
                Resamples, decideOnly: true);
        });
        return cell;
    }
}
