using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Catalog;
using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>
/// What a score makes of trials whose truth is known: faults that it misses, right trials that it charges, and what its
/// rules leave undecided. A rate that nobody measured is taken to be perfect, which is the best that can be hoped for.
/// </summary>
internal static class ScoredTrials
{
    /// <summary>
    /// Modelled sessions as the score counts them. What is undecided is of the trials that count as right.
    /// </summary>
    public static RowData Of(RowData truth, Criterion criterion, RandomStream random)
    {
        var undecided = Undecided(criterion);
        if (criterion.Error is null && undecided == 0)
        {
            return truth;
        }

        var countsHits = ScoreCatalog.HigherIsBetter(criterion.Figure.Name);
        var (baseline, own) = Side(truth.BaselineSums);
        var (candidate, other) = Side(truth.CandidateSums);
        return truth with
        {
            BaselineSums = baseline,
            BaselineUndecided = own,
            CandidateSums = candidate,
            CandidateUndecided = other,
        };

        (IReadOnlyList<(double, double)> Sums, IReadOnlyList<double> Undecided) Side(
            IReadOnlyList<(double Sum, double Count)> sums)
        {
            var counted = new (double, double)[sums.Count];
            var unsure = new double[sums.Count];
            for (var i = 0; i < counted.Length; i++)
            {
                var (sum, count) = sums[i];
                var charged = Charged(countsHits ? count - sum : sum, count);
                counted[i] = (countsHits ? count - charged : charged, count);
                unsure[i] = Drawn(count - charged, undecided);
            }

            return (counted, undecided > 0 ? unsure : []);
        }

        double Charged(double faults, double count)
        {
            if (criterion.Error is not { } error)
            {
                return faults;
            }

            var (found, charged) = ImperfectShares.Rates(error.Trials);
            return Drawn(faults, found) + Drawn(count - faults, charged);
        }

        double Drawn(double trials, double chance)
        {
            var drawn = 0;
            for (var i = 0; i < trials; i++)
            {
                drawn += random.NextDouble() < chance ? 1 : 0;
            }

            return drawn;
        }
    }

    /// <summary>An effect on the true share as it is on the observed one.</summary>
    public static Effect OnObserved(Criterion criterion, Effect effect)
    {
        if (criterion.Error is not { } error)
        {
            return effect;
        }

        var (found, charged) = ImperfectShares.Rates(error.Trials);
        return effect with { Gain = effect.Gain * Math.Max(0, found - charged) };
    }

    /// <summary>
    /// The share of trials that count as right of which the rules are taken to be undecided: as the rubric says, or as
    /// it was measured.
    /// </summary>
    public static double Undecided(Criterion criterion) => criterion switch
    {
        { Undecided: { } stated } => stated,
        { Figure: { Source: FigureSource.Score, Kind: FigureKind.Share, Name: var name } }
            when ScoreErrors.Of(name)?.Undecided is var (some, all) => (double)some / all,
        _ => 0,
    };
}
