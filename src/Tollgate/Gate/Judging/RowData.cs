using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>
/// What both sides have of one figure, session by session: values where it is drawn from values, sums over counts where
/// it is a mean or a share. The same place in each list is the same scripted session under the same chance.
/// </summary>
internal sealed record RowData
{
    public IReadOnlyList<double[]> BaselineValues { get; init; } = [];

    public IReadOnlyList<double[]> CandidateValues { get; init; } = [];

    public IReadOnlyList<(double Sum, double Count)> BaselineSums { get; init; } = [];

    public IReadOnlyList<(double Sum, double Count)> CandidateSums { get; init; } = [];

    /// <summary>
    /// Of the sums, by session, what the rules could not tell and counted as right; empty where there is none.
    /// </summary>
    public IReadOnlyList<double> BaselineUndecided { get; init; } = [];

    /// <inheritdoc cref="BaselineUndecided"/>
    public IReadOnlyList<double> CandidateUndecided { get; init; } = [];

    /// <summary>The script that each session plays, as any number; null where each is a script of its own.</summary>
    public IReadOnlyList<int>? Scripts { get; init; }

    /// <summary>All values are 0 or 1, so that their mean is a share.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Trials that were charged as wrong because the session broke off before them.</summary>
    public long BaselineCharged { get; init; }

    /// <inheritdoc cref="BaselineCharged"/>
    public long CandidateCharged { get; init; }

    /// <summary>Pairs of sessions.</summary>
    public int Sessions => Math.Max(BaselineValues.Count, BaselineSums.Count);

    /// <summary>
    /// The data of a figure, from sessions that are paired already. A mean of values with failures among them is
    /// infinite, as it should be: so its sums are of the values.
    /// </summary>
    public static RowData Of(
        Figure figure, IReadOnlyList<SessionEvidence> baseline, IReadOnlyList<SessionEvidence> candidate)
    {
        var scripts = ScriptCount.IndexOf(baseline);
        if (figure.Kind == FigureKind.Quantile)
        {
            return new RowData
            {
                BaselineValues = [.. baseline.Select(one => Values(one, figure))],
                CandidateValues = [.. candidate.Select(one => Values(one, figure))],
                Scripts = scripts,
            };
        }

        var fromValues = figure.HasQuantiles;
        return new RowData
        {
            BaselineSums = [.. baseline.Select(one => Sum(one, figure, fromValues))],
            CandidateSums = [.. candidate.Select(one => Sum(one, figure, fromValues))],
            BaselineUndecided = Undecided(baseline, figure),
            CandidateUndecided = Undecided(candidate, figure),
            Scripts = scripts,
            IsBinary = fromValues && baseline.Concat(candidate).All(one => Array.TrueForAll(
                Values(one, figure), static value => value is 0 or 1)),
        };
    }

    /// <summary>The baseline as it is where all that was undecided of it is wrong.</summary>
    public RowData WithBaselineAtWorst(BetterWhen better) => this with
    {
        BaselineSums = AtWorst(BaselineSums, BaselineUndecided, better),
    };

    /// <summary>The candidate as it is where all that was undecided of it is wrong.</summary>
    public RowData WithCandidateAtWorst(BetterWhen better) => this with
    {
        CandidateSums = AtWorst(CandidateSums, CandidateUndecided, better),
    };

    /// <summary>The first so many sessions of each side.</summary>
    public RowData First(int sessions) => sessions >= Sessions
        ? this
        : this with
        {
            BaselineValues = [.. BaselineValues.Take(sessions)],
            CandidateValues = [.. CandidateValues.Take(sessions)],
            BaselineSums = [.. BaselineSums.Take(sessions)],
            CandidateSums = [.. CandidateSums.Take(sessions)],
            BaselineUndecided = [.. BaselineUndecided.Take(sessions)],
            CandidateUndecided = [.. CandidateUndecided.Take(sessions)],
            Scripts = Scripts is null ? null : [.. Scripts.Take(sessions)],
        };

    /// <summary>The units of a claim: scripts, each with all of its sessions, or sessions within scripts.</summary>
    public (RowData Units, UnitSampling Sampling) UnitsOf(RubricClaim claim)
    {
        var scripts = Scripts ?? [.. Enumerable.Range(0, Sessions)];
        if (claim == RubricClaim.TheseScripts)
        {
            return (this, UnitSampling.Strata(scripts));
        }

        var groups = scripts.Select(static (script, session) => (script, session))
            .GroupBy(static one => one.script, static one => one.session).Select(static group => group.ToArray())
            .ToList();
        return (groups.Count == Sessions ? this : this with
        {
            BaselineValues = Joined(BaselineValues, groups),
            CandidateValues = Joined(CandidateValues, groups),
            BaselineSums = Added(BaselineSums, groups),
            CandidateSums = Added(CandidateSums, groups),
            Scripts = null,
        }, UnitSampling.Clusters(groups.Count));
    }

    private static IReadOnlyList<double[]> Joined(IReadOnlyList<double[]> of, List<int[]> groups) => of.Count == 0
        ? of
        : [.. groups.Select(group => group.SelectMany(session => of[session]).ToArray())];

    private static IReadOnlyList<(double, double)> Added(
        IReadOnlyList<(double Sum, double Count)> of, List<int[]> groups) => of.Count == 0
        ? of
        : [.. groups.Select(group => (group.Sum(session => of[session].Sum), group.Sum(session => of[session].Count)))];

    private static double[] Undecided(IReadOnlyList<SessionEvidence> sessions, Figure figure)
    {
        var undecided = sessions.Select(one => one.Sums.GetValueOrDefault(figure.Name).Undecided).ToArray();
        return Array.Exists(undecided, static one => one > 0) ? undecided : [];
    }

    private static IReadOnlyList<(double Sum, double Count)> AtWorst(
        IReadOnlyList<(double Sum, double Count)> sums, IReadOnlyList<double> undecided, BetterWhen better) =>
        undecided.Count == 0
            ? sums
            : [.. sums.Zip(undecided, (one, unsure) => (
                better == BetterWhen.Higher ? Math.Max(0, one.Sum - unsure) : Math.Min(one.Count, one.Sum + unsure),
                one.Count))];

    private static double[] Values(SessionEvidence session, Figure figure) =>
        session.Values.TryGetValue(figure.Name, out var values) ? values : [];

    private static (double Sum, double Count) Sum(SessionEvidence session, Figure figure, bool fromValues)
    {
        if (fromValues)
        {
            var values = Values(session, figure);
            return (values.Sum(), values.Length);
        }

        var sum = session.Sums.TryGetValue(figure.Name, out var found) ? found : default(ScoreCount);
        return (sum.Sum, sum.Count);
    }
}
