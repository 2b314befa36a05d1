using Tollgate.Scores;

namespace Tollgate.Gate;

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

    /// <summary>Trials that were charged as wrong because the session broke off before them.</summary>
    public long BaselineCharged { get; init; }

    /// <inheritdoc cref="BaselineCharged"/>
    public long CandidateCharged { get; init; }

    /// <summary>
    /// The data of a figure, from sessions that are paired already. A mean of values with failures among them is
    /// infinite, as it should be: so its sums are of the values.
    /// </summary>
    public static RowData Of(
        Figure figure, IReadOnlyList<SessionEvidence> baseline, IReadOnlyList<SessionEvidence> candidate)
    {
        if (figure.Kind == FigureKind.Quantile)
        {
            return new RowData
            {
                BaselineValues = [.. baseline.Select(one => Values(one, figure))],
                CandidateValues = [.. candidate.Select(one => Values(one, figure))],
            };
        }

        var fromValues = figure.HasQuantiles;
        return new RowData
        {
            BaselineSums = [.. baseline.Select(one => Sum(one, figure, fromValues))],
            CandidateSums = [.. candidate.Select(one => Sum(one, figure, fromValues))],
        };
    }

    /// <summary>The first so many sessions of each side.</summary>
    public RowData First(int sessions) => sessions >= Math.Max(BaselineValues.Count, BaselineSums.Count)
        ? this
        : this with
        {
            BaselineValues = [.. BaselineValues.Take(sessions)],
            CandidateValues = [.. CandidateValues.Take(sessions)],
            BaselineSums = [.. BaselineSums.Take(sessions)],
            CandidateSums = [.. CandidateSums.Take(sessions)],
        };

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
