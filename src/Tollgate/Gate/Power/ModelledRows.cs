using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>
/// Sessions drawn from a model. Values are log-normal with a heavy tail (2% take four times as long), and correlated
/// within a session; a share's chance is normal on the logit. Scripts differ in what both sides have in common, and in
/// what is their own on a side (<see cref="ScriptSpread"/>); sessions of one script differ less.
/// </summary>
internal sealed class ModelledRows(ScriptSpread spread) : IRowSource
{
    /// <summary>No candidate is better than a hundredth of its baseline's value.</summary>
    public const double MinFactor = 0.01;

    private const double OfScripts = 0.25;
    private const double OfSessions = 0.25;
    private const double WithinSession = 0.5;
    private const double CostOfScripts = 0.35;
    private const double CostOfSessions = 0.35;
    private const double LogitOfScripts = 1;
    private const double LogitOfSessions = 0.5;
    private const double SlowShare = 0.02;
    private const double SlowFactor = 4;

    /// <summary>
    /// An effect is that over the scripts which were drawn, and not over all that could have been: where the claim is
    /// about those.
    /// </summary>
    public bool HasFixedScripts { get; init; }

    public double? Value(Criterion criterion) => SessionShape.Of(criterion).Value;

    public RowData Draw(Criterion criterion, int scripts, int sessions, Effect effect, RandomStream random)
    {
        var shape = SessionShape.Of(criterion);
        var drawn = criterion.Figure.Kind switch
        {
            FigureKind.Quantile => Values(criterion, shape, scripts, sessions, effect, random),
            FigureKind.Share => Trials(criterion, shape, scripts, sessions, effect, random),
            _ => Amounts(criterion, shape, scripts, sessions, effect, random),
        };
        return ScoredTrials.Of(drawn, criterion, random) with
        {
            Scripts = [.. Enumerable.Range(0, sessions).Select(i => i % scripts)],
        };
    }

    private RowData Values(
        Criterion criterion, SessionShape shape, int scripts, int sessions, Effect effect, RandomStream random)
    {
        var factor = Factor(criterion, shape.Value, effect);
        var (own, other) = (spread.Of(spread.Relative, false), spread.Of(spread.Relative, true));
        var effects = Effects(scripts, OfScripts, own, other, random);
        var baseline = new double[sessions][];
        var candidate = new double[sessions][];

        // The law's own quantile is of no interest: what counts is the baseline's, so that margins in its unit fit.
        var scale = shape.Value / ModelQuantile(criterion.Figure.Quantile, own);
        var scaleOther = factor * shape.Value / ModelQuantile(criterion.Figure.Quantile, other);
        for (var i = 0; i < sessions; i++)
        {
            var (b, c) = effects[i % scripts];
            var count = Count(shape.PerSession, random);
            baseline[i] = Session(scale, b);
            candidate[i] = Session(scaleOther, c);

            double[] Session(double scale, double script)
            {
                var session = script + (OfSessions * random.NextGaussian());
                var values = new double[count];
                for (var v = 0; v < count; v++)
                {
                    var slow = random.NextDouble() < SlowShare ? SlowFactor : 1;
                    values[v] = scale * slow * Math.Exp(session + (WithinSession * random.NextGaussian()));
                }

                return values;
            }
        }

        return new RowData { BaselineValues = baseline, CandidateValues = candidate };
    }

    private RowData Amounts(
        Criterion criterion, SessionShape shape, int scripts, int sessions, Effect effect, RandomStream random)
    {
        var changed = effect.Apply(criterion, shape.Value);
        var (own, other) = (spread.Of(spread.Relative, false), spread.Of(spread.Relative, true));
        var effects = Effects(scripts, CostOfScripts, own, other, random);
        var baseline = new (double, double)[sessions];
        var candidate = new (double, double)[sessions];
        for (var i = 0; i < sessions; i++)
        {
            var (b, c) = effects[i % scripts];
            baseline[i] = (shape.Value * One(b, own), 1);
            candidate[i] = (changed * One(c, other), 1);
        }

        return new RowData { BaselineSums = baseline, CandidateSums = candidate };

        double One(double script, double side) => Math.Exp(
            script + (CostOfSessions * random.NextGaussian())
            - (((CostOfScripts * CostOfScripts) + (CostOfSessions * CostOfSessions) + (side * side)) / 2));
    }

    private RowData Trials(
        Criterion criterion, SessionShape shape, int scripts, int sessions, Effect effect, RandomStream random)
    {
        var (own, other) = (spread.Of(spread.Logit, false), spread.Of(spread.Logit, true));
        var effects = Effects(scripts, LogitOfScripts, own, other, random);
        var (centre, centreOther) = (Centre(shape.Value, own), Centre(effect.Apply(criterion, shape.Value), other));
        if (HasFixedScripts && double.IsFinite(centre))
        {
            var share = effects.Average(one => Mean(centre + one.Baseline));
            centreOther = CentreOver(effects, effect.Apply(criterion, share));
        }

        var baseline = new (double, double)[sessions];
        var candidate = new (double, double)[sessions];
        for (var i = 0; i < sessions; i++)
        {
            var (b, c) = effects[i % scripts];
            var count = Count(shape.PerSession, random);
            baseline[i] = (Hits(centre + b, count, random), count);
            candidate[i] = (Hits(centreOther + c, count, random), count);
        }

        return new RowData { BaselineSums = baseline, CandidateSums = candidate };
    }

    // What each script adds on each side: a part in common, and one of its own.
    private static (double Baseline, double Candidate)[] Effects(
        int scripts, double common, double own, double other, RandomStream random)
    {
        var effects = new (double, double)[scripts];
        for (var s = 0; s < scripts; s++)
        {
            var shared = common * random.NextGaussian();
            effects[s] = (shared + (own * random.NextGaussian()), shared + (other * random.NextGaussian()));
        }

        return effects;
    }

    private static double Centre(double share, double own) => share switch
    {
        <= 0 => double.NegativeInfinity,
        >= 1 => double.PositiveInfinity,
        _ => LogitNormal.Centre(share, Math.Sqrt(
            (LogitOfScripts * LogitOfScripts) + (LogitOfSessions * LogitOfSessions) + (own * own))),
    };

    private static double Mean(double script) => LogitNormal.Mean(script, LogitOfSessions);

    // Where the candidate's centre must be for its share over these scripts, by bisection.
    private static double CentreOver((double Baseline, double Candidate)[] effects, double share)
    {
        if (share is <= 0 or >= 1)
        {
            return Centre(share, 0);
        }

        double low = -40, high = 40;
        for (var i = 0; i < 30; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = effects.Average(one => Mean(middle + one.Candidate)) < share ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static int Hits(double script, int count, RandomStream random)
    {
        var chance = 1 / (1 + Math.Exp(-(script + (LogitOfSessions * random.NextGaussian()))));
        var hits = 0;
        for (var i = 0; i < count; i++)
        {
            hits += random.NextDouble() < chance ? 1 : 0;
        }

        return hits;
    }

    private static double Factor(Criterion criterion, double value, Effect effect) =>
        Math.Max(MinFactor, effect.Apply(criterion, value) / value);

    // Few come by Poisson's law, so that some sessions have none; many within half of their mean.
    private static int Count(double mean, RandomStream random)
    {
        if (mean == 1)
        {
            return 1;
        }

        if (mean >= 4)
        {
            return random.Next((int)(mean / 2), (int)(mean * 1.5) + 1);
        }

        var limit = Math.Exp(-mean);
        var count = -1;
        for (var product = 1.0; product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }

    // Where the mixture of the two log-normal laws has the quantile, by bisection.
    private static double ModelQuantile(double p, double own)
    {
        var spread = Math.Sqrt(
            (OfScripts * OfScripts) + (OfSessions * OfSessions) + (own * own) + (WithinSession * WithinSession));
        double low = 1e-6, high = 1e6;
        for (var i = 0; i < 100; i++)
        {
            var middle = Math.Sqrt(low * high);
            var below = ((1 - SlowShare) * Cdf(Math.Log(middle) / spread))
                + (SlowShare * Cdf(Math.Log(middle / SlowFactor) / spread));
            (low, high) = below < p ? (middle, high) : (low, middle);
        }

        return low;

        static double Cdf(double z) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);
    }
}
