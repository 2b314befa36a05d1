using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>
/// Sessions drawn from a model. Values are log-normal with a heavy tail (2 % take four times as long), and correlated
/// within a session; a share's chance differs between sessions (a quarter of them have up to two and a half times the
/// faults); what the script adds is the same on both sides.
/// </summary>
internal sealed class ModelledRows : IRowSource
{
    private const double BetweenSessions = 0.35;
    private const double WithinSession = 0.5;
    private const double CostSpread = 0.5;
    private const double SlowShare = 0.02;
    private const double SlowFactor = 4;

    /// <summary>No candidate is better than a hundredth of its baseline's value.</summary>
    public const double LeastFactor = 0.01;

    // Of a session's own variance the half is its script's.
    private static readonly double Half = Math.Sqrt(0.5);

    // A quarter of all sessions lie above it: the upper quartile of the normal distribution.
    private const double HardAbove = 0.67448975019608171;

    public double? Value(Criterion criterion) => SessionShape.Of(criterion).Value;

    public RowData Draw(Criterion criterion, int sessions, Effect effect, RandomStream random)
    {
        var shape = SessionShape.Of(criterion);
        return criterion.Figure.Kind switch
        {
            FigureKind.Quantile => Values(criterion, shape, sessions, effect, random),
            FigureKind.Share => Trials(criterion, shape, sessions, effect, random),
            _ => Amounts(criterion, shape, sessions, effect, random),
        };
    }

    private static RowData Values(
        Criterion criterion, SessionShape shape, int sessions, Effect effect, RandomStream random)
    {
        var factor = Factor(criterion, shape.Value, effect);
        var baseline = new double[sessions][];
        var candidate = new double[sessions][];
        for (var i = 0; i < sessions; i++)
        {
            var script = random.NextGaussian();
            var count = Count(shape.PerSession, random);
            baseline[i] = Session(1);
            candidate[i] = Session(factor);

            double[] Session(double scale)
            {
                var own = BetweenSessions * Half * (script + random.NextGaussian());
                var values = new double[count];
                for (var v = 0; v < count; v++)
                {
                    var slow = random.NextDouble() < SlowShare ? SlowFactor : 1;
                    values[v] = scale * slow * Math.Exp(own + (WithinSession * random.NextGaussian()));
                }

                return values;
            }
        }

        // The model's own quantile is of no interest: what counts is the baseline's, so that margins in its unit fit.
        var scale = shape.Value / ModelQuantile(criterion.Figure.Quantile);
        return new RowData { BaselineValues = Scaled(baseline, scale), CandidateValues = Scaled(candidate, scale) };
    }

    private static RowData Amounts(
        Criterion criterion, SessionShape shape, int sessions, Effect effect, RandomStream random)
    {
        var changed = effect.Apply(criterion, shape.Value);
        var baseline = new (double, double)[sessions];
        var candidate = new (double, double)[sessions];
        for (var i = 0; i < sessions; i++)
        {
            var script = random.NextGaussian();
            baseline[i] = (shape.Value * One(script, random), 1);
            candidate[i] = (changed * One(script, random), 1);
        }

        return new RowData { BaselineSums = baseline, CandidateSums = candidate };

        static double One(double script, RandomStream random) => Math.Exp(
            (CostSpread * Half * (script + random.NextGaussian())) - (CostSpread * CostSpread / 2));
    }

    private static RowData Trials(
        Criterion criterion, SessionShape shape, int sessions, Effect effect, RandomStream random)
    {
        var changed = effect.Apply(criterion, shape.Value);
        var baseline = new (double, double)[sessions];
        var candidate = new (double, double)[sessions];
        for (var i = 0; i < sessions; i++)
        {
            var script = random.NextGaussian();
            var count = Count(shape.PerSession, random);
            baseline[i] = (Hits(shape.Value, script, count, random), count);
            candidate[i] = (Hits(changed, script, count, random), count);
        }

        return new RowData { BaselineSums = baseline, CandidateSums = candidate };
    }

    // Whichever of the two is rarer differs between sessions, in such a way that its mean is what it should be.
    private static int Hits(double share, double script, int count, RandomStream random)
    {
        var rare = Math.Min(share, 1 - share);
        var hard = Half * (script + random.NextGaussian()) > HardAbove;
        var high = Math.Min(1, 2.5 * rare);
        var chance = hard ? high : (rare - (0.25 * high)) / 0.75;
        var hits = 0;
        for (var i = 0; i < count; i++)
        {
            hits += random.NextDouble() < chance ? 1 : 0;
        }

        return share <= 0.5 ? hits : count - hits;
    }

    private static double Factor(Criterion criterion, double value, Effect effect) =>
        Math.Max(LeastFactor, effect.Apply(criterion, value) / value);

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

    private static double[][] Scaled(double[][] sessions, double scale)
    {
        foreach (var session in sessions)
        {
            for (var i = 0; i < session.Length; i++)
            {
                session[i] *= scale;
            }
        }

        return sessions;
    }

    // Where the mixture of the two log-normal laws has the quantile, by bisection.
    private static double ModelQuantile(double p)
    {
        var spread = Math.Sqrt((BetweenSessions * BetweenSessions) + (WithinSession * WithinSession));
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
